"""Public stockpiles: what the state orders for its own, what it pledges to partners, and what both cost."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.month import Month
from game.engine.phases.economy import MILLION_A_TONNE, NOTICED
from game.engine.state import State
from game.engine.summation import total
from game.engine.world import DAYS_A_MONTH, OUTSIDE, World

Array = NDArray[np.float64]

JOINT_PART = 0.25
"""Part of its reserve that a partner gives in one month, at most."""
FULL = 0.98
"""Part of the target from which a stockpile counts as full, and nothing is bought."""
CRUMB = 1e-9
"""t or US$ million: less is nothing."""


def order(world: World, state: State, month: Month) -> None:
    """Write targets and pace into the records, as far as the seats' budgets reach."""
    target = state.stockpile_target / DAYS_A_MONTH
    pace = state.stockpile_pace / DAYS_A_MONTH
    usual = state.held("usual_use", "NG")
    full = state.reserve >= FULL * target * usual
    state.held("reserve_target", "NG")[...] = np.where(full, 0.0, target)
    wish = np.minimum(np.maximum(target * usual - state.reserve, 0.0), pace[:, None] * usual) * ~full
    cost = _price_of(world, state, wish[: world.seats])
    reach = np.minimum(state.budget[: world.seats] / np.maximum(cost, CRUMB), 1.0)
    pace[: world.seats] *= reach
    state.held("reserve_pace", "N")[...] = pace
    for seat in np.flatnonzero((reach < 1.0 - NOTICED).any(axis=1)).tolist():
        where = (reach[seat] < 1.0 - NOTICED) & (cost[seat] > NOTICED)
        unpaid = cost[seat] * (1.0 - reach[seat])
        month.events.add("budget_short", state.month, where, actor=seat, amount=unpaid)


def pledge(world: World, month: Month, pledged: Array) -> None:
    """Write into `pledged` (N, N, B) what partners who share their stockpiles give each other in a month."""
    if month.pacts is not None:
        for one, other, where in month.pacts.of(_sharing_kinds(world)):
            pledged[one, other] = np.maximum(pledged[one, other], JOINT_PART * where)


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


def _price_of(world: World, state: State, goods: Array) -> Array:
    """US$ million that the seats pay for `goods` (H, G, B) where they are, (H, B)."""
    price = state.price[_zones(world)]
    return total(goods * price, 1) * MILLION_A_TONNE


@derived
def _zones(world: World) -> NDArray[np.int64]:
    """(H,) zone of each seat."""
    zones: NDArray[np.int64] = world.supply.rules["zone"][0, : world.seats]
    return zones


@derived
def _sharing_kinds(world: World) -> frozenset[int]:
    return frozenset(np.flatnonzero(world.agreements.shares_stock).tolist())


def settle(world: World, state: State, month: Month) -> None:
    """Pay and credit the seats for what went into their stockpiles and came out of them."""
    seats, price = slice(0, world.seats), month.before.price[_zones(world)]
    bought = state.flow_purchase[seats]
    given = month.before.reserve[seats] + bought - state.reserve[seats]
    if not np.count_nonzero(bought) and not np.count_nonzero(given):
        return
    paid, earned = bought * price * MILLION_A_TONNE, given * price * MILLION_A_TONNE
    budget = state.budget[seats]
    after = budget - total(paid, 1) + total(earned, 1)
    _book(world, month, (bought, given), (paid, earned), after)
    budget[...] = np.maximum(after, 0.0)
    state.spent[seats] += total(paid, 1)


def _book(world: World, month: Month, moved: tuple[Array, Array], money: tuple[Array, Array], after: Array) -> None:
    """Record what went in and out, and what was paid and earned for it; `after` may lie below nothing."""
    terms, goods = month.events.terms, world.names.goods
    if not terms.watched:
        return
    rest = np.zeros((len(world.names.nations) - world.seats, *moved[0].shape[1:]))
    terms.add("reserve", "bought", np.concatenate([moved[0], rest]))
    terms.add("reserve", "release", -np.concatenate([moved[1], rest]))
    terms.add("budget", "purchase", -money[0], each=goods)
    terms.add("budget", "sale", money[1], each=goods)
    if np.count_nonzero(after < 0.0):
        terms.add("budget", "bound", np.maximum(-after, 0.0))
