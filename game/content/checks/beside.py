"""Reading what lies beside a scenario and changes nothing in a match."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from game.content import reader
from game.content.compiling.frame import Frame
from game.content.compiling.looks import Report
from game.content.draft import Draft, check_model
from game.content.models.entry import Document
from game.content.numbers import Path as Steps

Kind = TypeVar("Kind", bound=Document)
Compiled = TypeVar("Compiled")


def compiled(
    draft: Draft, frame: Frame, kind: str, model: type[Kind], compile_: Callable[[Kind, Frame, Report], Compiled]
) -> Compiled | None:
    """The file `kind` of the draft's scenario, read, checked and compiled.

    None where there is no such file, or, with findings, where anything is wrong with it.
    """
    path: Path | None = None if draft.folder is None else draft.folder / f"{kind}.yaml"
    if path is None or not path.is_file():
        return None
    if kind not in draft.scene:
        draft.scene[kind] = reader.read(path)
        draft.findings += draft.scene[kind].findings
    check_model(draft, "scene", kind, model)
    written = draft.get(model, "scene")
    if written is None:
        return None
    before = len(draft.findings)

    def report(at: Steps, what: str, hint: str = "", *, key: bool = False, offset: int | None = None) -> None:
        draft.report("scene", kind, at, what, hint, key=key, offset=offset)

    found = compile_(written, frame, report)
    return found if len(draft.findings) == before else None
