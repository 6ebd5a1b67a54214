"""Prices in two zones: outside the rival and inside.

A price follows the stock that firms want over the stock they have, and expects its last change to go on. While the
rival's goods leave freely, the price outside follows that inside, with the tax and the gap that traders are used to;
where controls hold the two apart, each zone finds its own.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.layout import needed_by_stage
from game.engine.month import Month
from game.engine.phases.inventories import YEAR
from game.engine.state import State
from game.engine.summation import total
from game.engine.world import INSIDE, OUTSIDE, SEPARATION, World, wide

Array = NDArray[np.float64]

HELD_APART = 0.25
"""Part of the requests that controls must refuse to part the zones altogether."""

EMPTY = 0.04
"""Stocks are never counted as less than this part of what is wanted: the price has an end."""

SMALL = 0.01
"""Months of the world's need: stocks below it do not move a price."""

SPIKE = 2.0
"""Times the year's price from which a price is a spike."""


def advance(world: World, state: State, month: Month) -> None:
    """Move the prices of all goods in both zones."""
    market = world.market
    present, target = np.log(_readings(world, state, month))
    target *= market.cover_exponent
    target += _away(world, state, month, present)
    target *= 1.0 / market.adjust_months
    if market.momentum:
        target += state.price_trend * market.momentum
    target += present
    target.clip(*_limits(world), target)
    np.subtract(target, present, out=state.price_trend)
    before, state.price = state.price, np.exp(target)
    _remember(state, month, before)


def _readings(world: World, state: State, month: Month) -> Array:
    """The price, and stock wanted over stock held, in each zone, (2, Z, M, K, B).

    Requests that nobody filled count as wanted.
    """
    book = np.empty_like(state.stock, shape=(2, *state.stock.shape))
    np.add(month.wanted, month.unfilled, out=book[0])
    book[1] = state.stock
    zones = np.empty_like(book, shape=(2, *state.price.shape))
    inside = zones[:, INSIDE] = book[:, world.rival]
    np.subtract(total(book, 1), inside, out=zones[:, OUTSIDE])
    zones += _small(world)
    readings = np.empty_like(zones)
    readings[0] = state.price
    np.divide(zones[0], zones[1], out=readings[1])
    np.minimum(readings[1], 1.0 / EMPTY, out=readings[1])
    return readings


def _away(world: World, state: State, month: Month, present: Array) -> Array:
    """How far the price from which scarcity starts is from the present one, log, (Z, M, K, B).

    It is that of the start, or outside, while the rival is open, that inside with the usual gap. Also moves that gap
    toward the export tax.
    """
    start, gap = _start(world), state.usual_gap
    away = start - present
    if np.count_nonzero(state.flood):
        away[INSIDE] += np.log(1.0 - state.flood)[:, None]
    parity, step = drift = np.empty_like(present)
    np.subtract(present[INSIDE], start[OUTSIDE], out=parity)
    parity += gap
    np.log1p(state.export_tax, out=step)
    step -= gap
    drift *= _openness(world, month)
    away[OUTSIDE] += parity
    gap += step
    return away


def _openness(world: World, month: Month) -> Array:
    """How far the rival is open, for parity and for a month's step of the usual gap, (2, M, K, B)."""
    free, closing = _open(world)
    if month.cut is None:
        return free
    openness = month.cut * closing
    openness += free
    return np.maximum(openness, 0.0, out=openness)


def _remember(state: State, month: Month, before: Array) -> None:
    outside = state.price[OUTSIDE, :, SEPARATION]
    change = outside - state.year_price
    if month.events.watched:
        high = change > (SPIKE - 1.0) * state.year_price
        if np.count_nonzero(high):
            # A spike is told when it begins: the price has just passed the line.
            spikes = high & (before[OUTSIDE, :, SEPARATION] <= SPIKE * state.year_price)
            for material in np.flatnonzero(spikes.any(axis=-1)).tolist():
                rate = outside[material] / state.year_price[material]
                month.events.add("price_spike", state.month, spikes[material], item=material, amount=rate)
    change *= YEAR
    state.year_price += change


@derived
def _open(world: World) -> tuple[Array, Array]:
    """(2, 1, 1, 1) openness when nothing is refused, and what a refusal of all adds to it."""
    free = wide(np.array([1.0, 1.0 / world.market.wedge_months]), 3)
    return free, free * (-1.0 / HELD_APART)


@derived
def _start(world: World) -> Array:
    return wide(np.log(world.market.start_price))


@derived
def _limits(world: World) -> tuple[Array, Array]:
    cost = world.market.marginal_cost
    return wide(np.log(cost * world.market.floor)), wide(np.log(cost * world.market.ceiling))


@derived
def _small(world: World) -> Array:
    """(Z, M, K, 1) t that are added to both sides of a cover, by the number of nations in the zone."""
    nations = len(world.names.nations)
    part = np.array([nations - 1.0, 1.0])[:, None, None] / nations
    return wide(SMALL * needed_by_stage(world).T * part)
