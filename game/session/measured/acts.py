"""What was decided and what happened in some turns: each may be taken away, to see what it did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.engine.interventions import Stroke
from game.engine.world import World
from game.session.interventions.effect import compiled, number_of_effects
from game.session.records import TurnReport

ORDER, RULE, ENDED, INCIDENT, PROJECT = "order", "rule", "ended", "incident", "project"
BY_HAND = "by_hand"
_TOLD = {"rule_fired": RULE, "rule_ended": ENDED, "incident": INCIDENT, "project_done": PROJECT}
"""Kinds of event that tell of an act that is no order."""


@dataclass(frozen=True)
class Act:
    """An order, a rule that fired or ended, an incident that happened, a project that was completed, or one effect of
    what was done by hand.
    """

    kind: str
    turn: int
    """The last of the turns looked at in which it was."""
    position: int
    """Among the orders that the seat gave in the turn, or the effects of that turn by hand; else in `World.names`, or
    among the incidents.
    """
    seat: int = -1
    """Who gave the order; -1 for everything else."""

    def public(self) -> bool:
        """Whether every seat may know of it."""
        return self.kind != ORDER


def strokes_of(world: World, report: TurnReport) -> list[tuple[str, Stroke]]:
    """The effects of what was done by hand in a turn, in order, each with the kind of its intervention."""
    return [
        (done.intervention.kind, stroke)
        for done in report.interventions
        for stroke in compiled(world, done.intervention.effect).strokes
    ]


def acts_of(seats: Sequence[str], reports: Sequence[TurnReport]) -> list[Act]:
    """All acts of the turns of `reports`, oldest first; what happened twice counts once."""
    found: dict[tuple[str, int], Act] = {}
    orders: list[Act] = []
    for report in reports:
        for seat, name in enumerate(seats):
            orders += [Act(ORDER, report.turn, place, seat) for place in range(len(report.orders.get(name, ())))]
        by_hand = sum(number_of_effects(done.intervention.effect) for done in report.interventions)
        orders += [Act(BY_HAND, report.turn, place) for place in range(by_hand)]
        started = {event.item for event in report.played if event.kind == "project_started"}
        for event in report.played:
            kind = _TOLD.get(event.kind)
            # What is taken up and completed in one turn is the order's doing.
            if kind is not None and not (kind == PROJECT and event.item in started):
                found[kind, event.item] = Act(kind, report.turn, event.item)
    return [*orders, *found.values()]
