"""What agreements in force bind beyond their own clauses: habits of buying, and the tariffs that they settle."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.state import IN_FORCE, State
from game.engine.world import World

Array = NDArray[np.float64]


@derived
def attaching_kinds(world: World) -> frozenset[int]:
    """Kinds of agreement by which a partner of the rival gets used to its goods."""
    return frozenset(np.flatnonzero(world.agreements.attachment).tolist())


def attachment(world: World, state: State, nation: int | slice) -> Array:
    """Rise of a nation's habit of buying from the rival, (..., B): the longer the two work together, the greater.

    It ends with the agreement: the standards that they shared bind nobody any longer.
    """
    risen = np.zeros(state.reputation[nation].shape)
    for kind in sorted(attaching_kinds(world)):
        place = (kind, nation, world.rival)
        age = world.agreements.months[kind] - state.agreement_left[place]
        risen += world.agreements.attachment[kind] * age * (state.agreement[place] == IN_FORCE)
    return risen
