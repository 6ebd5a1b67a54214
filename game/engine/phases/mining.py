"""Mining: working capacity of every site, the plans of owners, and what the mines bring up.

Owners outside the rival plan for their full capacity, the rival's sites for the requests that reach it; all make less
while unsold goods fill the yard, and more while it is empty. A mine brings up its materials together, in the split of
its ore.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.layout import NEGLIGIBLE, Index, layout
from game.engine.month import Month
from game.engine.state import BANKRUPT, OPERATING, State
from game.engine.summation import total
from game.engine.works import pick, works_of
from game.engine.world import MINE, World, wide

Array = NDArray[np.float64]

A_QUARTER = 3
"""Months after which informal sites look at the price anew."""

MOST_SHIFT = 2.0
"""A plant may make up to so many times its usual amount of one material, at the cost of others."""


def advance(world: World, state: State, month: Month) -> None:
    """Set capacities, `month.run` (how hard works want to run) and `month.output` of the mines, (S, M, B) t/month."""
    _open(world, state, month)
    _plan(world, state, month)
    _dig(world, state, month)


def _dig(world: World, state: State, month: Month) -> None:
    """A mine cannot choose: it runs as hard as its materials are wanted, each counted by its worth in the ore.

    Private owners dig all they can while what is wanted pays for the whole: the rest lies in their yards.
    """
    mines = _mines(world)
    worth = pick(state.price, mines.sold)
    worth *= mines.ore
    harder = total(worth * month.run.take(mines.works, axis=0), 1)
    # As much of the worth as pays for digging is enough for those who push; the others need all of it.
    harder /= np.minimum(total(worth, 1), mines.enough)
    np.minimum(harder, 1.0, out=harder)
    harder *= month.capacity.take(mines.site, axis=0)
    month.output = np.zeros((len(month.capacity), *worth.shape[1:]))
    month.output[mines.site] = mines.ore * harder[:, None]


def _open(world: World, state: State, month: Month) -> None:
    """Working capacity, t/month: of sites, `capacity` (S, B), and of works, `room` (G, M, B)."""
    tables = layout(world)
    if state.month % A_QUARTER == 0:
        _swing(world, state)
    month.twelfth = _A_TWELFTH.take(state.site_status)
    working = state.capacity * month.twelfth
    np.minimum(working, tables.limit[state.month], out=working)
    if month.site_factor is not None:
        working *= month.site_factor
    working *= state.ramp
    needing = _needing(world)
    if np.count_nonzero(working.take(needing.site, axis=0)):
        level = state.readiness.reshape(-1, state.batch).take(needing.line, axis=0)
        working[needing.site] *= level >= needing.level
    month.capacity = working
    month.room = tables.groups.sums(working[:, None] * tables.usual)
    month.room += NEGLIGIBLE


def _swing(world: World, state: State) -> None:
    """Informal sites come and go with the price: set the part of them that works, for a quarter."""
    swinging = _swinging(world)
    if not len(swinging.site):
        return
    margin = unit_value(world, state).take(swinging.site, axis=0)
    margin /= swinging.cost
    np.power(margin, swinging.elasticity, out=margin)
    # Half of it works where the price just covers the cost, all of it only at a very high price.
    state.ramp[swinging.site] = margin / (margin + 1.0)


def unit_value(world: World, state: State) -> Array:
    """What a kilogram of each site's usual product earns, (S, B) US$."""
    return total(pick(state.price, sold(world)) * _worth(world), 1)


def _plan(world: World, state: State, month: Month) -> None:
    """Wanted stocks, `month.wanted` (N, M, K, B) t, and how hard works want to run, `run` (G, M, B)."""
    works = works_of(world)
    calm, nervous = _cover(world)
    cover = state.fear[:, None, None] * nervous
    cover += calm
    month.wanted = state.year_use * cover
    month.closing = state.stock - month.wanted
    month.closing *= 1.0 / world.stockpiles.adjust_months
    run = month.room * works.pushes
    np.maximum(run, pick(state.orders_in, works.product), out=run)
    run -= pick(month.closing, works.product)
    run /= month.room
    month.run = run.clip(0.0, MOST_SHIFT, run)


_A_TWELFTH = np.array([1.0 / 12.0 if status == OPERATING else 0.0 for status in range(BANKRUPT + 1)])
"""By the status of a site: what a capacity of a t/year makes in a month."""


@dataclass(frozen=True)
class _Mines:
    """The mines, and the works of each, (n,); the place of each price, (n, M), the split of the ore, (n, M, 1), and the
    worth of a kilogram, US$, that pays for digging it, (n, 1): inf where owners do not push.
    """

    site: Index
    works: Index
    sold: Index
    ore: Array
    enough: Array


@derived
def _mines(world: World) -> _Mines:
    sites, works = world.sites, works_of(world)
    site = np.flatnonzero(sites.stage == MINE)
    of_site = works.of_site[site]
    pushes = (works.pushes[of_site, 0, 0] > 0.0) & (sites.swing[site] <= 0.0)
    enough = np.where(pushes, sites.cash_cost[site] / np.maximum(sites.revenue_share[site], 1e-3), np.inf)
    return _Mines(site, of_site, sold(world)[site], layout(world).ore[site], wide(enough))


@derived
def sold(world: World) -> Index:
    """(S, M) place of what a site sells among zones, materials and stages laid out flat."""
    tables = layout(world)
    _, materials, stages = tables.shape
    return (tables.zone[:, None] * materials + np.arange(materials)) * stages + tables.stage[:, None]


@derived
def _worth(world: World) -> Array:
    """(S, M, 1) what each US$/kg on the price of a material adds to the earning of a kilogram of the site's product."""
    return layout(world).mix * wide(world.sites.revenue_share, 2)


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
