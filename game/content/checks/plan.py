"""A plan file: read, checked and compiled, apart from what a match needs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from game.content import reader
from game.content.checks import orders
from game.content.checks.known import known
from game.content.compiling.frame import Frame
from game.content.manuscript import Manuscript, check_model
from game.content.models.plan import Plan as Record
from game.content.plan import Plan, PlanFile, Planned
from game.content.words import closest

KIND = "plan"
_SCENE = "scene"


def read(manuscript: Manuscript, frame: Frame, path: Path) -> PlanFile | None:
    """The plan in the file `path`, for the scenario of `manuscript`; None, with findings, where it is wrong."""
    source = reader.read(path)
    manuscript.scene[KIND] = source
    manuscript.findings += source.findings
    check_model(manuscript, _SCENE, KIND, Record)
    record = manuscript.get(Record, _SCENE)
    if record is None:
        return None
    _check(manuscript, frame, record)
    found = list(orders.read(manuscript, _written(record), known(manuscript), frame, whole=True))
    if manuscript.failed():
        return None
    planned = (Planned(one.turn - 1, order) for one, (_, order) in zip(record.orders, found, strict=True))
    return PlanFile(record.seat, record.text, Plan(tuple(planned)))


def _written(record: Record) -> Iterator[orders.Written]:
    for place, one in enumerate(record.orders):
        yield orders.Written(_SCENE, KIND, ("orders", place, "order"), one.order, record.seat)


def _check(manuscript: Manuscript, frame: Frame, record: Record) -> None:
    """Report a seat that is none, and turns that do not come."""
    if record.seat not in frame.seat_names:
        hint = closest(record.seat, frame.seat_names)
        manuscript.report(_SCENE, KIND, ("seat",), f"unknown seat '{record.seat}'", hint)
    turns = frame.calendar.turns
    for place, one in enumerate(record.orders):
        if one.turn > turns:
            what = f"turn {one.turn} does not come"
            manuscript.report(_SCENE, KIND, ("orders", place, "turn"), what, f"the match has {turns} turns")
