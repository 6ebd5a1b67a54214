"""Mining: working capacity of every site, the plans of owners, and what the mines bring up.

Owners outside the rival run full until unsold goods fill the yard; the rival's sites follow the requests that reach it.
A mine brings up its materials together, in the split of its ore.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.layout import NEGLIGIBLE, Index, layout
from game.engine.state import OPERATING, State
from game.engine.summation import total
from game.engine.works import pick, works_of
from game.engine.world import World, wide

if TYPE_CHECKING:
    from game.engine.step import Month

Array = NDArray[np.float64]

YARD_MONTHS = 6.0
"""Unsold goods worth so many months of capacity stop an owner who would run full."""

MOST_SHIFT = 2.0
"""A plant may make up to so many times its usual amount of one material, at the cost of others."""


def advance(world: World, state: State, month: Month) -> None:
    """Set capacities, `month.run` (how hard works want to run) and `month.output` of the mines, (S, M, B) t/month."""
    _appraise(world, state, month)
    _open(world, state, month)
    _plan(world, state, month)
    asked = month.run.take(works_of(world).of_site, axis=0)
    asked *= month.value
    # A mine cannot choose: it runs as hard as its materials are wanted, each counted by its worth in the ore.
    harder = total(asked, 1)
    harder /= month.unit_value
    np.minimum(harder, 1.0, out=harder)
    harder *= month.capacity
    month.output = layout(world).ore * harder[:, None]


def _appraise(world: World, state: State, month: Month) -> None:
    """What a kilogram of each site's product earns: `earning` and `value` (S, M, B), `unit_value` (S, B)."""
    month.earning = pick(state.price, _sold(world))
    month.earning *= _earned(world)
    month.value = month.earning * layout(world).mix
    month.unit_value = total(month.value, 1)


def _open(world: World, state: State, month: Month) -> None:
    """Working capacity, t/month: of sites, `capacity` (S, B), and of works, `room` (G, M, B)."""
    tables = layout(world)
    working = state.capacity * state.ramp
    working *= 1.0 / 12.0
    np.minimum(working, tables.limit[state.month], out=working)
    month.operating = state.site_status == OPERATING
    working *= month.operating
    needing = _needing(world)
    if np.count_nonzero(month.operating.take(needing.site, axis=0)):
        level = state.readiness.reshape(-1, state.batch).take(needing.line, axis=0)
        working[needing.site] *= level >= needing.level
    swinging = _swinging(world)
    if len(swinging.site):
        margin = month.unit_value.take(swinging.site, axis=0)
        margin /= swinging.cost
        np.power(margin, swinging.elasticity, out=margin)
        # Half of it works where the price just covers the cost, all of it only at a very high price.
        margin /= margin + 1.0
        working[swinging.site] *= margin
    month.capacity = working
    month.room = tables.groups.sums(working[:, None] * tables.usual)
    month.room += NEGLIGIBLE


def _plan(world: World, state: State, month: Month) -> None:
    """Wanted stocks, `month.wanted` (N, M, K, B) t, and how hard works want to run, `push` and `run` (G, M, B)."""
    works = works_of(world)
    calm, nervous = _cover(world)
    cover = state.fear[:, None, None] * nervous
    cover += calm
    month.wanted = state.year_use * cover
    month.closing = state.stock - month.wanted
    month.closing *= 1.0 / world.stockpiles.adjust_months
    closing = pick(month.closing, works.product)
    space = closing * _yard(world)
    space /= month.room
    space += works.pushes
    np.maximum(space, 0.0, out=space)
    month.push = np.minimum(space, 1.0, out=space)
    run = pick(state.orders_in, works.product)
    run -= closing
    run /= month.room
    np.maximum(run, space, out=run)
    month.run = np.minimum(run, MOST_SHIFT, out=run)


@derived
def _sold(world: World) -> Index:
    """(S, M) place of what a site sells among zones, materials and stages laid out flat."""
    tables = layout(world)
    _, materials, stages = tables.shape
    return (tables.zone[:, None] * materials + np.arange(materials)) * stages + tables.stage[:, None]


@derived
def _earned(world: World) -> Array:
    """(S, 1, 1) part of the price that the site earns."""
    return wide(world.sites.revenue_share, 2)


@derived
def _yard(world: World) -> Array:
    """(G, 1, 1) part of its capacity that an owner who runs full leaves idle for a month's worth of `closing`."""
    return works_of(world).pushes * (-world.stockpiles.adjust_months / YARD_MONTHS)


@derived
def _cover(world: World) -> tuple[Array, Array]:
    """(N, 1, K, 1) months of use that firms want to hold in calm, and how much more at full fear."""
    calm = wide(world.stockpiles.commercial_cover)[:, None]
    return calm, calm * world.stockpiles.panic


@dataclass(frozen=True)
class _Needing:
    """Sites that need research to run: the line among nations and lines laid out flat, (n,), and the level, (n, 1)."""

    site: Index
    line: Index
    level: Array


@derived
def _needing(world: World) -> _Needing:
    site = np.flatnonzero(world.sites.needs_line >= 0)
    line = world.sites.host[site] * len(world.names.lines) + world.sites.needs_line[site]
    return _Needing(site, line, wide(world.sites.needs_level[site]))


@dataclass(frozen=True)
class _Swinging:
    """Sites whose output swings with the price over their cost; both (n, 1)."""

    site: Index
    cost: Array
    elasticity: Array


@derived
def _swinging(world: World) -> _Swinging:
    sites = world.sites
    site = np.flatnonzero(sites.swing > 0.0)
    return _Swinging(site, wide(sites.cash_cost[site]), wide(sites.swing[site]))
