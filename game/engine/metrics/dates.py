"""The date."""

from __future__ import annotations

import numpy as np

from game.engine.clock import CLOCK
from game.engine.metrics.entry import Values
from game.engine.metrics.registry import metric
from game.engine.state import State
from game.engine.world import World
from game.marks import N_


def _alike(state: State, number: float) -> Values:
    return np.full(state.batch, number)


@metric("", "months", N_("Months played"), N_("Whole months since the match began: 0 in its first month."))
def month(world: World, state: State) -> Values:
    return _alike(state, CLOCK["month"](world, state))


@metric(
    "", "year", N_("Calendar year"), N_("The date as a number: July 2010, when half of the year is over, is 2010.5.")
)
def year(world: World, state: State) -> Values:
    return _alike(state, CLOCK["year"](world, state))
