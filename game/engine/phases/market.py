"""Prices in two zones: outside the rival and inside.

A price follows the stock that firms want over the stock they have, from the level that traders hold to be usual, and
expects its last change to go on. While the rival's goods leave freely there is one market: the stocks of both zones
count together, and the price outside is that inside with the tax and the gap that traders are used to. Where controls
hold the two apart, each zone finds its own.
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
    _join(world, state, month, target)
    target -= present
    target *= 1.0 / market.adjust_months
    if market.momentum:
        target += state.price_trend * market.momentum
    target += present
    target.clip(*_limits(world), target)
    np.subtract(target, present, out=state.price_trend)
    before, state.price = state.price, np.exp(target)
    _expect(world, state, present)
    _remember(world, state, month, before)


def _readings(world: World, state: State, month: Month) -> Array:
    """The price, and stock wanted over stock held, in each zone, (2, Z, M, K, B).

    Requests that nobody filled count as wanted. Inside, the stocks outside count too as far as the rival is open.
    """
    book = np.empty_like(state.stock, shape=(2, *state.stock.shape))
    np.add(month.wanted, month.unfilled, out=book[0])
    book[1] = state.stock
    zones = np.empty_like(book, shape=(2, *state.price.shape))
    inside = zones[:, INSIDE] = book[:, world.rival]
    np.subtract(total(book, 1), inside, out=zones[:, OUTSIDE])
    zones += _small(world)
    month.open = _openness(month)
    zones[:, INSIDE] += zones[:, OUTSIDE] * month.open
    readings = np.empty_like(zones)
    readings[0] = state.price
    np.divide(zones[0], zones[1], out=readings[1])
    np.minimum(readings[1], 1.0 / EMPTY, out=readings[1])
    return readings


def _join(world: World, state: State, month: Month, target: Array) -> None:
    """Turn what scarcity adds to the usual price, log (Z, M, K, B), into the price that it calls for.

    As far as the rival is open, the price outside is that inside with the usual gap, which itself moves toward the
    export tax.
    """
    target += state.usual_price
    if np.count_nonzero(state.flood):
        target[INSIDE] += np.log(1.0 - state.flood)[:, None]
    gap = state.usual_gap
    apart = target[INSIDE] - target[OUTSIDE]
    apart += gap
    apart *= month.open
    target[OUTSIDE] += apart
    step = np.log1p(state.export_tax)
    step -= gap
    step *= month.open
    step *= 1.0 / world.market.wedge_months
    gap += step


def _expect(world: World, state: State, present: Array) -> None:
    """Move the usual price, log, toward the present one, and back toward the reference of demand.

    Inside, traders also know what the goods fetch abroad.
    """
    market = world.market
    if not market.expectation_gain:
        return
    usual = state.usual_price
    usual *= 1.0 - market.expectation_gain - market.expectation_return
    abroad = present[OUTSIDE] - state.usual_gap
    np.maximum(present[INSIDE], abroad, out=present[INSIDE])
    present *= market.expectation_gain
    usual += present
    usual += _returning(world)


def _openness(month: Month) -> Array | float:
    """How far the rival is open, (M, K, B): not at all where it refuses `HELD_APART` of what is asked."""
    if month.cut is None:
        return 1.0
    openness = month.cut * (-1.0 / HELD_APART)
    openness += 1.0
    return np.maximum(openness, 0.0, out=openness)


def _remember(world: World, state: State, month: Month, before: Array) -> None:
    outside = state.price[OUTSIDE, :, SEPARATION]
    change = outside - state.year_price
    if month.events.watched:
        high = change > (SPIKE - 1.0) * state.year_price
        if np.count_nonzero(high):
            # A spike is told when it begins: the price has just passed the line.
            spikes = high & (before[OUTSIDE, :, SEPARATION] <= SPIKE * state.year_price)
            for material in np.flatnonzero(spikes.any(axis=-1)).tolist():
                rate, good = outside[material] / state.year_price[material], world.goods.at(material, SEPARATION)
                month.events.add("price_spike", state.month, spikes[material], item=good, amount=rate)
    change *= YEAR
    state.year_price += change


@derived
def _returning(world: World) -> Array:
    """(Z, M, K, 1) what the reference price adds to the usual one in a month, log."""
    return wide(np.log(world.demand.reference_price) * world.market.expectation_return)


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
