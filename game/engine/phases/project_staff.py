"""Whom a host's trained staff works for: projects beyond it wait, the later in the catalogue first."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.staff import staff
from game.engine.state import DONE, State
from game.engine.world import World

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]


@derived
def _crowded(world: World) -> tuple[tuple[int, NDArray[np.intp]], ...]:
    """Hosts with more projects in the catalogue than staff to run them at the start, and those projects."""
    host = world.sites.host[world.projects.site]
    groups = ((nation, np.flatnonzero(host == nation)) for nation in sorted(set(host.tolist())))
    return tuple((nation, projects) for nation, projects in groups if len(projects) > world.economy.staff[nation])


@derived
def _fewest(world: World) -> float:
    """Staff of the crowded host that has fewest: so many projects under way leave nobody waiting."""
    return min(float(world.economy.staff[nation]) for nation, _ in _crowded(world))


def underway_of(state: State) -> Mask:
    """Projects under way, (P, B)."""
    # Read without a sign, -1 (idle) is greater than any phase: one comparison does for two.
    under: Mask = state.project_phase.view(np.uint64) < DONE
    return under


def waiting(world: World, state: State) -> Mask:
    """Projects under way for which the host has no trained staff at present, (P, B)."""
    underway = underway_of(state)
    waits: Mask = underway & ~working_of(world, underway, lambda host: staff(world, state, host))
    return waits


def working_of(world: World, underway: Mask, staff: Callable[[int], Array]) -> Mask:
    """Projects under way that have staff; those of a host beyond its staff wait, the later in the catalogue first."""
    crowded = _crowded(world)
    if not crowded or np.count_nonzero(underway) <= _fewest(world):
        return underway
    works = underway.copy()
    for host, projects in crowded:
        running = underway.take(projects, axis=0)
        if np.count_nonzero(running) <= world.economy.staff[host]:  # trained staff never grows fewer
            continue
        places = np.add.accumulate(running, axis=0, dtype=np.int64)
        works[projects] = running & (places <= staff(host))
    return works
