"""What governments, controllers and chance do to the economy: fields of the engine become those of the records."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.economy.phases.stockpile import IN_A_LACK, NEVER, WHEN_DEAR
from game.economy.small import FREE
from game.engine.bonds import attaching_kinds, attachment
from game.engine.derived import derived
from game.engine.month import Month
from game.engine.phases import accounts, research, stockpiles
from game.engine.state import NOT_BUILT, OPERATING, State
from game.engine.world import INSIDE, RELEASE_RULES, World, wide

Array = NDArray[np.float64]

_RULES = np.array([{"hold": NEVER, "shortage": IN_A_LACK, "price": WHEN_DEAR}[name] for name in RELEASE_RULES])


def advance(world: World, state: State, month: Month) -> None:
    """Write what was decided into the records."""
    _controls(world, state)
    _sites(world, state, month)
    _sectors(world, state, month)
    stockpiles.order(world, state, month)
    state.held("release", "N")[...] = _RULES.take(state.release_rule)
    state.held("tariff", "NZ")[:, INSIDE] = state.import_tariff
    _partners(world, state, month)
    research.apply(world, state)


def _controls(world: World, state: State) -> None:
    state.held("quota", "U")[...] = np.minimum(state.quota, FREE)
    state.held("duty", "ZG")[...] = state.export_tax
    state.held("flood", "ZG")[...] = state.flood
    state.held("embargo", "ZNG")[...] = 1.0 - (1.0 - state.embargo) * state.licence


def _sites(world: World, state: State, month: Month) -> None:
    _open(state)
    able = (state.site_status == OPERATING).astype(np.float64)
    able[_needing(world)] *= _ready(world, state)
    if month.site_factor is not None:
        able *= month.site_factor
    state.held("hindered", "S")[...] = 1.0 - able
    state.held("floor", "S")[...] = accounts.floor_of_run(world, state.site_floor)


def _open(state: State) -> None:
    """Let what has been built by date, without a project, begin."""
    built = state.held("capacity", "S")
    opened = (state.site_status == NOT_BUILT) & (built > 0.0)
    if np.count_nonzero(opened):
        state.site_status[opened] = OPERATING
        accounts.provide(state, slice(None), opened * built)


def _ready(world: World, state: State) -> Array:
    """1 for each site that needs a research line and has it in its host, else 0, (n, B)."""
    sites = world.sites
    needing = _needing(world)
    level = state.readiness[sites.host[needing], sites.needs_line[needing]]
    return (level >= wide(sites.needs_level[needing])).astype(np.float64)


@derived
def _needing(world: World) -> NDArray[np.intp]:
    """Sites that need a research line."""
    return np.flatnonzero(world.sites.needs_line >= 0)


def _sectors(world: World, state: State, month: Month) -> None:
    state.held("slump", "NJ")[...] = 0.0 if month.sector_factor is None else 1.0 - month.sector_factor


def _partners(world: World, state: State, month: Month) -> None:
    """What is promised of a site, by contract or by agreement between its host and a partner; habits of partners."""
    offtake, pledge, bond = state.held("offtake", "SN"), state.held("pledge", "NN"), state.held("bond", "NZ")
    offtake[:, : world.seats + 1] = state.offtake.swapaxes(0, 1)
    offtake[:, world.seats + 1 :] = 0.0
    pledge[...] = bond[...] = 0.0
    if month.pacts is None:
        return
    for kind, one, other, where in month.pacts.with_kind(_preferring_kinds(world)):
        _prefer(world, offtake, (one, other), where * world.agreements.offtake[kind])
    stockpiles.pledge(world, month, pledge)
    if attaching_kinds(world):
        bond[:, INSIDE] = attachment(world, state, slice(None))


def _prefer(world: World, offtake: Array, pair: tuple[int, int], part: Array) -> None:
    """Let each of two partners buy first, up to a part, from what the sites of the other have to sell."""
    for seller, buyer in (pair, pair[::-1]):
        for site in np.flatnonzero(world.sites.host == seller).tolist():
            free = np.maximum(1.0 - offtake[site].sum(axis=0), 0.0)
            np.maximum(offtake[site, buyer], np.minimum(part, free), out=offtake[site, buyer])


@derived
def _preferring_kinds(world: World) -> frozenset[int]:
    return frozenset(np.flatnonzero(world.agreements.offtake > 0.0).tolist())
