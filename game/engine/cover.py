"""What partners keep for each other's need: how much of a stockpile is open, and whether a pledge is kept.

A pledge is a number of days of a nation's own use. What is pledged is open to the partner, and no more; and a partner
draws in proportion to what it keeps of its own pledge: who holds half of it may draw half as fast.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.clauses import column, pledges
from game.engine.derived import derived
from game.engine.pacts import Parties
from game.engine.state import State
from game.engine.summation import total
from game.engine.world import DAYS_A_MONTH, OUTSIDE, World

Array = NDArray[np.float64]

JOINT_PART = 0.25
"""Part of what is open to a partner that it may draw in one month, at most."""
CRUMB = 1e-9
"""Days, US$ a month: less is nothing."""


def opened(world: World, state: State, parties: Parties) -> Array:
    """(n, B) part of the first party's stockpile that is open to the other in a month."""
    sharing = _sharing(world)[parties.kind]
    found = np.where(sharing[:, None], JOINT_PART, 0.0) + np.zeros((len(parties.kind), state.batch))
    if not sharing.any():
        return found
    days = column(world, state, parties, "days")
    found[_pledging(world)[parties.kind]] *= days[_pledging(world)[parties.kind]] > 0.0
    if not np.count_nonzero(days):
        return found
    held = days_held(world, state)
    own, theirs = held[parties.one], held[parties.other]
    pledged = np.minimum(days / np.maximum(own, CRUMB), 1.0) * np.minimum(theirs / np.maximum(days, CRUMB), 1.0)
    return np.where(days > 0.0, found * pledged, found)


@derived
def _sharing(world: World) -> NDArray[np.bool_]:
    """(A,) kinds of agreement by which reserves are released for the partner too."""
    return world.agreements.shares_stock


@derived
def _pledging(world: World) -> NDArray[np.bool_]:
    """(A,) kinds of agreement that open what is pledged alone, and nothing where nothing is."""
    return np.array([pledges(world, kind) for kind in range(len(world.names.agreements))], dtype=bool)


def days_held(world: World, state: State) -> Array:
    """(N, B) days of use in a nation's stockpile, over all goods that can be kept, each by its value."""
    return _days(world, state, state.reserve * DAYS_A_MONTH)


def days_meant(world: World, state: State) -> Array:
    """(N, B) days that nations hold or mean to hold by their policies, whichever is more."""
    return np.maximum(days_held(world, state), _days(world, state, state.stockpile_target * state.year_use))


def _days(world: World, state: State, amounts: Array) -> Array:
    """(N, B) `amounts` (N, G, B) of all goods that can be kept, over the use of them in a month, each by its value."""
    value = state.price[OUTSIDE] * world.stockpiles.goods[:, None]
    use = total(state.year_use * value, 1)
    return total(amounts * value, 1) / np.maximum(use, CRUMB) * (use > CRUMB)
