"""What lies beside a scenario and changes nothing in a match: its facts and its record, read, checked and compiled."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from game.content import reader
from game.content.compiling.facts import compile_facts
from game.content.compiling.frame import Frame
from game.content.compiling.looks import Report
from game.content.compiling.record import compile_record
from game.content.draft import Draft, check_model
from game.content.facts import Facts
from game.content.models.entry import Document
from game.content.models.facts import Facts as FactsRecord
from game.content.models.record import RealRecord
from game.content.numbers import Path as Steps
from game.content.record import Curve

Kind = TypeVar("Kind", bound=Document)
Compiled = TypeVar("Compiled")


def check(draft: Draft, frame: Frame) -> None:
    """Report what is wrong with the facts and the record of the draft's scenario, where it has them."""
    facts(draft, frame)
    record(draft, frame)


def facts(draft: Draft, frame: Frame) -> Facts | None:
    """What the scenario is held against; None where it has no such file, or, with findings, a wrong one."""
    return _compiled(draft, frame, "facts", FactsRecord, compile_facts)


def record(draft: Draft, frame: Frame) -> tuple[Curve, ...] | None:
    """What is known of the past; None where it has no such file, or, with findings, a wrong one."""
    return _compiled(draft, frame, "record", RealRecord, compile_record)


def _compiled(
    draft: Draft, frame: Frame, kind: str, model: type[Kind], compiled: Callable[[Kind, Frame, Report], Compiled]
) -> Compiled | None:
    path: Path | None = None if draft.folder is None else draft.folder / f"{kind}.yaml"
    if path is None or not path.is_file():
        return None
    draft.scene[kind] = reader.read(path)
    draft.findings += draft.scene[kind].findings
    check_model(draft, "scene", kind, model)
    written = draft.get(model, "scene")
    if written is None:
        return None
    before = len(draft.findings)

    def report(at: Steps, what: str, hint: str = "", *, key: bool = False, offset: int | None = None) -> None:
        draft.report("scene", kind, at, what, hint, key=key, offset=offset)

    found = compiled(written, frame, report)
    return found if len(draft.findings) == before else None
