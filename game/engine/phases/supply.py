"""The economy plays its month: goods are made, traded, stored and used, and prices form.

The phases of `game.economy` do it, in plain Python until machine code is there; both give the same, bit for bit. Here
is what follows from their figures for the books of nations.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.economy import machine
from game.economy.play import play
from game.engine import possible
from game.engine.derived import derived
from game.engine.hosting import by_host
from game.engine.month import Before, Month
from game.engine.phases import supply_news
from game.engine.state import FROM_RIVAL, IMPORTS, OUTPUT, USE, State
from game.engine.summation import total
from game.engine.world import World, wide

Array = NDArray[np.float64]

RIVAL = 0
"""Origin of the rival: the first."""
YEAR = 1.0 / 12.0
"""Part of the way that a year's running mean moves in a month."""
CRUMB = 1e-9
"""t: less is nothing."""


def advance(world: World, state: State, month: Month) -> None:
    """Play the month, and keep the books of every nation's goods."""
    month.before = Before(state)
    play(world.supply.rules[0], state.supply, 1, fast=machine.ready(), noted=state.played)
    state.means += (keep_books(world, state) - state.means) * YEAR
    if month.events.watched:
        supply_news.tell(world, state, month)


def keep_books(world: World, state: State) -> Array:
    """Set what each nation made, imported and exported in the month that has ended; returns what the year's running
    means move toward, in the order of the stack of means, (4, N, G, B) t/month.
    """
    made = state.site_output
    state.flow_recycled = by_host(world, made * _recycling(world))
    state.flow_production = by_host(world, made) - state.flow_recycled
    abroad = state.flow_origin * wide(1.0 - _home(world), 2)
    state.flow_imports = total(abroad, 0)
    state.flow_exports = _exports(world, state, abroad)
    flows = np.empty_like(state.means)
    flows[IMPORTS], flows[FROM_RIVAL] = state.flow_imports, abroad[RIVAL]
    flows[USE], flows[OUTPUT] = state.flow_use, state.flow_production
    return flows


def _exports(world: World, state: State, abroad: Array) -> Array:
    """What leaves each nation, (N, G, B): of what leaves its origin, its part of what that sold."""
    sold = by_host(world, state.handed("sold", "SG"))
    members = wide(_home(world), 2)
    of_origin = total(members * sold, 1)
    leaving = total(abroad, 1)
    part: Array = total(members * (leaving / np.maximum(of_origin, CRUMB))[:, None], 0)
    return sold * part


@derived
def _home(world: World) -> Array:
    """(X, N) 1 where a nation belongs to an origin: what it buys there is no import."""
    return (~possible.foreign(world).T).astype(np.float64)


@derived
def _recycling(world: World) -> Array:
    """(S, 1, 1) 1 for a site that takes what comes back at the end of its use."""
    return wide(world.sites.recycling.astype(np.float64), 2)
