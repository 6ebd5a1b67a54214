"""Accounts of the sites: who earns, who burns cash, who closes and who opens again.

A site that loses money burns its cash. When that is gone, a public financier carries it for a while; otherwise it goes
on care and maintenance, and after some time it is bankrupt. The rival's sites are carried by the state, and small
informal sites (those that swing with the price) come and go without a bankruptcy.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.layout import NEGLIGIBLE, TINY, layout
from game.engine.month import Month
from game.engine.phases import project_finance as finance
from game.engine.phases.economy import MILLION_A_TONNE, Line, pay
from game.engine.phases.mining import sold, unit_value
from game.engine.phases.research import TOP
from game.engine.state import BANKRUPT, CARE, OPERATING, State
from game.engine.summation import total
from game.engine.works import pick
from game.engine.world import SEPARATION, World, wide

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

A_YEAR = 12
MOST_SAVED = 0.7
"""Research cuts cash costs by no more than this part."""


def advance(world: World, state: State, month: Month) -> None:
    """Book the month's result of every site and change its standing; ramp up those that operate."""
    cost = _cash_cost(world, state)
    margin = pick(state.price, sold(world))
    margin -= cost[:, None]
    margin *= month.output
    flow = total(margin, 1)
    flow *= _earned(world)
    if _burdened(world):
        flow -= month.twelfth * wide(world.sites.fixed_cost)
    if np.count_nonzero(state.site_floor):
        flow += _support(world, state, month)
    state.site_cash += flow
    broke = state.site_cash < 0.0
    if np.count_nonzero(broke):
        _fail(world, state, month, broke)
    idle = state.site_status == CARE
    if np.count_nonzero(idle):
        _wait(world, state, month, idle, cost)
    _ramp(world, state, month)
    if world.finance.payout and (state.month + 1) % A_YEAR == 0 and np.count_nonzero(state.stake):
        _pay_out(world, state, month)


def _cash_cost(world: World, state: State) -> Array:
    """Price in US$/kg at which each site breaks even, (S, B), with what research saves in the plants of the host."""
    cost, saving = _costs(world)
    for line in saving:
        level = state.readiness[:, line.line].take(layout(world).host, axis=0)
        if line.bounded:
            np.minimum(level, line.top, out=level)
        level *= line.a_level
        cost = np.subtract(cost, level, out=level)
    return cost


def guaranteed(world: World, state: State, output: Array, price_floor: Array, floor: Array) -> tuple[Array, Array]:
    """What floors `floor` (S, B) add to the revenue of the `output` (S, M, B) of a month, (S, B) US$ million, and what
    of it each seat pays that grants a `price_floor` (H, B), by the offtake it holds, (H, S, B).
    """
    earned = total(output * pick(state.price, sold(world)), 1) * _earned(world)
    gap = np.maximum(floor * total(output, 1) * MILLION_A_TONNE - earned, 0.0)
    shares = state.offtake[: world.seats] * (price_floor > 0.0)[:, None]
    shares /= np.maximum(total(shares, 0), NEGLIGIBLE)
    shares *= gap
    return gap, shares


def cost_guaranteed(world: World, state: State, price_floor: Array) -> Array:
    """What it costs the seats in a turn to grant `price_floor` (H, B), at last month's output, (H, B) US$ million."""
    floor = finance.floors(world, state, price_floor)
    _, shares = guaranteed(world, state, state.site_output, price_floor, floor)
    return total(shares, 1) * float(world.calendar.turn_months)


def _support(world: World, state: State, month: Month) -> Array:
    """What price floors add to the revenue, (S, B) US$ million; seats that grant one pay."""
    gap, shares = guaranteed(world, state, month.output, state.price_floor[: world.seats], state.site_floor)
    pay(world, state, month, total(shares, 1), lambda: [Line("floor", shares, world.names.sites)])
    return gap


def _fail(world: World, state: State, month: Month, broke: Mask) -> None:
    # The state, or nobody, makes up for the losses of sites that are not private.
    np.maximum(state.site_cash, 0.0, out=state.site_cash)
    private = broke & (state.site_status == OPERATING)
    private &= _private(world)
    if not np.count_nonzero(private):
        return
    carried = private & (state.site_support > 0.0)
    state.site_support -= carried
    np.maximum(state.site_support, 0.0, out=state.site_support)
    closed = private & ~carried
    state.site_status[closed] = CARE
    state.site_care[closed] = 0.0
    _tell(world, state, month, "site_carried", carried)
    _tell(world, state, month, "site_care", closed)


def _wait(world: World, state: State, month: Month, idle: Mask, cost: Array) -> None:
    state.site_care += idle
    worth = wide(world.sites.revenue_share) * cost
    if _burdened(world):
        # What it pays in any case counts on every kilogram of what it could make now.
        worth += wide(world.sites.fixed_cost / MILLION_A_TONNE) / np.maximum(state.capacity * state.ramp, 1.0)
    worth *= world.sites.restart_margin
    opens = idle & (unit_value(world, state) >= worth)
    lost = idle & ~opens & (state.site_care > world.sites.care_months)
    state.site_status[opens] = OPERATING
    state.site_care[opens] = 0.0
    state.site_status[lost] = BANKRUPT
    _tell(world, state, month, "site_restarted", opens)
    _tell(world, state, month, "site_bankrupt", lost)


def _ramp(world: World, state: State, month: Month) -> None:
    """A site that operates learns to make more, up to its capacity."""
    learned = _ramp_step(world) * month.twelfth
    working = np.count_nonzero(state.ramp)
    state.ramp += learned
    if month.events.watched and np.count_nonzero(state.ramp) > working:
        _tell(world, state, month, "site_started", (learned > 0.0) & (state.ramp == learned))
    np.minimum(state.ramp, 1.0, out=state.ramp)


def _pay_out(world: World, state: State, month: Month) -> None:
    """At the end of a year sites with cash to spare pay the seats that own part of them."""
    finance, sites = world.finance, world.sites
    kept = state.capacity * wide(sites.cash_cost) * (MILLION_A_TONNE * finance.payout_reserve / 12.0)
    spare = np.maximum(state.site_cash - kept, 0.0) * (state.site_status == OPERATING)
    paid = state.stake * (spare * finance.payout)
    state.site_cash -= total(paid, 0)
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
def _ramp_step(world: World) -> Array:
    """(S, 1) a year's worth of ramping up; 0 for sites that swing with the price."""
    return wide(np.where(world.sites.swing > 0.0, 0.0, 12.0 / np.maximum(world.sites.ramp_months, 1.0)))


@derived
def _earned(world: World) -> Array:
    """(S, 1) US$ million that a site earns for a tonne at a price of 1 US$/kg."""
    return wide(world.sites.revenue_share * MILLION_A_TONNE)


@derived
def _burdened(world: World) -> bool:
    return bool(np.any(world.sites.fixed_cost))


@dataclass(frozen=True)
class _Saving:
    """A line of research that makes separation cheaper: what a level takes off the price, up to the level `top`."""

    line: int
    a_level: Array
    top: Array
    bounded: bool
    """Whether any host may rise beyond that."""


@derived
def _costs(world: World) -> tuple[Array, tuple[_Saving, ...]]:
    """Break-even prices of the sites, (S, 1) US$/kg, were all readiness 0, and the lines that lower them."""
    sites, research = world.sites, world.research
    price = wide(sites.cash_cost / np.maximum(sites.revenue_share, TINY))
    separating = price * wide(sites.stage == SEPARATION)
    saving = []
    for line in np.flatnonzero(research.separation_gain).tolist():
        a_level, start = separating * research.separation_gain[line], wide(research.readiness[sites.host, line])
        top = start + MOST_SAVED / research.separation_gain[line]
        price = price + a_level * start
        saving.append(_Saving(line, a_level, top, bool(np.any(top < TOP))))
    return price, tuple(saving)


@derived
def _private(world: World) -> Mask:
    """(S, 1) sites whose losses nobody else carries."""
    sites = world.sites
    private: Mask = ((sites.host != world.rival) & (sites.swing <= 0.0) & ~sites.recycling)[:, None]
    return private
