"""Conditions, metrics and orders that stand as text in the files: understood, and able to happen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.content.calendar import month_number
from game.content.checks.reach import never
from game.content.compiling.frame import Frame
from game.content.compiling.script import scored
from game.content.expressions import condition, reading
from game.content.findings import WARNING
from game.content.manuscript import Manuscript
from game.content.models.doctrines import Doctrines
from game.content.models.incidents import Incidents
from game.content.models.rival import Rival
from game.content.models.scenario import Bounds, Documented, Scenario, ScorePart
from game.content.numbers import Path
from game.content.vocabulary import ExpressionError, Vocabulary
from game.content.words import closest
from game.engine.metrics import METRICS
from game.engine.phases.actions.registry import ACTIONS


class Written(NamedTuple):
    """A condition as it stands in a file."""

    part: str
    kind: str
    path: Path
    text: str
    vocabulary: Vocabulary
    what: str


def check(manuscript: Manuscript, frame: Frame) -> None:
    """Report conditions and metrics that are not understood, and warn of what can never happen.

    What never happens keeps nobody from playing: a scenario may be cut short with its script left as it is.
    """
    for written in _conditions(manuscript, frame):
        try:
            compiled = condition(written.text, written.vocabulary)
        except ExpressionError as error:
            manuscript.report(written.part, written.kind, written.path, error.what, error.hint, offset=error.offset)
            continue
        reason = never(compiled, frame.calendar)
        # What a rule set's doctrines do in their third year is not wrong because one scenario lasts two.
        if reason and written.part == "scene":
            what = f"{written.what} can never fire: {reason}"
            manuscript.report(written.part, written.kind, written.path, what, severity=WARNING)
    _rival(manuscript)
    _incidents(manuscript, frame)
    _metrics(manuscript, frame)


def _conditions(manuscript: Manuscript, frame: Frame) -> Iterator[Written]:
    plain, bound = frame.vocabulary, frame.vocabulary.bound(frame.seat_names[0])
    rival, incidents = manuscript.get(Rival, "scene"), manuscript.get(Incidents, "scene")
    for name, rule in rival.rules.items() if rival else ():
        yield Written("scene", "rival", ("rules", name, "when"), rule.when, plain, f"rule '{name}'")
    for name, entry in incidents.incidents.items() if incidents else ():
        if entry.when is not None:
            path = ("incidents", name, "when")
            yield Written("scene", "incidents", path, entry.when, plain, f"incident '{name}'")
    for part in ("rules", "scene"):
        doctrines = manuscript.get(Doctrines, part)
        for name, doctrine in doctrines.doctrines.items() if doctrines else ():
            for position, step in enumerate(doctrine.rules):
                at: Path = ("doctrines", name, "rules", position, "when")
                yield Written(part, "doctrines", at, step.when, bound, f"rule '{step.id}'")


def _rival(manuscript: Manuscript) -> None:
    rival = manuscript.get(Rival, "scene")
    for name, rule in rival.rules.items() if rival else ():
        at = ("rules", name)
        if rule.chance.value == 0:
            what = f"rule '{name}' can never fire: its chance is 0"
            manuscript.report("scene", "rival", (*at, "chance"), what, severity=WARNING)
        if not any(rule.blocks()):
            hint = f"known here: {', '.join(ACTIONS)}"
            manuscript.report("scene", "rival", (*at, "do"), f"rule '{name}' does nothing", hint, key=True)
        if rule.at_most_months is not None and not 0 < rule.for_months <= rule.at_most_months:
            what, hint = "a length that cannot be drawn", "write for_months: 1 or more, and at_most_months no less"
            manuscript.report("scene", "rival", (*at, "at_most_months"), what, hint)
        if rule.once and rule.cooldown_months:
            what = "a cooldown on a rule that fires once"
            manuscript.report("scene", "rival", (*at, "cooldown_months"), what, "keep one of them", severity=WARNING)


def _incidents(manuscript: Manuscript, frame: Frame) -> None:
    incidents, calendar = manuscript.get(Incidents, "scene"), frame.calendar
    for name, entry in incidents.incidents.items() if incidents else ():
        at = ("incidents", name)
        if entry.month is None and entry.when is None:
            hint = "add month: 2010-09 or when: ..."
            manuscript.report(
                "scene", "incidents", at, f"incident '{name}' has no date and no condition", hint, key=True
            )
        elif entry.month and not 0 <= month_number(entry.month) - calendar.start < calendar.months:
            what = f"incident '{name}' can never happen: {_span(frame)}"
            manuscript.report("scene", "incidents", (*at, "month"), what, severity=WARNING)
        if entry.chance.value == 0:
            what = f"incident '{name}' can never happen: its chance is 0"
            manuscript.report("scene", "incidents", (*at, "chance"), what, severity=WARNING)
        if entry.demand.leaves and entry.months == 0:
            what = f"incident '{name}' changes demand for no time"
            manuscript.report("scene", "incidents", (*at, "demand"), what, "add months: ...", key=True)


def _span(frame: Frame) -> str:
    calendar = frame.calendar
    return f"the match runs from {calendar.label(0)} to {calendar.label(calendar.months - 1)}"


def _metrics(manuscript: Manuscript, frame: Frame) -> None:
    scenario = manuscript.get(Scenario, "scene")
    if not scenario:
        return
    vocabulary = frame.vocabulary.bound(frame.seat_names[0])
    for name, part in scenario.score.items():
        _metric(manuscript, ("score", name, "metric"), part.metric, vocabulary, of_seat=True)
        if part.worst == part.best:
            manuscript.report("scene", "scenario", ("score", name, "best"), "best and worst are the same")
        for seat, own in part.seats.items():
            _own_bounds(manuscript, scenario, part, ("score", name, "seats", seat), own)
    for position, goal in enumerate(scenario.goals):
        _metric(manuscript, ("goals", position, "metric"), goal.metric, vocabulary)
        if goal.at_most is None and goal.at_least is None:
            at: Path = ("goals", position)
            manuscript.report("scene", "scenario", at, "a goal without a bound", "add at_most or at_least", key=True)
        for place, seat in enumerate(goal.seats):
            if seat not in scenario.seats:
                hint = closest(seat, scenario.seats)
                manuscript.report(
                    "scene", "scenario", ("goals", position, "seats", place), f"'{seat}' is no seat", hint
                )

    for position, entry in enumerate(scenario.documented):
        _documented(manuscript, ("documented", position), entry, frame.vocabulary)


def _own_bounds(manuscript: Manuscript, scenario: Scenario, part: ScorePart, at: Path, own: Bounds) -> None:
    """Report bounds of who is no seat, and those between which there is nothing."""
    seat = str(at[-1])
    if seat not in scenario.seats:
        hint = closest(seat, scenario.seats)
        manuscript.report("scene", "scenario", at, f"'{seat}' is no seat", hint, key=True)
    elif len({*part.bounds(own)}) == 1:
        manuscript.report("scene", "scenario", at, "best and worst are the same", key=True)


def _documented(manuscript: Manuscript, at: Path, entry: Documented, vocabulary: Vocabulary) -> None:
    """Report what is known of a figure where its metric, unit or origin cannot stand."""
    _metric(manuscript, (*at, "metric"), entry.metric, vocabulary)
    metric = METRICS.get(entry.metric.partition("(")[0])
    if metric is not None and entry.unit != metric.unit:
        what = f"'{metric.name}' is not measured in '{entry.unit}'"
        manuscript.report("scene", "scenario", (*at, "unit"), what, f"write {metric.unit}")
    if entry.source is None:
        what = "what is documented has no source"
        manuscript.report("scene", "scenario", at, what, "add source: KEY and confidence: ...", key=True)


def _metric(
    manuscript: Manuscript,
    path: Path,
    text: str,
    vocabulary: Vocabulary,
    *,
    of_seat: bool = False,
) -> None:
    try:
        reading(text, vocabulary)
        if of_seat and scored(text, vocabulary) is None:
            what, hint = f"'{text}' is not a metric of the seat", "write self as its nation, as in shortage(self)"
            manuscript.report("scene", "scenario", path, what, hint)
    except ExpressionError as error:
        manuscript.report("scene", "scenario", path, error.what, error.hint, offset=error.offset)
