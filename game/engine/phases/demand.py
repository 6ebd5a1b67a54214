"""Demand: what industry wants this month, and how prices move it.

A price above the reference makes users save. Part of the saving passes with the price (`kept` is what it leaves), part
becomes habit, design or another material and stays for good (`thrift`): a ratchet.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine import chance
from game.engine.derived import derived
from game.engine.layout import TINY, layout
from game.engine.month import Month
from game.engine.state import State
from game.engine.summation import total
from game.engine.world import World, wide

Array = NDArray[np.float64]

MONTHS_DRAWN = 12
YEARS_KEPT = 4

MOST_KEPT = 1.1
"""Cheap material is wasted, but demand never rises above so many times the usual."""

A_QUARTER = 3
"""Months after which a lasting saving is added to `thrift`."""


def advance(world: World, state: State, month: Month) -> None:
    """Set `month.industry`, t/month wanted by industry, (N, M, K, B)."""
    _adapt(world, state)
    if state.month % A_QUARTER == 0:
        _learn(world, state)
    wanted = np.maximum(state.kept, 1.0)
    wanted -= state.thrift[:, :, None]
    np.minimum(wanted, state.kept, out=wanted)
    wanted *= _disturb(world, state)[:, None, None]
    wanted *= world.demand.base[state.month][..., None]
    if month.demand_factor is not None:
        wanted *= month.demand_factor
    month.industry = wanted


def _adapt(world: World, state: State) -> None:
    """Move what is kept of the usual demand toward what the price of the nation's zone calls for."""
    response = 1.0 / world.demand.response_months
    called = np.power(state.price, _elasticity(world))
    called *= _at_one_dollar(world)
    np.minimum(called, MOST_KEPT * response, out=called)
    state.kept *= 1.0 - response
    state.kept += called.take(layout(world).nation_zone, axis=0)


def _learn(world: World, state: State) -> None:
    """Turn a quarter's part of the passing saving beyond `thrift` into a permanent one."""
    lasting = _lasting(world)
    thrift = state.thrift * lasting.stays
    thrift += lasting.all_saved
    thrift -= total(state.kept * lasting.weight, 2)
    thrift.clip(state.thrift, wide(world.demand.thrift_limit), state.thrift)


def _disturb(world: World, state: State) -> Array:
    """Move and return the factor that disturbs demand, (N, B)."""
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
        drawn += 1.0 - memory
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
def _at_one_dollar(world: World) -> Array:
    """(Z, M, K, 1) what a price of 1 US$/kg adds in a month to what is kept."""
    demand = world.demand
    kept = demand.reference_price ** -demand.elasticity[:, None]
    return wide(kept / demand.response_months)


@dataclass(frozen=True)
class _Lasting:
    """How `thrift` moves in a quarter toward the saving over all goods made of a material."""

    stays: Array
    """(M, 1) part of it that stays."""
    all_saved: Array
    """(N, M, 1) what is added when nothing is kept ..."""
    weight: Array
    """(N, M, K, 1) ... and what each good kept takes off that, by its part in the nation's use."""


@derived
def _lasting(world: World) -> _Lasting:
    base = world.demand.base[0]
    moved = 1.0 - (1.0 - world.demand.thrift_rate) ** A_QUARTER
    weight = base / np.maximum(base.sum(axis=2, keepdims=True), TINY) * moved[:, None]
    return _Lasting(wide(1.0 - moved), wide(weight.sum(axis=2)), wide(weight))
