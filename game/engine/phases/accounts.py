"""Accounts of the sites: who earns, who burns cash, who closes and who opens again.

A site that loses money burns its cash. When that is gone, a public financier carries it for a while; otherwise it goes
on care and maintenance, and after some time it is bankrupt. The rival's sites are carried by the state, and small
informal sites (those that swing with the price) come and go without a bankruptcy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.layout import NEGLIGIBLE, layout
from game.engine.phases.economy import MILLION_A_TONNE, pay
from game.engine.phases.research import learned
from game.engine.state import BANKRUPT, CARE, OPERATING, State
from game.engine.summation import total
from game.engine.world import SEPARATION, World, wide

if TYPE_CHECKING:
    from game.engine.step import Month

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

MOST_SAVED = 0.7
"""Research cuts cash costs by no more than this part."""

STARTING = 0.25
"""A site that works up to less than this part of its capacity is new; above, it has only paused."""


def advance(world: World, state: State, month: Month) -> None:
    """Book the month's result of every site and change its standing; ramp up those that operate."""
    cost = _cash_cost(world, state)
    margin = month.earning - cost[:, None]
    margin *= month.output
    flow = total(margin, 1)
    if np.count_nonzero(state.site_floor):
        flow += _support(world, state, month)
    flow *= MILLION_A_TONNE
    state.site_cash += flow
    broke = state.site_cash < 0.0
    if np.count_nonzero(broke):
        _fail(world, state, month, broke)
    idle = state.site_status == CARE
    if np.count_nonzero(idle):
        _wait(world, state, month, idle, cost)
    _ramp(world, state, month)


def _cash_cost(world: World, state: State) -> Array:
    """US$/kg, (S, B), with what research saves in the plants of the host."""
    cost = wide(world.sites.cash_cost)
    saved = learned(world, state, world.research.separation_gain)
    if saved is None:
        return cost
    np.minimum(saved, MOST_SAVED, out=saved)
    spared = saved.take(layout(world).host, axis=0)
    spared *= _separating_cost(world)
    return np.subtract(cost, spared, out=spared)


def _support(world: World, state: State, month: Month) -> Array:
    """What price floors add to the revenue, (S, B) US$ thousand; seats that grant one pay, by the offtake they hold."""
    gap = state.site_floor * total(month.output, 1) - total(month.output * month.earning, 1)
    np.maximum(gap, 0.0, out=gap)
    shares = state.offtake * (state.price_floor[: world.seats] > 0.0)[:, None]
    shares /= np.maximum(total(shares, 0), NEGLIGIBLE)
    pay(world, state, month, total(shares * gap, 1) * MILLION_A_TONNE)
    return gap


def _fail(world: World, state: State, month: Month, broke: Mask) -> None:
    # The state, or nobody, makes up for the losses of sites that are not private.
    np.maximum(state.site_cash, 0.0, out=state.site_cash)
    private = broke & month.operating
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
    opens = idle & (month.unit_value >= world.sites.restart_margin * cost)
    lost = idle & ~opens & (state.site_care > world.sites.care_months)
    state.site_status[opens] = OPERATING
    state.site_care[opens] = 0.0
    state.site_status[lost] = BANKRUPT
    _tell(world, state, month, "site_restarted", opens)
    _tell(world, state, month, "site_bankrupt", lost)


def _ramp(world: World, state: State, month: Month) -> None:
    """A site that operates learns to make more, up to its capacity."""
    if month.events.watched:
        new = month.operating & (state.ramp < STARTING)
        if np.count_nonzero(new):
            first = (total(month.output, 1) > NEGLIGIBLE) & (total(month.last_output, 1) <= NEGLIGIBLE)
            _tell(world, state, month, "site_started", new & first)
    learned = _ramp_step(world) * month.operating
    state.ramp += learned
    np.minimum(state.ramp, 1.0, out=state.ramp)


def _tell(world: World, state: State, month: Month, kind: str, where: Mask) -> None:
    if not month.events.watched or not np.count_nonzero(where):
        return
    for site in np.flatnonzero(where.any(axis=-1)).tolist():
        host = int(world.sites.host[site])
        month.events.add(kind, state.month, where[site], actor=host, item=site, amount=state.site_cash[site])


@derived
def _ramp_step(world: World) -> Array:
    return wide(1.0 / np.maximum(world.sites.ramp_months, 1.0))


@derived
def _separating_cost(world: World) -> Array:
    """(S, 1) US$/kg of separation plants; 0 for other sites."""
    return wide(world.sites.cash_cost * (world.sites.stage == SEPARATION))


@derived
def _private(world: World) -> Mask:
    """(S, 1) sites whose losses nobody else carries."""
    sites = world.sites
    private: Mask = ((sites.host != world.rival) & (sites.swing <= 0.0) & ~sites.recycling)[:, None]
    return private
