"""What of a run is kept: month by month, the figures that its measures look at, for every match."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine import metrics
from game.engine.conditions import Reading
from game.engine.state import State
from game.engine.world import Calendar, World

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Columns:
    """The months of a batch of matches, or the first of them: each recorded metric as (T, B)."""

    calendar: Calendar
    values: Mapping[Reading, Array]
    draws: int
    """Number of matches (B)."""

    def of(self, reading: Reading) -> Array:
        """The months (T, B) of a metric. The clock needs no record.

        Raises:
            KeyError: when it was not recorded.
        """
        clock = {"month": 0.0, "year": self.calendar.start}
        if reading.metric in clock:
            months = np.arange(self.calendar.months) + clock[reading.metric]
            per = 12.0 if reading.metric == "year" else 1.0
            return np.broadcast_to(months[:, None] / per, (len(months), self.draws))
        return self.values[reading]

    @classmethod
    def joined(cls, parts: Sequence[Columns]) -> Columns:
        """The matches of `parts` side by side; all have the same metrics."""
        first = parts[0]
        values = {reading: np.concatenate([part.values[reading] for part in parts], axis=1) for reading in first.values}
        return cls(first.calendar, values, sum(part.draws for part in parts))


class Recorder:
    """Called after each month, it keeps `readings`; of a match that is played for some turns, of those."""

    def __init__(self, world: World, readings: Sequence[Reading], draws: int, turns: int | None = None) -> None:
        self._world, self._readings, self._draws = world, tuple(readings), draws
        months = (world.calendar.turns if turns is None else turns) * world.calendar.turn_months
        self._rows = np.empty((len(self._readings), months, draws))

    def __call__(self, state: State) -> None:
        """Keep the month that `state` has just ended."""
        month = state.month - 1
        for row, reading in enumerate(self._readings):
            self._rows[row, month] = metrics.read(self._world, state, reading)

    def columns(self) -> Columns:
        """What was kept."""
        return Columns(self._world.calendar, dict(zip(self._readings, self._rows, strict=True)), self._draws)
