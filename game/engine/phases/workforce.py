"""Workforce: trained staff limit how many projects run at once in a host; agreements train more, and some of it stays.

Of two parties the one that has something to learn is trained: a nation that is no seat by a seat, and of two seats the
one that had fewer staff at the start. What stays never takes a pupil beyond its teacher.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.month import Month
from game.engine.staff import learns, staff, training
from game.engine.state import State
from game.engine.world import World

Array = NDArray[np.float64]

A_QUARTER = 3
"""Months after which what was learnt counts."""


def present(world: World, state: State, month: Month, nation: int) -> Array:
    """`staff` of one nation in this month, (B,), without a look at agreements where none in force trains anybody."""
    trains = month.pacts is not None and month.pacts.any_of(training(world))
    held: Array = staff(world, state, nation) if trains else state.staff[nation]
    return held


def advance(world: World, state: State, month: Month) -> None:
    """Let what agreements in force teach stay, quarter by quarter."""
    kinds = training(world)
    if month.pacts is None or not kinds or (state.month + 1) % A_QUARTER:
        return
    for kind, one, other, where in month.pacts.with_kind(kinds):
        if learns(world)[one, other]:
            gain = float(world.agreements.staff_kept[kind]) * A_QUARTER / 12.0
            most = np.maximum(world.economy.staff[other], state.staff[one])
            np.minimum(state.staff[one] + gain * where, most, out=state.staff[one])
