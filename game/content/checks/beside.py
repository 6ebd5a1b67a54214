"""Reading what lies beside a scenario and changes nothing in a match."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from game.content import reader
from game.content.compiling.frame import Frame
from game.content.compiling.looks import Report
from game.content.manuscript import Manuscript, check_model
from game.content.models.entry import Document
from game.content.numbers import Path as Steps

Kind = TypeVar("Kind", bound=Document)
Compiled = TypeVar("Compiled")


def compiled(
    manuscript: Manuscript,
    frame: Frame,
    kind: str,
    model: type[Kind],
    compile_: Callable[[Kind, Frame, Report], Compiled],
) -> Compiled | None:
    """The file `kind` of the manuscript's scenario, read, checked and compiled.

    None where there is no such file, or, with findings, where anything is wrong with it.
    """
    path: Path | None = None if manuscript.folder is None else manuscript.folder / f"{kind}.yaml"
    if path is None or not manuscript.files.there(path):
        return None
    if kind not in manuscript.scene:
        manuscript.scene[kind] = reader.read(path, manuscript.files)
        manuscript.findings += manuscript.scene[kind].findings
    check_model(manuscript, "scene", kind, model)
    written = manuscript.get(model, "scene")
    if written is None:
        return None
    before = len(manuscript.findings)

    def report(at: Steps, what: str, hint: str = "", *, key: bool = False, offset: int | None = None) -> None:
        manuscript.report("scene", kind, at, what, hint, key=key, offset=offset)

    found = compile_(written, frame, report)
    return found if len(manuscript.findings) == before else None
