"""Score: what is counted month by month for the parts that look at the whole match."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.engine.scoring import measure
from game.engine.state import State
from game.engine.world import World

if TYPE_CHECKING:
    from game.engine.step import Month


def advance(world: World, state: State, month: Month) -> None:
    """Add this month to the sums and greatest values; a part that counts only at the end is left alone."""
    for row, part in enumerate(world.score):
        if part.aggregate == "end":
            continue
        value = measure(world, state, row)
        if part.aggregate == "mean":
            state.score_sum[row] += value
        elif state.month == 0:
            state.score_peak[row] = value
        else:
            np.maximum(state.score_peak[row], value, out=state.score_peak[row])
