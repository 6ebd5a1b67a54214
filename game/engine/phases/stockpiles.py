"""Public stockpiles: what the state wants to buy, and what it releases to its own industry and to its partners."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.layout import NEGLIGIBLE
from game.engine.metrics import DAYS_A_MONTH
from game.engine.phases.economy import MILLION_A_TONNE, NOTICED
from game.engine.state import IN_FORCE, State
from game.engine.summation import total
from game.engine.world import OUTSIDE, RELEASE_RULES, World, wide

if TYPE_CHECKING:
    from game.engine.step import Month

Array = NDArray[np.float64]

SHORTAGE = RELEASE_RULES.index("shortage")
PRICE = RELEASE_RULES.index("price")

STEADY = 0.7
"""Part of last month's release that is repeated while a shortage lasts, for the release itself hides the shortage."""

JOINT_PART = 0.25
"""Part of its reserve that a partner gives in one month, at most."""

REACHED = 0.99
"""Part of the target at which a stockpile counts as full."""


def advance(world: World, state: State, month: Month) -> None:
    """Set `month.released` and `month.purchase_wanted`, (N, M, B) t, or None where nobody does either.

    `month.shared` lists what partners give each other: (from, to, (M, B) t).
    """
    month.released = month.purchase_wanted = None
    month.shared = []
    stocked = state.reserve.any()
    if stocked:
        month.released = _release(world, state, month)
    if state.stockpile_target.any():
        month.purchase_wanted = _wish(world, state, month)


def _a_day(world: World, state: State) -> Array:
    """Use of the stockpiled good a day, mean of the last year, (N, M, B) t."""
    return state.year_use[:, :, world.stockpiles.stage] * (1.0 / DAYS_A_MONTH)


def _wish(world: World, state: State, month: Month) -> Array:
    """Wanted purchases, as far as the seats' budgets reach, (N, M, B)."""
    daily = _a_day(world, state)
    wish = state.stockpile_target * daily
    wish -= state.reserve
    np.minimum(wish, state.stockpile_pace[:, None] * daily, out=wish)
    np.maximum(wish, 0.0, out=wish)
    if month.released is not None:
        wish *= month.released <= 0.0
    seats = world.seats
    cost = total(wish[:seats] * state.price[OUTSIDE, :, world.stockpiles.stage], 1) * MILLION_A_TONNE
    reach = np.minimum(state.budget[:seats] / (cost + NEGLIGIBLE), 1.0)
    wish[:seats] *= reach[:, None]
    if month.events.watched and (reach < 1.0 - NOTICED).any():
        for seat in np.flatnonzero((reach < 1.0 - NOTICED).any(axis=1)).tolist():
            where = (reach[seat] < 1.0 - NOTICED) & (cost[seat] > NOTICED)
            unpaid = cost[seat] * (1.0 - reach[seat])
            month.events.add("budget_short", state.month, where, actor=seat, amount=unpaid)
    return wish


def _release(world: World, state: State, month: Month) -> Array | None:
    lacking = _lacking(world, state)
    released = np.minimum(lacking * (state.release_rule == SHORTAGE)[:, None], state.reserve)
    selling = state.release_rule == PRICE
    if selling.any():
        stage = world.stockpiles.stage
        high = state.price[OUTSIDE, :, stage] > wide(
            world.demand.reference_price[OUTSIDE, :, stage] * world.stockpiles.release_price
        )
        sold = np.minimum(state.stockpile_pace[:, None] * _a_day(world, state), state.reserve)
        released = np.where(selling[:, None] & high, sold, released)
    _share(world, state, month, lacking, released)
    return released if released.any() else None


def _lacking(world: World, state: State) -> Array:
    """What lacked last month, and what would have lacked without the release, (N, M, B) t."""
    stage = world.stockpiles.stage
    lacking = total(state.flow_unmet[:, :, stage:], 2)
    need = total(state.flow_need[:, :, stage:], 2)
    lacking *= lacking > world.stockpiles.release_shortage * need
    lacking += STEADY * state.flow_release
    return lacking


@derived
def _sharing_kinds(world: World) -> NDArray[np.intp]:
    return np.flatnonzero(world.agreements.shares_stock)


def _share(world: World, state: State, month: Month, lacking: Array, released: Array) -> None:
    """Let partners give what the own reserve cannot; adds to `released` and to `month.shared`."""
    kinds = _sharing_kinds(world)
    if not len(kinds):
        return
    linked = (state.agreement[kinds] == IN_FORCE).any(axis=0)
    if not linked.any():
        return
    linked |= linked.swapaxes(0, 1)
    partners = total(linked.astype(np.float64), 0) + NEGLIGIBLE
    # Half of what lacks: the other half of the shortage is borne by the nation that did not store.
    asked = np.maximum(lacking - state.reserve, 0.0) / partners[:, None]
    spare = (state.reserve - released) * JOINT_PART
    for giver, taker in np.argwhere(linked.any(axis=-1)).tolist():
        given = np.minimum(asked[taker] * linked[giver, taker], spare[giver])
        if given.any():
            spare[giver] -= given
            released[giver] += given
            month.shared.append((giver, taker, given))


def settle(world: World, state: State, month: Month, bought: Array | None) -> None:
    """Move the goods, and pay and credit the seats at the outside price; `bought` is (N, M, B) t."""
    seats = world.seats
    state.flow_purchase = np.zeros(state.reserve.shape) if bought is None else bought
    state.flow_release = np.zeros(state.reserve.shape) if month.released is None else month.released
    if bought is None and month.released is None:
        return
    before = state.reserve.copy() if month.events.watched else state.reserve
    change = state.flow_purchase - state.flow_release
    state.reserve += change
    np.maximum(state.reserve, 0.0, out=state.reserve)
    cost = total(change[:seats] * state.price[OUTSIDE, :, world.stockpiles.stage], 1) * MILLION_A_TONNE
    state.budget[:seats] -= cost
    np.maximum(state.budget[:seats], 0.0, out=state.budget[:seats])
    state.spent[:seats] += np.maximum(cost, 0.0)
    if month.events.watched:
        _tell(world, state, month, before)


def _tell(world: World, state: State, month: Month, before: Array) -> None:
    goal = REACHED * state.stockpile_target * _a_day(world, state)
    reached = (state.reserve >= goal) & (before < goal)
    drawn = state.flow_release > 0.05 * (before + NEGLIGIBLE)
    for kind, where in (("stockpile_reached", reached), ("stockpile_released", drawn)):
        for seat, material in np.argwhere(where[: world.seats].any(axis=-1)).tolist():
            amount = state.reserve if kind == "stockpile_reached" else state.flow_release
            month.events.add(
                kind, state.month, where[seat, material], actor=seat, item=material, amount=amount[seat, material]
            )
