"""Demand: what industry wants this month, and how prices move it.

A price above the reference makes users save. Part of the saving passes with the price (`adapted`), part becomes habit,
design or another material and stays for good (`thrift`): a ratchet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.engine import chance
from game.engine.derived import derived
from game.engine.layout import layout
from game.engine.state import State
from game.engine.summation import total
from game.engine.world import World, wide

if TYPE_CHECKING:
    from game.engine.step import Month

Array = NDArray[np.float64]

MONTHS_DRAWN = 12
YEARS_KEPT = 4

MOST_REBOUND = -0.1
"""Cheap material is wasted, but never by more than this share of demand."""


def advance(world: World, state: State, month: Month) -> None:
    """Set `month.industry`, t/month wanted by industry, (N, M, K, B)."""
    demand = world.demand
    _adapt(world, state)
    _learn(world, state)
    saving = np.minimum(state.adapted, 0.0)
    saving += state.thrift[:, :, None]
    np.maximum(saving, state.adapted, out=saving)
    np.subtract(1.0, saving, out=saving)
    saving *= np.exp(_disturb(world, state))[:, None, None]
    saving *= demand.base[state.month][..., None]
    if month.demand_factor is not None:
        saving *= month.demand_factor
    month.industry = saving


def _adapt(world: World, state: State) -> None:
    """Move the passing saving toward what the price of the nation's zone calls for."""
    response = 1.0 / world.demand.response_months
    wanted = state.price / wide(world.demand.reference_price)
    np.power(wanted, _elasticity(world), out=wanted)
    np.subtract(1.0, wanted, out=wanted)
    np.maximum(wanted, MOST_REBOUND, out=wanted)
    wanted *= response
    state.adapted *= 1.0 - response
    state.adapted += wanted.take(layout(world).nation_zone, axis=0)


def _learn(world: World, state: State) -> None:
    """Turn part of the passing saving beyond `thrift` into a permanent one."""
    step = total(state.adapted * _weight(world), 2)
    step -= state.thrift
    np.maximum(step, 0.0, out=step)
    step *= wide(world.demand.thrift_rate)
    step += state.thrift
    np.minimum(step, wide(world.demand.thrift_limit), out=state.thrift)


def _disturb(world: World, state: State) -> Array:
    """Move and return the disturbance of demand, (N, B)."""
    state.noise *= world.demand.noise_memory
    state.noise += _shocks(world, state)
    return state.noise


def _shocks(world: World, state: State) -> Array:
    """What this month adds to the disturbance, (N, B). Drawn for a year at once: many small draws cost more."""
    year, place = divmod(state.month, MONTHS_DRAWN)
    kept = _drawn(world)
    key = (year, state.seeds.tobytes())
    if key not in kept:
        if len(kept) >= YEARS_KEPT:
            kept.clear()
        nations, memory = state.noise.shape[0], world.demand.noise_memory
        drawn = chance.normal(state.seeds, "demand", year, MONTHS_DRAWN * nations)
        drawn *= world.demand.noise * (1.0 - memory * memory) ** 0.5
        kept[key] = drawn.reshape(MONTHS_DRAWN, nations, -1)
    return kept[key][place]


@derived
def _drawn(world: World) -> dict[tuple[int, bytes], Array]:
    """Years drawn of late, by year and seeds: (12, N, B). They depend on nothing else, so keeping them is safe."""
    del world
    return {}


@derived
def _elasticity(world: World) -> Array:
    return wide(world.demand.elasticity, 2)


@derived
def _weight(world: World) -> Array:
    """(N, M, K, 1) parts of a nation's use of a material by good; sums to 1 over K where it uses any."""
    base = world.demand.base[0]
    return wide(base / np.maximum(base.sum(axis=2, keepdims=True), 1e-12))
