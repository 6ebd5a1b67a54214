"""What a seat can still do in each turn of a match that goes by its best plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.content.plan import Planned
from game.lab.balance.best import Best
from game.lab.balance.ground import Ground
from game.orders import Order


@dataclass(frozen=True)
class Turns:
    """What each turn is worth to a seat, in points, (T,) each."""

    seat: int
    planned: NDArray[np.float64]
    """The best order that the plan has there; 0 where it has none."""
    further: NDArray[np.float64]
    """The best of the further orders that were tried there; 0 where none gains."""
    orders: tuple[Order | None, ...]
    """The order behind each, the planned or the further one; None where no order gains."""

    @property
    def worth(self) -> NDArray[np.float64]:
        """The greater of both, (T,)."""
        return np.maximum(self.planned, self.further)

    @property
    def late(self) -> int:
        """The turn from the middle on that holds most, counted from 0."""
        middle = len(self.worth) // 2
        return middle + int(np.argmax(self.worth[middle:]))


def turns(ground: Ground, best: Sequence[Best]) -> list[Turns]:
    """For each seat: the orders of its plan, and others that are tried beside them, turn by turn."""
    rng = np.random.default_rng([ground.seed, 3])
    tried = [_tried(ground, one, rng) for one in best]
    tables = [
        ground.plans(one.seat, [one.plan, *(one.plan.beside(more) for more in each)])
        for one, each in zip(best, tried, strict=True)
    ]
    outcomes = ground.play(tables, ground.check)
    return [
        _of_seat(ground, one, each, found.of(one.seat)) for one, each, found in zip(best, tried, outcomes, strict=True)
    ]


def _tried(ground: Ground, best: Best, rng: np.random.Generator) -> list[Planned]:
    count = ground.package.world.calendar.turns
    drawn = ((turn, ground.choices[best.seat].any(rng)) for turn in range(count) for _ in range(ground.sizes.tries))
    return [Planned(turn, order) for turn, order in drawn]


def _of_seat(ground: Ground, best: Best, tried: Sequence[Planned], means: NDArray[np.float64]) -> Turns:
    count = ground.package.world.calendar.turns
    planned, further = np.zeros(count), np.zeros(count)
    by_turn: list[Order | None] = [None] * count
    known = [*zip(best.plan.orders, best.worths, [planned] * len(best.plan), strict=True)]
    more = [*zip(tried, (means[1:] - means[0]).tolist(), [further] * len(tried), strict=True)]
    for one, worth, into in (*known, *more):
        if worth > max(planned[one.turn], further[one.turn]):
            by_turn[one.turn] = one.order
        into[one.turn] = max(into[one.turn], worth)
    return Turns(best.seat, planned, further, tuple(by_turn))
