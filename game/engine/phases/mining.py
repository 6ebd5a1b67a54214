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
from game.engine.world import MINE, World, wide

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
    asked = month.run[:, :, MINE][tables.host]
    asked *= month.value
    # A mine cannot choose: it runs as hard as its materials are wanted, each counted by its worth in the ore.
    harder = total(asked, 1)
    harder /= month.unit_value
    np.minimum(harder, 1.0, out=harder)
    harder *= month.capacity
    month.output = tables.ore * harder[:, None]


def _appraise(world: World, state: State, month: Month) -> None:
    """What a kilogram of each site's product earns: `earning` and `value` (S, M, B), `unit_value` (S, B)."""
    tables = layout(world)
    month.earning = state.price[tables.zone, :, tables.stage]
    month.earning *= _earned(world)
    month.value = month.earning * tables.mix
    month.unit_value = total(month.value, 1)


def _open(world: World, state: State, month: Month) -> None:
    """Working capacity, t/month: `capacity` (S, B), `room` (S, M, B), `nation_room` (N, M, K, B)."""
    tables = layout(world)
    working = state.capacity * state.ramp
    working *= 1.0 / 12.0
    np.minimum(working, tables.limit[state.month], out=working)
    month.operating = state.site_status == OPERATING
    working *= month.operating
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
    month.room = working[:, None] * tables.usual
    month.nation_room = by_nation(tables, month.room)[:, :-1].swapaxes(1, 2)
    month.nation_room += NEGLIGIBLE


def _plan(world: World, state: State, month: Month) -> None:
    """Wanted stocks, `month.wanted` t, and how hard sites want to run, `month.run`; both (N, M, K, B)."""
    piles = world.stockpiles
    calm, nervous = _cover(world)
    cover = state.fear[:, None, None] * nervous
    cover += calm
    month.wanted = state.year_use * cover
    month.unsold = state.stock - month.wanted
    month.closing = month.unsold * (1.0 / piles.adjust_months)
    space = month.unsold * _yard(world)
    space /= month.nation_room
    space += layout(world).pushes
    np.maximum(space, 0.0, out=space)
    month.push = np.minimum(space, 1.0, out=space)
    month.run = state.orders_in - month.closing
    month.run /= month.nation_room
    np.maximum(month.run, space, out=month.run)
    np.minimum(month.run, MOST_SHIFT, out=month.run)


@derived
def _earned(world: World) -> Array:
    """(S, 1, 1) part of the price that the site earns."""
    return wide(world.sites.revenue_share, 2)


@derived
def _cover(world: World) -> tuple[Array, Array]:
    """(N, 1, K, 1) months of use that firms want to hold in calm, and how much more at full fear."""
    calm = wide(world.stockpiles.commercial_cover)[:, None]
    return calm, calm * world.stockpiles.panic


@derived
def _yard(world: World) -> Array:
    """(N, 1, 1, 1) part of its capacity that an owner who runs full leaves idle for a month of unsold output."""
    return layout(world).pushes * (-1.0 / YARD_MONTHS)


@derived
def _needing(world: World) -> NDArray[np.intp]:
    return np.flatnonzero(world.sites.needs_line >= 0)


@derived
def _swinging(world: World) -> NDArray[np.intp]:
    return np.flatnonzero(world.sites.swing > 0.0)
