"""Contests: several seats want what only one can have in one turn, or parts of it that are too much together.

The greater bid wins; of equal sums, the seat that comes first in the rule set. What arrives first never counts. What
the winners leave is for the next, as far as its part fits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from game.engine.state import State
from game.engine.world import World
from game.orders.desk import check
from game.orders.kinds import ALLOWED, Codes, Mask, Order

_ROUNDING = 1e-9


@dataclass(frozen=True)
class Settled:
    """An order after contests: where it goes on, and where another seat's order pushed it aside.

    `index` is its place among the orders that were handed in; `codes` (B,) is the reason code where it lost.
    """

    index: int
    nation: int
    order: Order
    where: Mask
    codes: Codes


def settle(world: World, state: State, orders: Sequence[tuple[int, Order, Mask]]) -> list[Settled]:
    """All `orders` (nation, order, mask) of a turn in the order in which they resolve, losers of contests masked out.

    Seats resolve in the order of the rule set, each seat's orders as it gave them. An order that could not be given
    anyway takes part in no contest.

    Raises:
        KeyError: when an identifier in an order is unknown to the world.
    """
    lost = [np.zeros(state.batch, dtype=bool) for _ in orders]
    for rivals in _contests(orders):
        _decide(world, state, orders, rivals, lost)
    ranked = sorted(range(len(orders)), key=lambda i: orders[i][0])
    return [
        Settled(
            i,
            orders[i][0],
            orders[i][1],
            orders[i][2] & ~lost[i],
            np.where(lost[i], orders[i][1].contest()[1], ALLOWED),
        )
        for i in ranked
    ]


def _contests(orders: Sequence[tuple[int, Order, Mask]]) -> list[list[int]]:
    """Places of the orders that want the same thing, for each thing wanted by more than one nation."""
    wanted: dict[str, list[int]] = {}
    for i, (_, order, _) in enumerate(orders):
        wanted.setdefault(order.contest()[0], []).append(i)
    wanted.pop("", None)
    return [places for places in wanted.values() if len({orders[i][0] for i in places}) > 1]


def _decide(
    world: World, state: State, orders: Sequence[tuple[int, Order, Mask]], rivals: list[int], lost: list[Mask]
) -> None:
    taken = np.zeros(state.batch)
    best: dict[int, Mask] = {}
    # A seat does not contend with itself: where one of its orders has won, another is not outbid.
    for i in sorted(rivals, key=lambda i: (-orders[i][1].bid(world), orders[i][0])):
        seat, order, where = orders[i]
        bids = where & (check(world, state, seat, order) == ALLOWED)
        wins = bids & (taken + order.wanted(world) <= 1.0 + _ROUNDING)
        won = best.setdefault(seat, np.zeros(state.batch, dtype=bool))
        lost[i] |= bids & ~wins & ~won
        taken += order.wanted(world) * (wins & ~won)
        won |= wins
