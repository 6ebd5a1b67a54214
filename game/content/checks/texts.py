"""Conditions, metrics and orders that stand as text in the files: understood, and able to happen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.content.calendar import month_number
from game.content.checks.reach import never
from game.content.compiling.frame import Frame
from game.content.compiling.script import rule_targets, scored
from game.content.draft import Draft
from game.content.expressions import condition, reading
from game.content.findings import ERROR, WARNING
from game.content.models.doctrines import Doctrines
from game.content.models.incidents import Incidents
from game.content.models.rival import Rival
from game.content.models.scenario import Scenario
from game.content.numbers import Path
from game.content.vocabulary import ExpressionError, Vocabulary
from game.content.words import closest


class Written(NamedTuple):
    """A condition as it stands in a file, and how bad it is when it can never hold."""

    part: str
    kind: str
    path: Path
    text: str
    vocabulary: Vocabulary
    what: str
    severity: str


def check(draft: Draft, frame: Frame) -> None:
    """Report conditions and metrics that are not understood, and what can never happen."""
    for written in _conditions(draft, frame):
        try:
            compiled = condition(written.text, written.vocabulary)
        except ExpressionError as error:
            draft.report(written.part, written.kind, written.path, error.what, error.hint, offset=error.offset)
            continue
        reason = never(compiled, frame.calendar)
        if reason:
            what = f"{written.what} can never fire: {reason}"
            draft.report(written.part, written.kind, written.path, what, severity=written.severity)
    _rival(draft, frame)
    _incidents(draft, frame)
    _metrics(draft, frame)


def _conditions(draft: Draft, frame: Frame) -> Iterator[Written]:
    plain, bound = frame.vocabulary, frame.vocabulary.bound(frame.seat_names[0])
    rival, incidents = draft.get(Rival, "scene"), draft.get(Incidents, "scene")
    for name, rule in rival.rules.items() if rival else ():
        yield Written("scene", "rival", ("rules", name, "when"), rule.when, plain, f"rule '{name}'", ERROR)
    for name, entry in incidents.incidents.items() if incidents else ():
        if entry.when is not None:
            path = ("incidents", name, "when")
            yield Written("scene", "incidents", path, entry.when, plain, f"incident '{name}'", ERROR)
    for part in ("rules", "scene"):
        doctrines = draft.get(Doctrines, part)
        for name, doctrine in doctrines.doctrines.items() if doctrines else ():
            for position, step in enumerate(doctrine.rules):
                # A rule set's doctrines serve scenarios of any length: a date past the end is no fault of theirs.
                severity = ERROR if part == "scene" else WARNING
                at: Path = ("doctrines", name, "rules", position, "when")
                yield Written(part, "doctrines", at, step.when, bound, f"rule '{step.id}'", severity)


def _rival(draft: Draft, frame: Frame) -> None:
    rival = draft.get(Rival, "scene")
    for name, rule in rival.rules.items() if rival else ():
        at = ("rules", name)
        if rule.chance.value == 0:
            draft.report("scene", "rival", (*at, "chance"), f"rule '{name}' can never fire: its chance is 0")
        if not any(getattr(rule.do, kind) for kind in type(rule.do).model_fields):
            hint = "known here: " + ", ".join(type(rule.do).model_fields)
            draft.report("scene", "rival", (*at, "do"), f"rule '{name}' does nothing", hint, key=True)
        written = rule.against if isinstance(rule.against, list) else []
        if all(name in frame.names.nations for name in written) and not rule_targets(frame, rule).any():
            draft.report("scene", "rival", at, f"rule '{name}' is against nobody", key=True)
        if rule.once and rule.cooldown_months:
            what = "a cooldown on a rule that fires once"
            draft.report("scene", "rival", (*at, "cooldown_months"), what, "keep one of them", severity=WARNING)


def _incidents(draft: Draft, frame: Frame) -> None:
    incidents, calendar = draft.get(Incidents, "scene"), frame.calendar
    for name, entry in incidents.incidents.items() if incidents else ():
        at = ("incidents", name)
        if entry.month is None and entry.when is None:
            hint = "add month: 2010-09 or when: ..."
            draft.report("scene", "incidents", at, f"incident '{name}' has no date and no condition", hint, key=True)
        elif entry.month and not 0 <= month_number(entry.month) - calendar.start < calendar.months:
            what = f"incident '{name}' can never happen: {_span(frame)}"
            draft.report("scene", "incidents", (*at, "month"), what)
        if entry.chance.value == 0:
            draft.report("scene", "incidents", (*at, "chance"), f"incident '{name}' can never happen: its chance is 0")
        if entry.demand.leaves and entry.months == 0:
            what = f"incident '{name}' changes demand for no time"
            draft.report("scene", "incidents", (*at, "demand"), what, "add months: ...", key=True)


def _span(frame: Frame) -> str:
    calendar = frame.calendar
    return f"the match runs from {calendar.label(0)} to {calendar.label(calendar.months - 1)}"


def _metrics(draft: Draft, frame: Frame) -> None:
    scenario = draft.get(Scenario, "scene")
    if not scenario:
        return
    vocabulary = frame.vocabulary.bound(frame.seat_names[0])
    for name, part in scenario.score.items():
        _metric(draft, ("score", name, "metric"), part.metric, vocabulary, of_seat=True)
        if part.worst == part.best:
            draft.report("scene", "scenario", ("score", name, "best"), "best and worst are the same")
    for position, goal in enumerate(scenario.goals):
        _metric(draft, ("goals", position, "metric"), goal.metric, vocabulary, of_seat=False)
        if goal.at_most is None and goal.at_least is None:
            at: Path = ("goals", position)
            draft.report("scene", "scenario", at, "a goal without a bound", "add at_most or at_least", key=True)
        for place, seat in enumerate(goal.seats):
            if seat not in scenario.seats:
                hint = closest(seat, scenario.seats)
                draft.report("scene", "scenario", ("goals", position, "seats", place), f"'{seat}' is no seat", hint)


def _metric(draft: Draft, path: Path, text: str, vocabulary: Vocabulary, *, of_seat: bool) -> None:
    try:
        reading(text, vocabulary)
        if of_seat and scored(text, vocabulary) is None:
            what, hint = f"'{text}' is not a metric of the seat", "write self as its nation, as in shortage(self)"
            draft.report("scene", "scenario", path, what, hint)
    except ExpressionError as error:
        draft.report("scene", "scenario", path, error.what, error.hint, offset=error.offset)
