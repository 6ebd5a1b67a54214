"""How far each figure moves each part of a fact: what a tornado shows."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.content.calibration import Parameter
from game.content.facts import Part
from game.lab.calibration.fit import scale_of

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Sensitivity:
    """Measured values of all parts with each figure at either end of its range, the others as fitted."""

    parameters: tuple[Parameter, ...]
    parts: tuple[Part, ...]
    names: tuple[str, ...]
    """Of the parts: fact and label."""
    ends: Array
    """(M, P, 2) measured with the figure at its low and at its high end; NaN where the thing never happens."""
    swings: Array
    """(M, P) change from the low to the high end in tolerances; NaN where it has none or the thing never happens."""

    def strongest(self, part: int, count: int) -> list[int]:
        """The figures that move a part most, the strongest first, without those that leave it where it is."""
        sizes = np.nan_to_num(np.abs(self.swings[part]))
        order = np.argsort(-sizes, kind="stable")[:count]
        return [int(place) for place in order if sizes[place] > 0.0]


def sensitivity(
    parameters: Sequence[Parameter], parts: Sequence[Part], names: Sequence[str], at_ends: Sequence[tuple[Array, Array]]
) -> Sensitivity:
    """Swings from what was measured (M,) with each figure at its low and at its high end, a pair for each figure."""
    ends = np.array([[low, high] for low, high in at_ends]).transpose(2, 0, 1)
    swings = np.array(
        [[in_tolerances(part, *pair) for pair in row] for part, row in zip(parts, ends.tolist(), strict=True)]
    )
    return Sensitivity(tuple(parameters), tuple(parts), tuple(names), ends, swings)


def in_tolerances(part: Part, before: float, after: float) -> float:
    """The way from one measured value to another, a half of the part's range taken as one tolerance.

    Where the range is one of factors it is taken of logarithms, as the distance from the target is. NaN for an exact
    part, and where either value is none.
    """
    if not (math.isfinite(before) and math.isfinite(after)):
        return math.nan
    scale = scale_of(part)
    if scale is math.log and min(before, after) <= 0.0:
        return math.nan
    tolerance = (scale(part.high) - scale(part.low)) / 2.0
    return (scale(after) - scale(before)) / tolerance if tolerance > 0.0 else math.nan
