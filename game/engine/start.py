"""How a match begins: every field of the state from the world, as near to rest as its figures allow."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.fields import FIELDS
from game.engine.layout import NEGLIGIBLE, site_mix
from game.engine.phases.demand import MOST_KEPT
from game.engine.state import IDLE, OPERATING, STANDING, State, shape
from game.engine.world import DAYS_A_MONTH, INSIDE, MINE, OUTSIDE, POSTURES, RELEASE_RULES, SEPARATION, World, wide

Array = NDArray[np.float64]


def begin(world: World, seeds: NDArray[np.uint64]) -> State:
    """The state of a batch of matches at the start of the scenario, one match for each of `seeds` (B,)."""
    seeds = np.asarray(seeds, dtype=np.uint64)
    arrays: dict[str, NDArray[np.generic]] = {}
    given = _given(world)
    for name, field in FIELDS.items():
        value = np.zeros(shape(world, field.axes), dtype=field.dtype)
        if name in given:
            value[...] = given[name]
        arrays[name] = np.repeat(value[..., None], len(seeds), axis=-1)
    return State(0, seeds.copy(), arrays)


@derived
def _given(world: World) -> dict[str, Array | float | int]:
    """Fields that do not start at 0, without the batch axis."""
    return {**_goods(world), **_actors(world)}


def _goods(world: World) -> dict[str, Array | float | int]:
    calm, piles, market = _at_rest(world), world.stockpiles, world.market
    outside = market.start_price[OUTSIDE]
    built = world.sites.capacity > 0.0
    return {
        "stock": piles.stock * calm.use,
        "reserve": piles.reserve * calm.use[:, :, piles.stage] / DAYS_A_MONTH,
        "kept": _kept(world),
        "noise": 1.0,
        "orders_in": calm.orders,
        "scrap": np.stack([world.recycling.in_use, world.recycling.in_use]) / 2.0,
        "price": market.start_price,
        "usual_price": np.log(world.demand.reference_price),
        "usual_gap": np.log(outside / market.start_price[INSIDE]),
        "year_price": outside[:, SEPARATION],
        "capacity": world.sites.capacity,
        "ramp": built.astype(np.float64),
        "site_status": built * OPERATING,
        "site_cash": world.sites.cash,
        "offtake": np.concatenate([world.sites.offtake, np.zeros((1, len(world.sites.host)))]),
        "flow_need": calm.use,
        "flow_use": calm.use,
        "flow_production": calm.output,
        "flow_imports": calm.imports.sum(axis=0),
        "flow_origin": calm.imports,
        "year_imports": calm.imports.sum(axis=0),
        "year_rival": calm.imports[0],
        "year_use": calm.use,
        "year_output": calm.output,
    }


def _actors(world: World) -> dict[str, Array | float | int]:
    rules, diplomacy, economy = world.rival_rules, world.diplomacy, world.economy
    return {
        "project_phase": IDLE,
        "project_sponsor": -1,
        "project_instrument": -1,
        "stockpile_target": world.stockpiles.target,
        "stockpile_pace": world.stockpiles.pace,
        "release_rule": RELEASE_RULES.index("shortage"),
        "readiness": world.research.readiness,
        "posture": POSTURES.index("neutral"),
        "quota": rules.base_quota[0],
        "export_tax": rules.base_tax[0],
        "licence": 1.0,
        "rule_fired": -1,
        "incident_fired": -1,
        "tension": diplomacy.tension,
        "trust": diplomacy.trust,
        "reputation": STANDING,
        "staff": economy.staff,
        "budget": economy.budget,
        "capital": economy.capital,
        "approval": economy.approval,
        "export_index": 1.0,
    }


def _kept(world: World) -> Array:
    """What the prices of the start leave of the usual demand, (N, M, K)."""
    ratio = world.market.start_price / world.demand.reference_price
    left = np.minimum(ratio ** world.demand.elasticity[None, :, None], MOST_KEPT)
    zone = np.where(np.arange(len(world.names.nations)) == world.rival, INSIDE, OUTSIDE)
    kept: Array = left[zone]
    return kept


@dataclass(frozen=True)
class _Rest:
    """Monthly flows of a world at rest: (N, M, K), imports (X, N, M, K)."""

    use: Array
    orders: Array
    output: Array
    imports: Array


def _at_rest(world: World) -> _Rest:
    """Follow the goods backwards: what industry uses, who makes it, and what that takes of the good before."""
    use = world.demand.base[0] * _kept(world)
    orders, output = np.zeros_like(use), np.zeros_like(use)
    imports = np.zeros_like(world.market.preference)
    room, inputs = _room(world), _inputs(world)
    for stage in reversed(range(use.shape[2])):
        imports[..., stage], sold = _trade(world, stage, use[..., stage], room[..., stage])
        home = np.minimum(use[..., stage], room[..., stage])
        orders[..., stage] = home + sold
        output[..., stage] = np.minimum(orders[..., stage], room[..., stage])
        if stage > MINE:
            use[..., stage - 1] += output[..., stage] * inputs[:, None, stage]
    return _Rest(use, orders, output, imports)


def _trade(world: World, stage: int, use: Array, room: Array) -> tuple[Array, Array]:
    """Imports by origin (X, N, M) and sales by nation (N, M) of one good, from what sellers can spare."""
    spare = np.maximum(room - use, 0.0)
    member = world.market.origin == np.arange(len(world.names.origins))[:, None]
    yard = (member[:, :, None] * spare).sum(axis=1)
    asked = world.market.preference[..., stage] * np.maximum(use - room, 0.0)
    asked *= np.minimum(yard / np.maximum(asked.sum(axis=1), NEGLIGIBLE), 1.0)[:, None]
    left = yard - asked.sum(axis=1)
    unmet = np.maximum(np.maximum(use - room, 0.0) - asked.sum(axis=0), 0.0)
    pool = left.sum(axis=0)
    filled = unmet * np.minimum(pool / np.maximum(unmet.sum(axis=0), NEGLIGIBLE), 1.0)
    asked += filled * (left / np.maximum(pool, NEGLIGIBLE))[:, None]
    part = spare / np.maximum(yard, NEGLIGIBLE)[world.market.origin]
    return asked, part * asked.sum(axis=1)[world.market.origin]


def _room(world: World) -> Array:
    """What the sites of each nation can make of each good, (N, M, K) t/month."""
    sites = world.sites
    room = np.zeros(world.stockpiles.stock.shape)
    most = np.minimum(sites.capacity, np.where(np.isfinite(sites.ceiling[0]), sites.ceiling[0], 1.0) * sites.capacity)
    made = site_mix(world) * wide(np.where(sites.recycling, 0.0, most / 12.0))
    for site, (host, stage) in enumerate(zip(sites.host.tolist(), sites.stage.tolist(), strict=True)):
        room[host, :, stage] += made[site]
    return room


def _inputs(world: World) -> Array:
    """Input over product of the plants of each nation and stage, (N, K), weighted by capacity."""
    sites = world.sites
    inputs = np.ones((len(world.names.nations), len(world.names.stages)))
    for host, stage in {(int(h), int(s)) for h, s in zip(sites.host, sites.stage, strict=True) if s > MINE}:
        here = (sites.host == host) & (sites.stage == stage) & ~sites.recycling & (sites.capacity > 0.0)
        if here.any():
            inputs[host, stage] = np.average(1.0 / sites.recovery[here], weights=sites.capacity[here])
    return inputs
