"""How many projects the trained staff of a host can run at once, and who trains whom."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.state import IN_FORCE, State
from game.engine.summation import total
from game.engine.world import World

Array = NDArray[np.float64]


@derived
def training(world: World) -> frozenset[int]:
    """Kinds of agreement that train staff."""
    agreements = world.agreements
    return frozenset(np.flatnonzero((agreements.staff > 0.0) | (agreements.staff_kept > 0.0)).tolist())


@derived
def learns(world: World) -> NDArray[np.bool_]:
    """(N, N) whether the first learns from the second."""
    seat = np.arange(len(world.names.nations)) < world.seats
    fewer = world.economy.staff[:, None] < world.economy.staff
    pupil: NDArray[np.bool_] = seat & (~seat[:, None] | fewer)
    return pupil


def staff(world: World, state: State, nation: int | slice) -> Array:
    """Projects that the trained staff of `nation` can run at once, (B,); (n, B) for a slice of nations."""
    held: Array = state.staff[nation]
    for kind in training(world):
        more = float(world.agreements.staff[kind])
        teachers = (state.agreement[kind, nation] == IN_FORCE) & learns(world)[nation, ..., None]
        if more and np.count_nonzero(teachers):
            held = held + more * total(teachers.astype(np.float64), -2)
    return held
