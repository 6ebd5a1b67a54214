"""What a seat fears of a rival whose script it does not know: that shipments to it stop for a while."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.content.package import Stop
from game.engine import chance
from game.engine.state import State
from game.engine.world import INSIDE

_STREAM = "outlook/stop"


class Stops:
    """Called before each month of futures that begin in `known`, a batch of one.

    In a part of the futures, the same whatever is ordered, a stop begins in a month that is drawn. What stands today of
    a stop is over as soon as such a one would be. Where none is feared, what stands today stands on.
    """

    def __init__(self, known: State, seat: int, seeds: NDArray[np.uint64], stop: Stop | None, months: int) -> None:
        self._stop, self._seat = stop, seat
        self._standing = known.embargo[INSIDE, seat].copy()
        if stop is not None:
            comes, when = chance.uniform(seeds, _STREAM, 0, 2)
            begins = known.month + np.floor(when * max(months - stop.months, 1))
            self._begins = np.where(comes < stop.chance, begins, -np.inf)
            self._over = known.month + stop.months

    def __call__(self, state: State) -> None:
        """Set what is stopped in the month to come."""
        if self._stop is None:
            return
        acts = (self._begins <= state.month) & (state.month < self._begins + self._stop.months)
        standing = self._standing if state.month < self._over else 0.0
        state.embargo[INSIDE, self._seat] = np.maximum(standing, np.where(acts, self._stop.share, 0.0))
