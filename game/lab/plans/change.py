"""Plans made of other plans: an order more or less, earlier or later, another of its kind, or parts of two plans."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from game.content.plan import Plan, Planned
from game.lab.plans.choices import Choices

LONGEST = 60
"""Orders that a plan may have: more than four in each turn of a long match, which no person gives."""
_CROSSED = 0.25
"""How often a plan has two parents."""
_GO_ON = 0.5
"""How often another change is made after each."""


class Changes:
    """Makes plans for one seat, in a match of so many turns."""

    def __init__(self, choices: Choices, turns: int, rng: np.random.Generator) -> None:
        self._choices, self._turns, self._rng = choices, turns, rng
        self._ways: tuple[tuple[float, Callable[[Plan], Plan]], ...] = (
            (0.35, self._add),
            (0.2, self._drop),
            (0.2, self._move),
            (0.25, self._alter),
        )

    def child(self, parent: Plan, other: Plan) -> Plan:
        """A plan that differs from `parent`, perhaps by what `other` has."""
        plan = self._cross(parent, other) if self._rng.random() < _CROSSED else parent
        while True:
            chances = np.array([chance for chance, _ in self._ways])
            way = self._ways[int(self._rng.choice(len(chances), p=chances))][1]
            plan = way(plan)
            if self._rng.random() >= _GO_ON:
                return plan if len(plan) <= LONGEST else Plan(plan.orders[:LONGEST])

    def any(self, per_turn: int) -> Plan:
        """So many orders in every turn, each any that a form offers."""
        orders = (Planned(turn, self._choices.any(self._rng)) for turn in range(self._turns) for _ in range(per_turn))
        return Plan.of(orders)

    def _cross(self, one: Plan, other: Plan) -> Plan:
        """The first turns of one and the last of the other, or each order of both by chance."""
        if self._rng.random() < 0.5:
            cut = int(self._rng.integers(self._turns))
            early = [each for each in one.orders if each.turn < cut]
            return Plan.of([*early, *(each for each in other.orders if each.turn >= cut)])
        return Plan.of(each for each in (*one.orders, *other.orders) if self._rng.random() < 0.5)

    def _add(self, plan: Plan) -> Plan:
        return plan.beside(Planned(int(self._rng.integers(self._turns)), self._choices.any(self._rng)))

    def _drop(self, plan: Plan) -> Plan:
        return plan.without(self._place(plan)) if len(plan) else plan

    def _move(self, plan: Plan) -> Plan:
        if not len(plan):
            return self._add(plan)
        place = self._place(plan)
        turn = plan.orders[place].turn + int(self._rng.choice([-3, -2, -1, 1, 2, 3]))
        moved = Planned(min(max(turn, 0), self._turns - 1), plan.orders[place].order)
        return plan.without(place).beside(moved)

    def _alter(self, plan: Plan) -> Plan:
        if not len(plan):
            return self._add(plan)
        place = self._place(plan)
        old = plan.orders[place]
        return plan.without(place).beside(Planned(old.turn, self._choices.like(old.order, self._rng)))

    def _place(self, plan: Plan) -> int:
        return int(self._rng.integers(len(plan)))
