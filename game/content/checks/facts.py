"""``facts.yaml`` of a scenario: read, checked and compiled, apart from what a match needs."""

from __future__ import annotations

from pathlib import Path

from game.content import reader
from game.content.compiling.facts import compile_facts
from game.content.compiling.frame import Frame
from game.content.draft import Draft, check_model
from game.content.facts import Facts
from game.content.models.facts import Facts as Record
from game.content.numbers import Path as Steps

KIND = "facts"


def check(draft: Draft, frame: Frame) -> Facts | None:
    """Read the ``facts.yaml`` of the draft's scenario, if it has one, and report what is wrong with it.

    Returns the facts; None where there is no such file, or anything is wrong with it.
    """
    path: Path | None = None if draft.folder is None else draft.folder / f"{KIND}.yaml"
    if path is None or not path.is_file():
        return None
    draft.scene[KIND] = reader.read(path)
    draft.findings += draft.scene[KIND].findings
    check_model(draft, "scene", KIND, Record)
    record = draft.get(Record, "scene")
    if record is None:
        return None
    before = len(draft.findings)

    def report(at: Steps, what: str, hint: str = "", *, key: bool = False, offset: int | None = None) -> None:
        draft.report("scene", KIND, at, what, hint, key=key, offset=offset)

    compiled = compile_facts(record, frame, report)
    return compiled if len(draft.findings) == before else None
