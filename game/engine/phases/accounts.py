"""Accounts of the sites: who earns, who burns cash, who closes and who opens again.

The economy books what each sale brings and each run costs. A site that loses money burns its cash. When that is gone, a
public financier carries it for a while, and pays its part of every loss, as the owners beside it pay theirs; otherwise
it goes on care and maintenance, and after some time it is bankrupt.
The rival's sites are carried by the state, and small informal sites come and go without a bankruptcy.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.month import Month
from game.engine.phases import project_finance as finance
from game.engine.phases.economy import MILLION_A_TONNE, Line, pay
from game.engine.state import BANKRUPT, CARE, OPERATING, State
from game.engine.summation import total
from game.engine.works import brought, made_of_run
from game.engine.world import World, wide

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

A_YEAR = 12
CRUMB = 1e-9
"""t, shares: less is nothing."""


def advance(world: World, state: State, month: Month) -> None:
    """Book the month's result of every site and change its standing."""
    operating = state.site_status == OPERATING
    flow = month.books.cash - operating * _fixed(world)
    if np.count_nonzero(state.site_floor):
        _charge(world, state, month)
    state.site_cash += flow
    broke = state.site_cash < 0.0
    if np.count_nonzero(broke):
        _fail(world, state, month, broke)
    idle = state.site_status == CARE
    if np.count_nonzero(idle):
        _wait(world, state, month, idle)
    _begin(world, state, month)
    if world.finance.payout and (state.month + 1) % A_YEAR == 0 and np.count_nonzero(state.stake):
        _pay_out(world, state, month)


def provide(state: State, sites: slice | int, tonnes: Array) -> None:
    """Let owners bring what it costs to run `tonnes` (..., B) a month at sites until the first is sold."""
    state.site_cash[sites] += brought(tonnes, state.handed("spent", "S")[sites])


def guaranteed(world: World, state: State, price_floor: Array, floor: Array) -> tuple[Array, Array]:
    """What floors `floor` (S, B) add to what last month's runs fetched, (S, B) US$ million, and what of it each seat
    pays that grants a `price_floor` (H, B), by the offtake it holds, (H, S, B).
    """
    gap = np.maximum(floor * wide(made_of_run(world)) - state.handed("value", "S"), 0.0)
    gap *= state.handed("ran", "S") * MILLION_A_TONNE
    return gap, _by_holder(world, state, price_floor, gap)


def cost_guaranteed(world: World, state: State, price_floor: Array) -> Array:
    """What it costs the seats in a turn to grant `price_floor` (H, B), at last month's output, (H, B) US$ million."""
    floor = finance.floors(world, state, price_floor)
    _, shares = guaranteed(world, state, price_floor, floor)
    return total(shares, 1) * float(world.calendar.turn_months)


def _by_holder(world: World, state: State, price_floor: Array, paid: Array) -> Array:
    """What is `paid` (S, B) by each seat that grants a floor, by the offtake it holds, (H, S, B)."""
    shares = state.offtake[: world.seats] * (price_floor > 0.0)[:, None]
    shares /= np.maximum(total(shares, 0), CRUMB)
    return shares * paid


def _charge(world: World, state: State, month: Month) -> None:
    """Let the seats pay for what they guaranteed. What a budget cannot bear sites do without, and the floor lapses."""
    paid = month.books.support * (state.site_floor > 0.0)
    shares = _by_holder(world, state, state.price_floor[: world.seats], paid)
    due = total(shares, 1)
    part = pay(world, state, month, due, lambda: [Line("floor", shares, world.names.sites)])
    if part is None:
        return
    state.site_cash -= total(shares * (1.0 - part)[:, None], 0)
    over = (part < 1.0) & (due > 0.0)
    state.price_floor[: world.seats][over] = 0.0
    finance.set_floors(world, state)
    for seat in np.flatnonzero(over.any(axis=1)).tolist():
        unpaid = (due * (1.0 - part))[seat]
        month.events.add("floor_lapsed", state.month, over[seat], actor=seat, amount=unpaid)


def _fail(world: World, state: State, month: Month, broke: Mask) -> None:
    private = broke & _private(world)
    private &= state.site_status == OPERATING
    carried = private & (state.site_support > 0.0)
    if np.count_nonzero(carried):
        carried &= _carried(world, state, month, carried)
    # The state, or nobody, makes up for the losses of sites that are not private, and owners for theirs.
    np.maximum(state.site_cash, 0.0, out=state.site_cash)
    if not np.count_nonzero(private):
        return
    state.site_support -= carried
    np.maximum(state.site_support, 0.0, out=state.site_support)
    closed = private & ~carried
    state.site_status[closed] = CARE
    state.site_care[closed] = 0.0
    _tell(world, state, month, "site_carried", carried)
    _tell(world, state, month, "site_care", closed)


def _carried(world: World, state: State, month: Month, lost: Mask) -> Mask:
    """Let the seats pay their part of what the sites of `lost` (S, B) lack; where they do, (S, B).

    Who cannot is out of it, and private owners bear no loss alone.
    """
    due = state.carry * np.where(lost, -state.site_cash, 0.0)
    part = pay(world, state, month, total(due, 1), lambda: [Line("carry", due, world.names.sites)])
    state.paid_in += due if part is None else due * part[:, None]
    if part is not None:
        over = (due > 0.0) & (part < 1.0)[:, None]
        state.carry[over] = 0.0
        for seat, site in np.argwhere(over.any(axis=-1)).tolist():
            amount = due[seat, site]
            month.events.add("carry_ended", state.month, over[seat, site], actor=seat, item=site, amount=amount)
    borne: Mask = np.any(state.carry > 0.0, axis=0)
    return borne


def _wait(world: World, state: State, month: Month, idle: Mask) -> None:
    state.site_care += idle
    # What it pays in any case counts on every kilogram of what it could make now.
    capacity = state.capacity
    cost = state.handed("spent", "S") + wide(world.sites.fixed_cost / MILLION_A_TONNE) / np.maximum(capacity, 1.0)
    opens = idle & (state.handed("value", "S") >= world.sites.restart_margin * cost) & (capacity > 0.0)
    lost = idle & ~opens & (state.site_care > world.sites.care_months)
    if np.count_nonzero(opens):
        state.site_status[opens] = OPERATING
        state.site_care[opens] = 0.0
        provide(state, slice(None), opens * state.held("capacity", "S"))
        _tell(world, state, month, "site_restarted", opens)
    if np.count_nonzero(lost):
        state.site_status[lost] = BANKRUPT
        _tell(world, state, month, "site_bankrupt", lost)


def _begin(world: World, state: State, month: Month) -> None:
    """Note where a site makes something for the first time."""
    first = (month.books.made > CRUMB) & (state.site_begun == 0)
    if np.count_nonzero(first):
        state.site_begun[first] = 1
        _tell(world, state, month, "site_started", first)


def _pay_out(world: World, state: State, month: Month) -> None:
    """At the end of a year sites with cash to spare pay the seats that own part of them."""
    finance, sites = world.finance, world.sites
    kept = state.capacity * state.handed("spent", "S") * (MILLION_A_TONNE * finance.payout_reserve / 12.0)
    spare = np.maximum(state.site_cash - kept, 0.0) * (state.site_status == OPERATING)
    paid = state.stake * (spare * finance.payout)
    state.site_cash -= total(paid, 0)
    state.paid_back += paid
    state.budget[: world.seats] += total(paid, 1)
    month.events.terms.add("budget", "dividend", paid, each=world.names.sites)
    if month.events.watched:
        for seat, site in np.argwhere(paid.any(axis=-1)).tolist():
            host, sum_ = int(sites.host[site]), paid[seat, site]
            month.events.add("dividend_paid", state.month, sum_ > 0.0, actor=seat, target=host, item=site, amount=sum_)


def _tell(world: World, state: State, month: Month, kind: str, where: Mask) -> None:
    if not month.events.watched or not np.count_nonzero(where):
        return
    for site in np.flatnonzero(where.any(axis=-1)).tolist():
        host = int(world.sites.host[site])
        month.events.add(kind, state.month, where[site], actor=host, item=site, amount=state.site_cash[site])


@derived
def _fixed(world: World) -> Array:
    """(S, 1) US$ million a month that a site pays while it operates, whatever it makes."""
    return wide(world.sites.fixed_cost / A_YEAR)


@derived
def _private(world: World) -> Mask:
    """(S, 1) sites whose losses nobody else carries."""
    private: Mask = ((world.sites.host != world.rival) & ~world.sites.informal & ~world.sites.recycling)[:, None]
    return private
