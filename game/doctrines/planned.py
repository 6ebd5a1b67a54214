"""Seats led by plans: orders that were fixed before the match, whatever happens in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.content.package import Package
from game.content.plan import Plan, Planned
from game.doctrines.lead import leaders_of
from game.orders import Order
from game.session.batch import BatchLeaders
from game.session.records import Leader, Mask, Proposal
from game.session.sight import Sight

_REASON = "planned"


class PlanLeader:
    """Leads a seat by a plan for each match of the batch. It looks at nothing.

    The plans must be sorted (`Plan.of`), unless all matches have the same: what several of them order is given at once.
    `given` counts the orders that took effect in each match, (B,).
    """

    def __init__(self, plans: Sequence[Plan]) -> None:
        self.given: NDArray[np.int64] = np.zeros(len(plans), dtype=np.int64)
        self._turns = _by_turn(plans)

    def orders(self, sight: Sight, turn: int, where: Mask) -> list[Proposal]:
        """The orders of this turn, each in the matches that plan it."""
        del sight
        return [Proposal(order, planned & where, _REASON) for order, planned in self._turns.get(turn, ())]

    def settled(self, index: int, accepted: Mask, turn: int) -> None:
        """Count what took effect."""
        del index, turn
        self.given += accepted

    def memory(self) -> dict[str, Any]:
        """Nothing: the plan says it all."""
        return {}

    def restore(self, memory: Mapping[str, Any]) -> None:
        """Nothing has to be remembered."""
        del memory


def _by_turn(plans: Sequence[Plan]) -> dict[int, list[tuple[Order, Mask]]]:
    """Turn to its orders, each with the matches (B,) that plan it."""
    places: dict[Plan, list[int]] = {}
    for place, plan in enumerate(plans):
        places.setdefault(plan, []).append(place)
    planned: dict[tuple[int, Order], Mask] = {}
    for plan, matches in places.items():
        for one in plan.orders:
            planned.setdefault((one.turn, one.order), np.zeros(len(plans), dtype=bool))[matches] = True
    items = list(planned.items())
    if len(places) > 1:
        items.sort(key=lambda item: Planned(*item[0]).key)
    turns: dict[int, list[tuple[Order, Mask]]] = {}
    for (turn, order), where in items:
        turns.setdefault(turn, []).append((order, where))
    return turns


class SeveralLeaders:
    """Leads one seat by several leaders, each in the matches of its mask (B,), one after another."""

    def __init__(self, parts: Sequence[tuple[Leader, Mask]]) -> None:
        self._parts = tuple(parts)
        self._proposed: list[tuple[Leader, int]] = []

    def orders(self, sight: Sight, turn: int, where: Mask) -> list[Proposal]:
        """What each wants in its matches."""
        self._proposed, found = [], []
        for leader, mask in self._parts:
            wanted = leader.orders(sight, turn, where & mask)
            self._proposed += [(leader, index) for index in range(len(wanted))]
            found += wanted
        return found

    def settled(self, index: int, accepted: Mask, turn: int) -> None:
        """Tell the one that proposed it."""
        leader, own = self._proposed[index]
        leader.settled(own, accepted, turn)

    def memory(self) -> dict[str, Any]:
        """What each must remember, by its place."""
        return {str(place): leader.memory() for place, (leader, _) in enumerate(self._parts)}

    def restore(self, memory: Mapping[str, Any]) -> None:
        """Let each go on."""
        for place, (leader, _) in enumerate(self._parts):
            leader.restore(memory.get(str(place), {}))


def led_by(plans: Mapping[str, Plan]) -> BatchLeaders:
    """Leaders that give the same plan in all matches for each seat of `plans`; doctrines lead the others."""

    def leaders(package: Package, batch: int = 1) -> Callable[[str, str], Leader]:
        by_doctrine = leaders_of(package, batch)

        def lead(doctrine: str, seat: str) -> Leader:
            return PlanLeader([plans[seat]] * batch) if seat in plans else by_doctrine(doctrine, seat)

        return lead

    return leaders
