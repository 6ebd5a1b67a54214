"""What governments, controllers and chance do to the economy: fields of the engine become those of the records."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.economy.phases.stockpile import IN_A_LACK, NEVER, WHEN_DEAR
from game.engine.bonds import attaching_kinds, attachment
from game.engine.decided import Controls, Decided, Orders, Promises
from game.engine.derived import derived
from game.engine.month import Month
from game.engine.phases import accounts, research
from game.engine.state import NOT_BUILT, OPERATING, State
from game.engine.world import DAYS_A_MONTH, INSIDE, RELEASE_RULES, World, wide

Array = NDArray[np.float64]

_RULES = np.array([{"hold": NEVER, "shortage": IN_A_LACK, "price": WHEN_DEAR}[name] for name in RELEASE_RULES])


def advance(world: World, state: State, month: Month) -> None:
    """Write what was decided into the records, and hand on what is written as the economy plays."""
    month.decided = _decided(world, state, month)
    _sites(world, state, month)
    state.held("slump", "NJ")[...] = 0.0 if month.sector_factor is None else 1.0 - month.sector_factor
    state.held("release", "N")[...] = _RULES.take(state.release_rule)
    state.held("tariff", "NZ")[:, INSIDE] = state.import_tariff
    state.held("bond", "NZ")[...] = 0.0
    if month.pacts is not None and attaching_kinds(world):
        state.held("bond", "NZ")[:, INSIDE] = attachment(world, state, slice(None))
    research.apply(world, state)


def _decided(world: World, state: State, month: Month) -> Decided:
    """Controls, what is promised of sites by contracts and between partners, and orders for stockpiles."""
    cost, reach = np.empty((world.seats, state.batch)), np.empty((world.seats, state.batch))
    held = (state.quota, state.export_tax, state.flood, state.embargo, state.licence)
    controls = Controls(*map(np.ascontiguousarray, held))
    orders = Orders(state.stockpile_target, state.stockpile_pace, state.budget, cost, reach)
    return Decided(controls, _promises(world, state, month), orders, DAYS_A_MONTH)


def _promises(world: World, state: State, month: Month) -> Promises:
    """What is promised of sites; the agreements in force that bind buyers or stockpiles are named one by one."""
    if month.pacts is None:
        nowhere = np.zeros(0, np.int64)
        nothing = np.zeros((0, state.batch), np.bool_)
        return Promises(state.offtake, nowhere, nowhere, np.zeros(0), nowhere, nothing)
    kinds = np.array(month.pacts.kind, dtype=np.int64)
    one, other = np.array(month.pacts.one, dtype=np.int64), np.array(month.pacts.other, dtype=np.int64)
    first, shares = world.agreements.offtake[kinds], world.agreements.shares_stock[kinds].astype(np.int64)
    return Promises(state.offtake, one, other, first, shares, month.pacts.where)


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
