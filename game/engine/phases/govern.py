"""What governments, controllers and chance do to the economy, laid out to be written into its records."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.economy.phases.stockpile import IN_A_LACK, NEVER, WHEN_DEAR
from game.engine import cover, works
from game.engine.bonds import attaching_kinds, attachment
from game.engine.clauses import column
from game.engine.decided import Controls, Decided, Orders, Policies, Promises
from game.engine.month import Month
from game.engine.state import State
from game.engine.world import DAYS_A_MONTH, RELEASE_RULES, World

Array = NDArray[np.float64]

_RULES = np.array([{"hold": NEVER, "shortage": IN_A_LACK, "price": WHEN_DEAR}[name] for name in RELEASE_RULES])
_NO_PLACES = np.zeros(0, np.int64)


def advance(world: World, state: State, month: Month) -> None:
    """Hand on what was decided, what sites can run and what research has come to: the economy takes it over."""
    month.decided = _decided(world, state, month)
    month.works, month.known = works.works_of(world, state, month.site_factor), works.known_of(world, state)


def _decided(world: World, state: State, month: Month) -> Decided:
    """Controls, what is promised of sites by contracts and between partners, policies, and orders for stockpiles."""
    cost, reach = np.empty((2, world.seats, state.batch))
    held = (state.quota, state.export_tax, state.flood, state.embargo, state.licence)
    controls = Controls(*map(np.ascontiguousarray, held))
    orders = Orders(state.stockpile_target, state.stockpile_pace, state.budget, cost, reach)
    return Decided(controls, _promises(world, state, month), _policies(world, state, month), orders, DAYS_A_MONTH)


def _promises(world: World, state: State, month: Month) -> Promises:
    """What is promised of sites; the agreements in force that bind buyers or stockpiles are named one by one."""
    if month.pacts is None:
        nothing, none = np.zeros((0, state.batch)), np.zeros((0, state.batch), np.bool_)
        return Promises(state.offtake, _NO_PLACES, _NO_PLACES, nothing, nothing, none)
    parties = month.pacts.parties
    first, opened = column(world, state, parties, "share"), cover.opened(world, state, parties)
    return Promises(state.offtake, parties.one, parties.other, first, opened, month.pacts.where)


def _policies(world: World, state: State, month: Month) -> Policies:
    """How nations open their stockpiles and trade with the rival, and how busy incidents and tariffs leave sectors."""
    attached = month.pacts is not None and month.pacts.any_of(attaching_kinds(world))
    habit = attachment(world, state, slice(None)) if attached else np.zeros((0, state.batch))
    factor = month.sector_factor
    busy = np.zeros((0, 0, state.batch)) if factor is None else np.ascontiguousarray(factor)
    return Policies(state.release_rule, _RULES, state.import_tariff, habit, busy)
