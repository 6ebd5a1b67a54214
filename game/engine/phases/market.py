"""Prices in two zones: outside the rival and inside.

A price follows the stock that firms want over the stock they have, and expects its last change to go on. While the
rival's goods leave freely, the price outside follows that inside, with the tax and the gap that traders are used to;
where controls hold the two apart, each zone finds its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.layout import needed_by_stage
from game.engine.phases.inventories import YEAR
from game.engine.state import State
from game.engine.summation import total
from game.engine.world import INSIDE, OUTSIDE, SEPARATION, World, wide

if TYPE_CHECKING:
    from game.engine.step import Month

Array = NDArray[np.float64]

HELD_APART = 0.25
"""Part of the requests that controls must refuse to part the zones altogether."""

EMPTY = 0.04
"""Stocks are never counted as less than this part of what is wanted: the price has an end."""

SMALL = 0.01
"""Months of the world's need: stocks below it do not move a price."""

SPIKE = 2.0


def advance(world: World, state: State, month: Month) -> None:
    """Move the prices of all goods in both zones."""
    market = world.market
    present = np.log(state.price)
    target = np.log(_pressure(world, state, month))
    target *= market.cover_exponent
    target += _anchor(world, state, month, present)
    target -= present
    target *= 1.0 / market.adjust_months
    state.price_trend *= market.momentum
    target += state.price_trend
    target += present
    lowest, highest = _limits(world)
    np.maximum(target, lowest, out=target)
    np.minimum(target, highest, out=target)
    np.subtract(target, present, out=state.price_trend)
    np.exp(target, out=state.price)
    _remember(state, month)


def _pressure(world: World, state: State, month: Month) -> Array:
    """Stock wanted over stock held in each zone, (Z, M, K, B). Requests that nobody filled count as wanted."""
    book = np.empty_like(state.stock, shape=(2, *state.stock.shape))
    np.add(month.wanted, month.unfilled, out=book[0])
    book[1] = state.stock
    zones = np.empty_like(book, shape=(2, *state.price.shape))
    inside = zones[:, INSIDE] = book[:, world.rival]
    np.subtract(total(book, 1), inside, out=zones[:, OUTSIDE])
    zones += _small(world)
    pressure = zones[0] / zones[1]
    return np.minimum(pressure, 1.0 / EMPTY, out=pressure)


def _anchor(world: World, state: State, month: Month, present: Array) -> Array:
    """The price from which scarcity starts, log, (Z, M, K, B): that of the start, or outside that inside while open.

    Also moves the gap that traders are used to.
    """
    start, gap = _start(world), state.usual_gap
    anchor = np.empty_like(present)
    anchor[INSIDE] = start[INSIDE]
    if np.count_nonzero(state.flood):
        anchor[INSIDE] += np.log(1.0 - state.flood)[:, None]
    parity = np.add(present[INSIDE], gap, out=anchor[OUTSIDE])
    step = np.log1p(state.export_tax)
    step -= gap
    if month.cut is not None:
        closed = np.minimum(month.cut * (1.0 / HELD_APART), 1.0)
        parity += closed * (start[OUTSIDE] - parity)
        step *= 1.0 - closed
    step *= 1.0 / world.market.wedge_months
    gap += step
    return anchor


def _remember(state: State, month: Month) -> None:
    outside = state.price[OUTSIDE, :, SEPARATION]
    if month.events.watched:
        # A spike is told when it begins: the price has just passed the line.
        line = SPIKE * state.year_price
        high = outside > line
        if np.count_nonzero(high):
            spikes = high & (outside * np.exp(-state.price_trend[OUTSIDE, :, SEPARATION]) <= line)
            for material in np.flatnonzero(spikes.any(axis=-1)).tolist():
                rate = outside[material] / state.year_price[material]
                month.events.add("price_spike", state.month, spikes[material], item=material, amount=rate)
    change = outside - state.year_price
    change *= YEAR
    state.year_price += change


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
