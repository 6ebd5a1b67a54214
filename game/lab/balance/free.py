"""Orders that cost nothing: neither budget, capital, approval nor tension moves in their turn, and yet they pay."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.content.plan import Plan, Planned
from game.lab.balance.ground import Ground
from game.lab.tables.hands import Setting
from game.lab.tables.outcomes import Outcomes
from game.orders import Order

PAYS = 0.5
"""Points from which an order pays."""
_STILL = 1e-6
"""Part of its usual size by which a figure may differ where nothing has moved it."""


@dataclass(frozen=True)
class Free:
    """An order that costs a seat nothing when it is given in the first turn, and what it brings in the end."""

    seat: int
    order: Order
    gain: float
    """Points over doing nothing."""


def free(ground: Ground) -> list[Free]:
    """All that are found, seat by seat, those that bring most first."""
    found: list[Free] = []
    for seat in ground.seats:
        orders = ground.choices[seat].everything
        seeds = ground.search[:2]
        plans = [Plan(), *(Plan((Planned(0, order),)) for order in orders)]
        first = ground.play([ground.plans(seat, plans)], seeds, Setting(turns=1))[0]
        still = [orders[place] for place in np.flatnonzero(_costless(first, seat))]
        if not still:
            continue
        tables = ground.plans(seat, [Plan(), *(Plan((Planned(0, order),)) for order in still)])
        means = ground.play([tables], ground.search)[0].of(seat)
        gains = [Free(seat, order, float(mean - means[0])) for order, mean in zip(still, means[1:], strict=True)]
        found += sorted((one for one in gains if one.gain >= PAYS), key=lambda one: -one.gain)
    return found


def _costless(outcomes: Outcomes, seat: int) -> NDArray[np.bool_]:
    """Which of the tables after the first had its order given and all figures as at the first."""
    figures = outcomes.figures[:, seat]
    size = np.maximum(np.abs(figures[:, :1]), 1.0)
    differs: NDArray[np.bool_] = np.abs(figures[:, 1:] - figures[:, :1]) > _STILL * size
    still = np.logical_not(differs.any(axis=(0, 2)))
    return np.logical_and(still, (outcomes.given[seat, 1:] > 0).all(axis=1))
