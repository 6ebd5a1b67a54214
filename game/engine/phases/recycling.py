"""Recycling: what was used years ago comes back as scrap, as far as it is collected and a plant earns by it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.layout import NEGLIGIBLE
from game.engine.month import Month
from game.engine.phases.mining import unit_value
from game.engine.phases.research import learned
from game.engine.state import State
from game.engine.summation import Groups, total
from game.engine.world import World, wide

Array = NDArray[np.float64]

MOST_COLLECTED = 0.95
"""No scheme collects more than this share of the scrap."""


@dataclass(frozen=True)
class _Works:
    """Recycling sites, their hosts, and the groups of one host."""

    sites: NDArray[np.intp]
    host: NDArray[np.intp]
    groups: Groups
    of_group: NDArray[np.intp]
    """Group of each site."""
    cost: Array
    """(n, 1) US$/kg"""


@derived
def _works(world: World) -> _Works:
    sites = np.flatnonzero(world.sites.recycling)
    host = world.sites.host[sites]
    first = np.diff(host, prepend=-1) != 0
    return _Works(
        sites,
        host,
        Groups.of(np.flatnonzero(first), len(sites)),
        np.cumsum(first) - 1,
        wide(world.sites.cash_cost[sites]),
    )


def advance(world: World, state: State, month: Month) -> None:
    """Make oxide from scrap: `month.recycled` (N, M, B) t, or None where no works runs; counts in `month.output`."""
    works = _works(world)
    month.scrapped = state.scrap * _wear(world)
    month.recycled = None
    if not len(works.sites):
        return
    working = month.capacity.take(works.sites, axis=0)
    if not np.count_nonzero(working):
        return
    working *= unit_value(world, state).take(works.sites, axis=0) > works.cost
    if not np.count_nonzero(working):
        return
    month.recycled = _recover(world, state, month, working)


def age(world: World, state: State, month: Month) -> None:
    """Add this month's use by industry to what is in use, and let a part of it grow old.

    What is in use passes two stages of equal mean length, so that scrap follows use after a delay with some spread.
    """
    del world
    worn = month.scrapped
    state.scrap -= worn
    state.scrap[1] += worn[0]
    state.scrap[0] += total(month.used, 2)


def _recover(world: World, state: State, month: Month, working: Array) -> Array:
    works = _works(world)
    scrap = month.scrapped[1] * _collection(world, state)[:, None]
    together = works.groups.sums(working)[works.of_group]
    share = working / (together + NEGLIGIBLE)
    made = scrap[works.host] * share[:, None] * wide(world.sites.recovery[works.sites], 2)
    made *= (world.sites.grade[works.sites] > 0.0)[:, :, None]
    made *= np.minimum(working / (total(made, 1) + NEGLIGIBLE), 1.0)[:, None]
    month.output[works.sites] = made
    recycled = np.zeros_like(scrap)
    recycled[works.host[works.groups.starts]] = works.groups.sums(made)
    return recycled


def _collection(world: World, state: State) -> Array:
    """Part of the scrap that is collected, (N, B)."""
    rate = wide(world.recycling.collection)
    more = learned(world, state, world.research.recycling_gain)
    return np.minimum(rate if more is None else rate + more, MOST_COLLECTED)


@derived
def _wear(world: World) -> Array:
    """(M, 1) part of each stage of age that leaves it in a month."""
    return wide(np.minimum(2.0 / world.recycling.life_months, 1.0))
