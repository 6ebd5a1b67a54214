"""Public stockpiles: what the state wants to buy, and what it releases to its own industry and to its partners."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.layout import NEGLIGIBLE
from game.engine.month import Month
from game.engine.phases.economy import MILLION_A_TONNE, NOTICED
from game.engine.state import State
from game.engine.summation import total
from game.engine.world import DAYS_A_MONTH, OUTSIDE, RELEASE_RULES, World, wide

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

SHORTAGE = RELEASE_RULES.index("shortage")
PRICE = RELEASE_RULES.index("price")

STEADY = 0.7
"""Part of last month's release that is repeated while a shortage lasts, for the release itself hides the shortage."""

JOINT_PART = 0.25
"""Part of its reserve that a partner gives in one month, at most."""

FULL = 0.98
"""Part of the target from which a stockpile counts as full, and nothing is bought."""


def advance(world: World, state: State, month: Month) -> None:
    """Set `month.released` and `month.purchase_wanted`, (N, M, B) t, or None where nobody does either.

    `month.shared` lists what partners give each other: (from, to, (M, B) t).
    """
    month.released = month.purchase_wanted = None
    month.shared = []
    if np.count_nonzero(state.reserve):
        month.released = _release(world, state, month)
    if np.count_nonzero(state.stockpile_target):
        month.purchase_wanted = _wish(world, state, month)


@derived
def kept(world: World) -> tuple[str, ...]:
    """The good of each material that public stockpiles hold, (M,)."""
    places = [world.goods.at(material, world.stockpiles.stage) for material in range(len(world.names.materials))]
    return tuple(world.names.goods[place] for place in places)


def _a_day(world: World, state: State) -> Array:
    """Use of the stockpiled good a day, mean of the last year, (N, M, B) t."""
    return state.year_use[:, :, world.stockpiles.stage] * (1.0 / DAYS_A_MONTH)


def _wish(world: World, state: State, month: Month) -> Array | None:
    """Wanted purchases, as far as the seats' budgets reach, (N, M, B); None where all stockpiles are full."""
    daily = _a_day(world, state)
    wish = state.stockpile_target * daily
    month.stockpile_full = wish * FULL
    month.stockpiling = lacking = state.reserve < month.stockpile_full
    if not np.count_nonzero(lacking):
        return None
    wish -= state.reserve
    daily *= state.stockpile_pace[:, None]
    np.minimum(wish, daily, out=wish)
    wish *= lacking
    if month.released is not None:
        wish *= month.released <= 0.0
    cost = _price_of(world, state, wish)
    if np.count_nonzero(cost > state.budget[: world.seats]):
        _curb(world, state, month, wish, cost)
    return wish


def planned(world: World, state: State, nation: int | slice, target: Array, pace: Array, months: int) -> Array:
    """What a nation's policy means to buy in some months, (..., M, B) t: `target` (..., M, B) days of use, bought at
    `pace` (..., B) days a month at most, where industry sells and the budget reaches.
    """
    daily = _a_day(world, state)[nation]
    wish, held = target * daily, state.reserve[nation]
    tonnes: Array = np.minimum(wish - held, daily * (pace[..., None, :] * months)) * (held < wish * FULL)
    return tonnes


def cost_planned(world: World, state: State, nation: int, target: Array, pace: Array) -> Array:
    """What that costs the nation in a turn at the outside price, (B,) US$ million."""
    tonnes = planned(world, state, nation, target, pace, world.calendar.turn_months)
    return total(tonnes * state.price[OUTSIDE, :, world.stockpiles.stage], 0) * MILLION_A_TONNE


def _price_of(world: World, state: State, goods: Array) -> Array:
    """US$ million that the seats pay for `goods` (N, M, B) at the outside price, (H, B)."""
    cost = goods[: world.seats] * state.price[OUTSIDE, :, world.stockpiles.stage]
    return total(cost, 1) * MILLION_A_TONNE


def _curb(world: World, state: State, month: Month, wish: Array, cost: Array) -> None:
    """Lower the wishes of seats that cannot pay all of the `cost` (H, B)."""
    seats = world.seats
    reach = np.minimum(state.budget[:seats] / (cost + NEGLIGIBLE), 1.0)
    wish[:seats] *= reach[:, None]
    for seat in np.flatnonzero((reach < 1.0 - NOTICED).any(axis=1)).tolist():
        where = (reach[seat] < 1.0 - NOTICED) & (cost[seat] > NOTICED)
        unpaid = cost[seat] * (1.0 - reach[seat])
        month.events.add("budget_short", state.month, where, actor=seat, amount=unpaid)


def _release(world: World, state: State, month: Month) -> Array | None:
    selling = state.release_rule == PRICE
    sells, lacking = np.count_nonzero(selling), _lacking(world, state)
    if not sells and lacking is None:
        return None
    if lacking is None:
        lacking = np.zeros(state.reserve.shape)
    released = np.minimum(lacking * (state.release_rule == SHORTAGE)[:, None], state.reserve)
    if sells:
        released = np.where(selling[:, None] & _dear(world, state), _sold(world, state), released)
    if month.pacts is not None:
        _share(world, state, month, lacking, released)
    return released if np.count_nonzero(released) else None


def _dear(world: World, state: State) -> Mask:
    """Where the price is high enough to sell, (M, B)."""
    stage = world.stockpiles.stage
    high = world.demand.reference_price[OUTSIDE, :, stage] * world.stockpiles.release_price
    dear: Mask = state.price[OUTSIDE, :, stage] > wide(high)
    return dear


def _sold(world: World, state: State) -> Array:
    """What a state sells where the price is high, (N, M, B) t."""
    return np.minimum(state.stockpile_pace[:, None] * _a_day(world, state), state.reserve)


def _lacking(world: World, state: State) -> Array | None:
    """What lacked last month, and what would have lacked without the release, (N, M, B) t; None where nothing did."""
    stage = world.stockpiles.stage
    unmet = state.flow_unmet[:, :, stage:]
    noticed = unmet > world.stockpiles.release_shortage * state.flow_need[:, :, stage:]
    released = np.count_nonzero(state.flow_release)
    if not released and not np.count_nonzero(noticed):
        return None
    lacking = total(unmet * noticed, 2)
    if released:
        lacking += STEADY * state.flow_release
    return lacking


@derived
def _sharing_kinds(world: World) -> frozenset[int]:
    return frozenset(np.flatnonzero(world.agreements.shares_stock).tolist())


def _share(world: World, state: State, month: Month, lacking: Array, released: Array) -> None:
    """Let partners give what the own reserve cannot; adds to `released` and to `month.shared`."""
    linked = _linked(month.pacts.of(_sharing_kinds(world))) if month.pacts is not None else {}
    if not linked:
        return
    partners = np.full((len(lacking), state.batch), NEGLIGIBLE)
    for (_, taker), where in linked.items():
        partners[taker] += where
    # Half of what lacks: the other half of the shortage is borne by the nation that did not store.
    asked = np.maximum(lacking - state.reserve, 0.0) / partners[:, None]
    spare = (state.reserve - released) * JOINT_PART
    for (giver, taker), where in linked.items():
        given = np.minimum(asked[taker] * where, spare[giver])
        if np.count_nonzero(given):
            spare[giver] -= given
            released[giver] += given
            month.shared.append((giver, taker, given))


def _linked(pacts: list[tuple[int, int, Mask]]) -> dict[tuple[int, int], Mask]:
    """Pairs of nations under any of the `pacts`, giver and taker in order, with the matches in which they are."""
    linked: dict[tuple[int, int], Mask] = {}
    for one, other, where in pacts:
        for pair in ((one, other), (other, one)):
            linked[pair] = linked[pair] | where if pair in linked else where
    return dict(sorted(linked.items(), key=lambda entry: entry[0]))


def settle(world: World, state: State, month: Month, bought: Array | None) -> None:
    """Move the goods, and pay and credit the seats at the outside price; `bought` is (N, M, B) t."""
    state.flow_purchase = np.zeros(state.reserve.shape) if bought is None else bought
    state.flow_release = np.zeros(state.reserve.shape) if month.released is None else month.released
    if bought is None and month.released is None:
        return
    change = state.flow_purchase if month.released is None else state.flow_purchase - month.released
    before = state.reserve
    state.reserve = before + change
    cost = _price_of(world, state, change)
    budget, spent = state.budget[: world.seats], state.spent[: world.seats]
    budget -= cost
    if month.events.watched:
        _book(world, state, month)
    np.maximum(budget, 0.0, out=budget)
    spent += cost if month.released is None else np.maximum(cost, 0.0)
    if month.events.watched:
        _tell(world, state, month, before)


def _book(world: World, state: State, month: Month) -> None:
    """Record what went in and out, and what was paid and earned for it; `budget` may still be below nothing."""
    terms, each = month.events.terms, kept(world)
    bought, released = state.flow_purchase, state.flow_release
    price = state.price[OUTSIDE, :, world.stockpiles.stage]
    terms.add("reserve", "bought", bought)
    terms.add("budget", "purchase", lambda: bought[: world.seats] * price * -MILLION_A_TONNE, each=each)
    if month.released is not None:
        terms.add("budget", "sale", lambda: released[: world.seats] * price * MILLION_A_TONNE, each=each)
        terms.add("reserve", "release", -released)
        for giver, taker, given in month.shared:
            # Of what was released, this went to a partner.
            terms.add("reserve", "release", given, at=(giver,))
            terms.add("reserve", f"shared:{world.names.nations[taker]}", -given, at=(giver,))
    overdrawn = state.budget[: world.seats] < 0.0
    if np.count_nonzero(overdrawn):
        terms.add("budget", "bound", state.budget[: world.seats] * -overdrawn.astype(np.float64))


def _tell(world: World, state: State, month: Month, before: Array) -> None:
    if month.purchase_wanted is not None:
        reached = state.reserve >= month.stockpile_full
        reached &= month.stockpiling
        _tell_each(world, state, month, "stockpile_reached", reached, state.reserve)
    if month.released is not None:
        drawn = month.released > 0.05 * (before + NEGLIGIBLE)
        _tell_each(world, state, month, "stockpile_released", drawn, month.released)


def _tell_each(world: World, state: State, month: Month, kind: str, where: Mask, amount: Array) -> None:
    where = where[: world.seats]
    if not np.count_nonzero(where):
        return
    for seat, material in np.argwhere(where.any(axis=-1)).tolist():
        good, size = world.goods.at(material, world.stockpiles.stage), amount[seat, material]
        month.events.add(kind, state.month, where[seat, material], actor=seat, item=good, amount=size)
