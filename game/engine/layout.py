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
    yields: Array
    """(S, 1, 1) product over input of a plant; 0 for a mine and for a recycling site."""
    inputs: Array
    """(S, 1, 1) input over product of a plant; 0 for a mine and for a recycling site."""
    limit: Array
    """(T, S, 1) t/month that the site's ceiling allows; inf where none."""
    mean_input: Array
    """(N, 1, K, 1) input over product, mean of the plants of a nation and stage; 0 where there are none."""
    pushes: Array
    """(N, 1, 1, 1) 1 outside the rival: private owners run full while somebody may still buy."""
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
    plants = (sites.stage > MINE) & ~sites.recycling
    seller = np.where(sites.feed_to >= 0, sites.feed_to, sites.host)
    order = np.argsort(world.market.origin, kind="stable")
    ordered = world.market.origin[order]
    starts = np.flatnonzero(np.diff(ordered, prepend=-1))
    pushes = np.ones(len(names.nations))
    pushes[world.rival] = 0.0
    inputs = np.where(plants, 1.0 / np.maximum(sites.recovery, 1e-3), 0.0)
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
        yields=wide(np.where(plants, sites.recovery, 0.0), 2),
        inputs=wide(inputs, 2),
        limit=wide(_limit(world)),
        mean_input=_mean_input(world, inputs),
        pushes=wide(pushes, 3),
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


def _mean_input(world: World, inputs: Array) -> Array:
    mean = np.zeros((len(world.names.nations), 1, len(world.names.stages), 1))
    for nation in range(mean.shape[0]):
        for stage in range(mean.shape[2]):
            mine = (world.sites.host == nation) & (world.sites.stage == stage) & (inputs > 0.0)
            if mine.any():
                mean[nation, 0, stage, 0] = inputs[mine].mean()
    return mean


def by_nation(tables: Layout, values: Array) -> Array:
    """Sum `values` (S, M, B) over the sites of each nation and stage: (N, K + 1, M, B), the last stage empty.

    Read ``[:, :K]`` as goods made; read ``[:, 1:]`` as goods taken in, for what a stage takes in is the good before it.
    """
    nations, _, stages = tables.shape
    sums = np.zeros((nations, stages + 1, *values.shape[1:]))
    sums[tables.group_host, tables.group_stage] = tables.groups.sums(values)
    return sums


def by_origin(tables: Layout, values: Array, origins: int) -> Array:
    """Sum `values` (N, ..., B) over the nations of each origin: (X, ..., B); a crumb where an origin has none."""
    sums = tables.origins.sums(values[tables.origin_order])
    if len(tables.origin_of_group) == origins:
        return sums
    every = np.full((origins, *values.shape[1:]), CRUMB)
    every[tables.origin_of_group] = sums
    return every
