"""What lies beside a scenario and changes nothing in a match, read, checked and compiled.

Its facts and its record, the calibration of its figures, and the levers to compare.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from game.content import reader
from game.content.ablation import Ablation
from game.content.calibration import Calibration
from game.content.checks.added_rules import read as read_ablation
from game.content.compiling.ablation import compile_ablation
from game.content.compiling.calibration import compile_calibration
from game.content.compiling.facts import compile_facts
from game.content.compiling.frame import Frame
from game.content.compiling.looks import Report
from game.content.compiling.record import compile_record
from game.content.draft import Draft, check_model
from game.content.facts import Facts
from game.content.models.ablation import Ablation as AblationRecord
from game.content.models.calibration import Calibration as CalibrationRecord
from game.content.models.entry import Document
from game.content.models.facts import Facts as FactsRecord
from game.content.models.record import RealRecord
from game.content.numbers import Path as Steps
from game.content.record import Curve
from game.content.source import Source

Kind = TypeVar("Kind", bound=Document)
Compiled = TypeVar("Compiled")

__all__ = ["ablation", "calibration", "check", "facts", "read_ablation", "record"]


def check(draft: Draft, frame: Frame, levers: Source | None) -> None:
    """Report what is wrong with all of it, where the draft's scenario has it; `levers` is from `read_ablation`."""
    facts(draft, frame)
    record(draft, frame)
    calibration(draft, frame)
    if levers is not None:
        ablation(draft, frame, levers)


def facts(draft: Draft, frame: Frame) -> Facts | None:
    """What the scenario is held against; None where it has no such file, or, with findings, a wrong one."""
    return _compiled(draft, frame, "facts", FactsRecord, compile_facts)


def record(draft: Draft, frame: Frame) -> tuple[Curve, ...] | None:
    """What is known of the past; None where it has no such file, or, with findings, a wrong one."""
    return _compiled(draft, frame, "record", RealRecord, compile_record)


def calibration(draft: Draft, frame: Frame) -> Calibration | None:
    """What calibration may move; None where the scenario has no such file, or, with findings, a wrong one."""
    if draft.get(FactsRecord, "scene") is None:
        facts(draft, frame)
    return _compiled(draft, frame, "calibration", CalibrationRecord, compile_calibration)


def ablation(draft: Draft, frame: Frame, levers: Source) -> Ablation | None:
    """The levers to compare, from what `read_ablation` found; None, with findings, where it is wrong."""
    draft.scene["ablation"] = levers
    return _checked(draft, frame, "ablation", AblationRecord, compile_ablation)


def _compiled(
    draft: Draft, frame: Frame, kind: str, model: type[Kind], compiled: Callable[[Kind, Frame, Report], Compiled]
) -> Compiled | None:
    path: Path | None = None if draft.folder is None else draft.folder / f"{kind}.yaml"
    if path is None or not path.is_file():
        return None
    draft.scene[kind] = reader.read(path)
    draft.findings += draft.scene[kind].findings
    return _checked(draft, frame, kind, model, compiled)


def _checked(
    draft: Draft, frame: Frame, kind: str, model: type[Kind], compiled: Callable[[Kind, Frame, Report], Compiled]
) -> Compiled | None:
    check_model(draft, "scene", kind, model)
    written = draft.get(model, "scene")
    if written is None:
        return None
    before = len(draft.findings)

    def report(at: Steps, what: str, hint: str = "", *, key: bool = False, offset: int | None = None) -> None:
        draft.report("scene", kind, at, what, hint, key=key, offset=offset)

    found = compiled(written, frame, report)
    return found if len(draft.findings) == before else None
