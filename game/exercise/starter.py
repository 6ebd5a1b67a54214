"""A list to begin with, made of what a scenario has: a few events that show each way, then one for each incident and
rule that control may bring about.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.content.calendar import month_number
from game.content.package import Package
from game.exercise.columns import COLUMNS, CONDITION, CONTROL, MANUAL, PLANNED, TURN
from game.exercise.effects import fault_of_effect
from game.exercise.table import Table
from game.telling import _

Cells = Mapping[str, str]


def starter(package: Package) -> Table:
    """The list, in the language spoken now. Incidents and rules come by themselves as well: theirs are for need."""
    events = [*_examples(package), *_turning_points(package), *_for_need(package)]
    rows = [{"serial": str(number), "status": PLANNED, **cells} for number, cells in enumerate(events, 1)]
    return Table(tuple(COLUMNS), tuple(tuple(row.get(column, "") for column in COLUMNS) for row in rows))


def _examples(package: Package) -> Iterator[Cells]:
    """One event of each trigger, one of them private to a seat."""
    seat = package.default_seat
    yield {
        "turn": "1",
        "trigger": TURN,
        "from": _("Exercise control"),
        "to": "all",
        "delivery": "cable",
        "subject": _("The exercise begins"),
        "message": _("This is an exercise. Read your briefing, and look at your figures."),
    }
    yield {
        "turn": str(min(3, package.world.calendar.turns)),
        "trigger": TURN,
        "from": _("A minister"),
        "to": seat,
        "delivery": "phone",
        "subject": _("A call in confidence"),
        "message": _("Parliament asks for how many days we are covered. What do I answer?"),
        "expected_action": _("The team looks at its cover and says what it will do."),
    }
    yield {
        "trigger": CONDITION,
        "condition": f"tension({seat}) > 0.6",
        "from": _("A news agency"),
        "to": "all",
        "delivery": "news",
        "subject": _("Talks broken off"),
        "message": _("Diplomats left the room without a word."),
    }


def _turning_points(package: Package) -> Iterator[Cells]:
    """What is expected to decide, for control alone, in the turn in which it is expected."""
    calendar = package.world.calendar
    for point in package.turning_points:
        cells = {"trigger": MANUAL, "to": "cells", "visible_to": CONTROL, "subject": _(point.text)}
        turn = (month_number(point.month) - calendar.start) // calendar.turn_months + 1 if point.month else 0
        yield {**cells, "trigger": TURN, "turn": str(turn)} if 1 <= turn <= calendar.turns else cells


def _for_need(package: Package) -> Iterator[Cells]:
    told = [
        *((f"happen({key})", one.name, one.text, "news") for key, one in package.incidents.items()),
        *((f"fire({key})", one.name, "", "news") for key, one in package.rules.items() if one.played),
    ]
    for effect, name, text, delivery in told:
        if not fault_of_effect(package, effect):
            yield {
                "trigger": MANUAL,
                "to": "all",
                "delivery": delivery,
                "subject": _(name),
                "message": " ".join(_(text).split()),
                "model_effect": effect,
                "contingency": "y",
            }
