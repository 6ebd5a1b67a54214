"""What a scenario was for: objectives, the turning points that were expected, and the goals of every seat."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.reports.script import months_of, teller_of
from game.session.match import Match
from game.telling import _


@dataclass(frozen=True)
class Expected:
    """What the scenario was expected to turn on, and what came of it."""

    text: str
    month: str
    """When it was expected, ``YYYY-MM``; empty where no month was."""
    came: tuple[str, ...]
    """Months in which it came; none where it did not."""


@dataclass(frozen=True)
class GoalFacts:
    """A goal of a seat with its figure at the end."""

    seat: str
    text: str
    met: bool
    secret: bool
    """Whether the other seats learn of it here."""


@dataclass(frozen=True)
class Aims:
    """What the debrief says of them."""

    objectives: tuple[str, ...]
    expected: tuple[Expected, ...]
    goals: tuple[GoalFacts, ...]
    """Of every seat, those that were secret among them."""


def aims_of(match: Match) -> Aims:
    """The aims of the scenario that is played in `match`, and what came of them."""
    objectives = tuple(map(_, match.control.package.objectives))
    return Aims(objectives, tuple(_expected(match)), tuple(_goals(match)))


def _expected(match: Match) -> Iterator[Expected]:
    world = match.control.world
    incidents = [incident.key for incident in world.incidents]
    for point in match.control.package.turning_points:
        known, kind = (incidents, "incident") if point.act in incidents else (world.names.rules, "rule_fired")
        yield Expected(_(point.text), point.month, months_of(match, kind, known.index(point.act)))


def _goals(match: Match) -> Iterator[GoalFacts]:
    teller = teller_of(match)
    for seat in match.seats:
        for goal in match.view(seat).goals:
            yield GoalFacts(teller.name("nations", seat), teller.reached(goal), goal.met, goal.secret)
