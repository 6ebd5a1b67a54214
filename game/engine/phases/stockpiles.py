"""Public stockpiles: what states plan to buy for them, and what it costs."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.decided import FULL, Orders
from game.engine.derived import derived
from game.engine.month import Month
from game.engine.phases.economy import MILLION_A_TONNE, NOTICED
from game.engine.state import State
from game.engine.summation import total
from game.engine.world import DAYS_A_MONTH, OUTSIDE, World

Array = NDArray[np.float64]


def tell_short(month: Month, orders: Orders) -> None:
    """Record where a budget does not pay what is due for stockpiles, but a part of it."""
    cost, reach = orders.cost, orders.reach
    for seat in np.flatnonzero((reach < 1.0 - NOTICED).any(axis=1)).tolist():
        where = (reach[seat] < 1.0 - NOTICED) & (cost[seat] > NOTICED)
        unpaid = cost[seat] * (1.0 - reach[seat])
        month.events.add("budget_short", month.index, where, actor=seat, amount=unpaid)


def planned(world: World, state: State, nation: int | slice, target: Array, pace: Array, months: int) -> Array:
    """What a nation's policy means to buy in some months, (..., G, B) t: `target` (..., G, B) days of use, bought at
    `pace` (..., B) days a month at most, where industry sells and the budget reaches.
    """
    daily = state.held("usual_use", "NG")[nation] / DAYS_A_MONTH
    wish, held = target * daily, state.reserve[nation]
    tonnes: Array = np.minimum(wish - held, daily * (pace[..., None, :] * months)) * (held < wish * FULL)
    return tonnes


def cost_planned(world: World, state: State, nation: int, target: Array, pace: Array) -> Array:
    """What that costs the nation in a turn at the outside price, (B,) US$ million."""
    tonnes = planned(world, state, nation, target, pace, world.calendar.turn_months)
    return total(tonnes * state.price[OUTSIDE], 0) * MILLION_A_TONNE


@derived
def _zones(world: World) -> NDArray[np.int64]:
    """(H,) zone of each seat."""
    zones: NDArray[np.int64] = world.supply.rules["zone"][0, : world.seats]
    return zones


def settle(world: World, state: State, month: Month) -> None:
    """Pay and credit the seats for what went into their stockpiles and came out of them."""
    paid, earned = month.books.paid, month.books.earned
    if not np.count_nonzero(paid) and not np.count_nonzero(earned):
        return
    budget = state.budget[: world.seats]
    after = budget - paid + earned
    if month.events.watched:
        _book(world, month, after)
    budget[...] = np.maximum(after, 0.0)
    state.spent[: world.seats] += paid


def _book(world: World, month: Month, after: Array) -> None:
    """Record what went in and out, and what was paid and earned for it; `after` may lie below nothing."""
    terms, goods, moved = month.events.terms, world.names.goods, (month.books.stored, month.books.given)
    price = month.before.price[_zones(world)]
    rest = np.zeros((len(world.names.nations) - world.seats, *moved[0].shape[1:]))
    terms.add("reserve", "bought", np.concatenate([moved[0], rest]))
    terms.add("reserve", "release", -np.concatenate([moved[1], rest]))
    terms.add("budget", "purchase", -(moved[0] * price * MILLION_A_TONNE), each=goods)
    terms.add("budget", "sale", moved[1] * price * MILLION_A_TONNE, each=goods)
    if np.count_nonzero(after < 0.0):
        terms.add("budget", "bound", np.maximum(-after, 0.0))
