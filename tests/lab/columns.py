"""Months made by hand, for what is measured in them."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.engine.conditions import Atom, Condition, Reading
from game.engine.world import Calendar
from game.lab.runs.columns import Columns

START = 2009 * 12 + 11
"""December 2009: a year later begins in the second month."""
MONTHS = 37
PRICE, PART, WHOLE, FLAG = (Reading(name) for name in ("price", "part", "whole", "flag"))


def columns(values: Mapping[Reading, object]) -> Columns:
    """Three years and a month, three matches; what has one value for each match or month is spread out."""
    calendar = Calendar(START, 1, MONTHS)
    spread = {
        reading: np.broadcast_to(np.asarray(given, dtype=np.float64), (MONTHS, 3)) for reading, given in values.items()
    }
    return Columns(calendar, spread, 3)


def monthly(*values: float) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """A column (T, 1) that is the same in all matches: `values`, then 0."""
    months = np.zeros((MONTHS, 1))
    months[: len(values), 0] = values
    return months


def above(reading: Reading, bound: float) -> Condition:
    return Condition(((Atom(reading, 1, bound, or_equal=False),),), f"{reading.metric} > {bound}")
