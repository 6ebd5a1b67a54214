"""Workforce: trained staff limit how many projects run at once in a host; agreements train more, and some of it stays.

Of two parties the one that has something to learn is trained: a nation that is no seat by a seat, and of two seats the
one that had fewer staff at the start. What stays never takes a pupil beyond its teacher.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.month import Month
from game.engine.state import IN_FORCE, State
from game.engine.summation import total
from game.engine.world import World

Array = NDArray[np.float64]

A_QUARTER = 3
"""Months after which what was learnt counts."""


@derived
def _training(world: World) -> frozenset[int]:
    """Kinds of agreement that train staff."""
    agreements = world.agreements
    return frozenset(np.flatnonzero((agreements.staff > 0.0) | (agreements.staff_kept > 0.0)).tolist())


@derived
def _learns(world: World) -> NDArray[np.bool_]:
    """(N, N) whether the first learns from the second."""
    seat = np.arange(len(world.names.nations)) < world.seats
    fewer = world.economy.staff[:, None] < world.economy.staff
    learns: NDArray[np.bool_] = seat & (~seat[:, None] | fewer)
    return learns


def staff(world: World, state: State, nation: int | slice) -> Array:
    """Projects that the trained staff of `nation` can run at once, (B,); (n, B) for a slice of nations."""
    held: Array = state.staff[nation]
    for kind in _training(world):
        more = float(world.agreements.staff[kind])
        teachers = (state.agreement[kind, nation] == IN_FORCE) & _learns(world)[nation, ..., None]
        if more and np.count_nonzero(teachers):
            held = held + more * total(teachers.astype(np.float64), -2)
    return held


def present(world: World, state: State, month: Month, nation: int) -> Array:
    """`staff` of one nation in this month, (B,), without a look at agreements where none in force trains anybody."""
    trains = month.pacts is not None and not _training(world).isdisjoint(month.pacts.kind)
    held: Array = staff(world, state, nation) if trains else state.staff[nation]
    return held


def advance(world: World, state: State, month: Month) -> None:
    """Let what agreements in force teach stay, quarter by quarter."""
    kinds = _training(world)
    if month.pacts is None or not kinds or (state.month + 1) % A_QUARTER:
        return
    for kind, one, other, where in month.pacts.with_kind(kinds):
        if _learns(world)[one, other]:
            gain = float(world.agreements.staff_kept[kind]) * A_QUARTER / 12.0
            most = np.maximum(world.economy.staff[other], state.staff[one])
            np.minimum(state.staff[one] + gain * where, most, out=state.staff[one])
