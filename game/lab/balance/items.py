"""What is worth ordering: kinds of order, projects, lines of research and agreements that have a place in a good plan.

One has its place in a plan within `NEAR` points of the seat's best, if the same plan without it is worth less.
What the best plan itself does not have is put into it, or in the place of another of its orders, here and there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from game.content.plan import Plan, Planned
from game.lab.balance.best import Best
from game.lab.balance.ground import Ground
from game.lab.plans.search import ORDER_COSTS
from game.orders import KINDS, Order

NEAR = 3.0
"""Points by which a plan may lie below the best of its seat and still be a good one."""
_AXES = ("projects", "lines", "agreements")

Item = tuple[str, str]
"""Axis, ``orders`` for a kind of order, and identifier."""


@dataclass(frozen=True)
class Items:
    """Everything that can be ordered: what has its place in a good plan of some seat, and what was tried in vain."""

    placed: tuple[Item, ...]
    unused: tuple[Item, ...]


@dataclass(frozen=True)
class _Trial:
    """A plan with an item in it, and the same plan without."""

    items: frozenset[Item]
    seat: int
    plan: Plan
    without: Plan


def items_of(order: Order) -> frozenset[Item]:
    """What an order is a case of: its kind, and the project, line or agreement that it names."""
    named = {(pick.axis, getattr(order, pick.name)) for pick in order.form.picks() if pick.axis in _AXES}
    return frozenset({("orders", order.kind), *named})


def items(ground: Ground, best: Sequence[Best]) -> Items:
    """Look for a place for everything."""
    names = ground.package.world.names
    every: list[Item] = [("orders", kind) for kind in KINDS]
    every += [(axis, name) for axis in _AXES for name in getattr(names, axis)]
    placed = {
        item
        for one in best
        for planned, worth in zip(one.plan.orders, one.worths, strict=True)
        if worth > ORDER_COSTS
        for item in items_of(planned.order)
    }
    placed |= _found(ground, best, [item for item in every if item not in placed])
    return Items(tuple(item for item in every if item in placed), tuple(item for item in every if item not in placed))


def _found(ground: Ground, best: Sequence[Best], sought: Sequence[Item]) -> set[Item]:
    rng = np.random.default_rng([ground.seed, 5])
    found: set[Item] = set()
    for one in best:
        trials = [trial for item in sought for trial in _trials(ground, one, item, rng)]
        if not trials:
            continue
        plans = [one.plan, *(trial.plan for trial in trials), *(trial.without for trial in trials)]
        distinct = list(dict.fromkeys(plans))
        means = ground.play([ground.plans(one.seat, distinct)], ground.check)[0].of(one.seat)
        worth = dict(zip(distinct, means.tolist(), strict=True))
        for trial in trials:
            value = worth[trial.plan]
            if value >= worth[one.plan] - NEAR and value > worth[trial.without] + ORDER_COSTS:
                found |= trial.items
    return found


def _trials(ground: Ground, best: Best, item: Item, rng: np.random.Generator) -> Iterator[_Trial]:
    """The item put into the best plan, and in the place of one of its orders, in turns drawn at random."""
    orders = [order for order in ground.choices[best.seat].everything if item in items_of(order)]
    turns = ground.package.world.calendar.turns
    for _try in range(ground.sizes.item_tries if orders else 0):
        order = orders[int(rng.integers(len(orders)))]
        turn = int(rng.integers(turns))
        yield _trial(best, Planned(turn, order), best.plan)
        if len(best.plan):
            place = int(rng.integers(len(best.plan)))
            yield _trial(best, Planned(best.plan.orders[place].turn, order), best.plan.without(place))


def _trial(best: Best, one: Planned, without: Plan) -> _Trial:
    return _Trial(items_of(one.order), best.seat, without.beside(one), without)
