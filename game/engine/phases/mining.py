"""Mining: working capacity of every site, the plans of owners, and what the mines bring up.

Owners outside the rival run full until unsold goods fill the yard; the rival's sites follow the requests that reach it.
A mine brings up its materials together, in the split of its ore.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.layout import NEGLIGIBLE, by_nation, layout
from game.engine.state import OPERATING, State
from game.engine.summation import total
from game.engine.world import World, wide

if TYPE_CHECKING:
    from game.engine.step import Month

Array = NDArray[np.float64]

YARD_MONTHS = 6.0
"""Unsold goods worth so many months of capacity stop an owner who would run full."""

MOST_SHIFT = 2.0
"""A plant may make up to so many times its usual amount of one material, at the cost of others."""


def advance(world: World, state: State, month: Month) -> None:
    """Set capacities, `month.run` (how hard sites want to run) and `month.output` of the mines, (S, M, B) t/month."""
    tables = layout(world)
    _appraise(world, state, month)
    _open(world, state, month)
    _plan(world, state, month)
    asked = month.run[:, :, 0][tables.host]
    asked *= month.value
    # A mine cannot choose: it runs as hard as its materials are wanted, each counted by its worth in the ore.
    harder = total(asked, 1)
    harder /= month.unit_value
    np.minimum(harder, 1.0, out=harder)
    harder *= month.capacity
    month.output = tables.mix * harder[:, None]
    month.output *= tables.mines


def _appraise(world: World, state: State, month: Month) -> None:
    """What a kilogram of each site's product earns: `site_price` and `value` (S, M, B), `unit_value` (S, B)."""
    tables = layout(world)
    month.site_price = state.price[tables.zone, :, tables.stage]
    month.value = month.site_price * _earning_mix(world)
    month.unit_value = total(month.value, 1)


def _open(world: World, state: State, month: Month) -> None:
    """Working capacity, t/month: `capacity` (S, B), `room` (S, M, B), `nation_room` (N, M, K, B)."""
    tables = layout(world)
    working = state.capacity * state.ramp
    working *= 1.0 / 12.0
    np.minimum(working, tables.limit[state.month], out=working)
    working *= state.site_status == OPERATING
    needing = _needing(world)
    if len(needing):
        lines = world.sites.needs_line[needing]
        level = state.readiness[tables.host[needing], lines]
        working[needing] *= level >= wide(world.sites.needs_level[needing])
    swinging = _swinging(world)
    if len(swinging):
        margin = month.unit_value[swinging] / wide(world.sites.cash_cost[swinging])
        np.power(margin, wide(world.sites.swing[swinging]), out=margin)
        # Half of it works where the price just covers the cost, all of it only at a very high price.
        working[swinging] *= margin / (1.0 + margin)
    month.capacity = working
    month.room = (working * tables.runs)[:, None] * tables.mix
    month.nation_room = by_nation(tables, month.room)[:, :-1].swapaxes(1, 2)


def _plan(world: World, state: State, month: Month) -> None:
    """Wanted stocks, `month.wanted` t, and how hard sites want to run, `month.run`; both (N, M, K, B)."""
    piles = world.stockpiles
    nervous = state.fear * piles.panic
    nervous += 1.0
    month.wanted = state.year_use * nervous[:, None, None]
    month.wanted *= wide(piles.commercial_cover)[:, None]
    month.unsold = state.stock - month.wanted
    divisor = month.nation_room + NEGLIGIBLE
    requested = state.orders_in - month.unsold * (1.0 / piles.adjust_months)
    requested /= divisor
    np.maximum(requested, 0.0, out=requested)
    np.minimum(requested, MOST_SHIFT, out=requested)
    space = month.unsold * (-1.0 / YARD_MONTHS)
    space /= divisor
    space += 1.0
    np.maximum(space, 0.0, out=space)
    np.minimum(space, 1.0, out=space)
    space *= layout(world).pushes
    month.push = space
    month.run = np.maximum(requested, space)


@derived
def _earning_mix(world: World) -> Array:
    """(S, M, 1) part of the price that the site earns, times the part of its output."""
    return layout(world).mix * wide(world.sites.revenue_share, 2)


@derived
def _needing(world: World) -> NDArray[np.intp]:
    return np.flatnonzero(world.sites.needs_line >= 0)


@derived
def _swinging(world: World) -> NDArray[np.intp]:
    return np.flatnonzero(world.sites.swing > 0.0)
