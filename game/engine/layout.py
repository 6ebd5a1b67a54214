"""Where sites, zones and origins lie in the arrays: what the phases need to know of a world, computed once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.summation import Groups
from game.engine.world import INSIDE, MAGNET, MINE, OUTSIDE, SEPARATION, World, wide

Array = NDArray[np.float64]
Index = NDArray[np.intp]

NEGLIGIBLE = 1e-6
"""t/month that never matter; added to a divisor so that nothing over nothing is 0."""

CRUMB = 1e-20
"""Least that a nation wants or offers: nothing in any sum, but never a divisor of 0."""

DUST = 1e-9
"""t or t/month below which an amount is what rounding left over, and nothing may follow from it."""

TINY = 1e-12
"""Least divisor where parts must add up to the whole to the last digit."""


@dataclass(frozen=True)
class Layout:
    """Index tables and parameters with the batch axis appended."""

    shape: tuple[int, int, int]
    """(N, M, K)."""
    host: Index
    stage: Index
    zone: Index
    """(S,) price zone in which the site sells: that of its contract partner, or of its host."""
    nation_zone: Index
    """(N,)"""
    groups: Groups
    group_host: Index
    group_stage: Index
    """Sites of one host and stage lie together: the groups, the host of each and its stage."""
    mix: Array
    """(S, M, 1) parts of the capacity: the grade of a mine; for a plant the world's demand for what it can treat."""
    ore: Array
    """(S, M, 1) the mix of a mine; 0 for a plant."""
    usual: Array
    """(S, M, 1) the mix; 0 for a recycling site, which feeds on scrap and not on the good of the stage before."""
    limit: Array
    """(T, S, 1) t/month that the site's ceiling allows; inf where none."""
    origin_order: Index
    """(N,) nations sorted by origin."""
    origins: Groups
    origin_of_group: Index
    """The nations of each origin in that order, and which origin it is."""


@derived
def layout(world: World) -> Layout:
    """The layout of `world`."""
    sites, names, mix = world.sites, world.names, site_mix(world)
    groups = _groups(world)
    seller = np.where(sites.feed_to >= 0, sites.feed_to, sites.host)
    order = np.argsort(world.market.origin, kind="stable")
    ordered = world.market.origin[order]
    starts = np.flatnonzero(np.diff(ordered, prepend=-1))
    return Layout(
        shape=(len(names.nations), len(names.materials), len(names.stages)),
        host=sites.host,
        stage=sites.stage,
        zone=np.where(seller == world.rival, INSIDE, OUTSIDE),
        nation_zone=np.where(np.arange(len(names.nations)) == world.rival, INSIDE, OUTSIDE),
        groups=Groups.of(groups, len(sites.host)),
        group_host=sites.host[groups],
        group_stage=sites.stage[groups],
        mix=wide(mix),
        ore=wide(mix * (sites.stage == MINE)[:, None]),
        usual=wide(mix * ~sites.recycling[:, None]),
        limit=wide(_limit(world)),
        origin_order=order,
        origins=Groups.of(starts, len(order)),
        origin_of_group=ordered[starts],
    )


def _groups(world: World) -> Index:
    """Starts of the runs of sites with one host and one stage.

    Raises:
        ValueError: when the sites are not sorted by host, then stage.
    """
    key = world.sites.host * len(world.names.stages) + world.sites.stage
    if np.any(np.diff(key) < 0):
        raise ValueError("sites must be sorted by host, then stage")
    return np.flatnonzero(np.diff(key, prepend=-1))


def site_mix(world: World) -> Array:
    """(S, M) parts of each site's capacity by material; sums to 1."""
    needed = needed_by_stage(world)[world.sites.stage]
    weight = np.where(wide(world.sites.stage == MINE), world.sites.grade, (world.sites.grade > 0.0) * needed)
    mix: Array = weight / np.maximum(weight.sum(axis=1, keepdims=True), 1e-12)
    return mix


def needed_by_stage(world: World) -> Array:
    """(K, M) t/month of each good that the world needs at the start, what its plants take in included."""
    need = world.demand.base[0].sum(axis=0).T.copy()
    for stage in (MAGNET, SEPARATION):
        need[stage - 1] += need[stage] / _recovery(world, stage)
    return np.maximum(need, NEGLIGIBLE)


def _recovery(world: World, stage: int) -> float:
    """Recovery of the plants of a stage, weighted by capacity; 1 where there are none."""
    plants = (world.sites.stage == stage) & ~world.sites.recycling & (world.sites.capacity > 0.0)
    if not plants.any():
        return 1.0
    return float(np.average(world.sites.recovery[plants], weights=world.sites.capacity[plants]))


def _limit(world: World) -> Array:
    ceiling = world.sites.ceiling
    finite = np.where(np.isfinite(ceiling), ceiling, 0.0) * world.sites.capacity / 12.0
    return np.where(np.isfinite(ceiling), finite, np.inf)


def by_origin(tables: Layout, values: Array, origins: int) -> Array:
    """Sum `values` (Y, N, ..., B) over the nations of each origin: (X, Y, ..., B); a crumb where an origin has none."""
    sums = tables.origins.sums(values.take(tables.origin_order, axis=1).swapaxes(0, 1))
    if len(tables.origin_of_group) == origins:
        return sums
    every = np.full((origins, *sums.shape[1:]), CRUMB)
    every[tables.origin_of_group] = sums
    return every
