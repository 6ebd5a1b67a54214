"""Facts against recorded months: what was measured, how far it spreads, and whether it lies where it should.

A pure function of what was recorded: the back-test hands it all runs, calibration the base run with a few draws.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.content.facts import Fact, Facts, Part
from game.lab.facts.measures import measured
from game.lab.runs.columns import Columns

Array = NDArray[np.float64]

SLACK = 1e-9
"""Part of a bound that counts as reaching it: sums of months differ in their last bits."""


@dataclass(frozen=True)
class PartResult:
    """What one number of a fact came to. Figures are None where the fact waits or the thing never happens."""

    part: Part
    measured: float | None
    """Median of the matches; of `ever` their share."""
    spread: tuple[float | None, float | None]
    """10th and 90th percentile of the matches; None for one at which the thing never happens."""
    passed: bool | None
    """None where the fact waits."""

    @property
    def distance(self) -> float:
        """How far from the middle of its range, in half widths: above 1 outside; infinite where it never happens."""
        if self.passed is None:
            return 0.0
        if self.measured is None:
            return np.inf
        middle, half = (self.part.low + self.part.high) / 2.0, (self.part.high - self.part.low) / 2.0
        off = abs(self.measured - middle)
        return off / half if half > 0.0 else (0.0 if self.passed else np.inf)


@dataclass(frozen=True)
class FactResult:
    """A fact with the results of its parts."""

    fact: Fact
    parts: tuple[PartResult, ...]

    @property
    def passed(self) -> bool | None:
        """Whether all parts pass; None where the fact waits."""
        if self.fact.waits_for:
            return None
        return all(part.passed for part in self.parts)

    @property
    def worst(self) -> PartResult:
        """The part that lies worst in its range; it stands for the fact where one number must."""
        return max(self.parts, key=lambda part: part.distance)


def evaluate(facts: Facts, runs: Mapping[str, Columns]) -> tuple[FactResult, ...]:
    """Every fact measured in the recorded `runs`.

    Raises:
        KeyError: when a part needs a run or a metric that was not recorded; `Facts.only` leaves such parts out.
    """
    return tuple(FactResult(fact, tuple(_part(part, runs) for part in fact.parts)) for fact in facts.facts)


def values(part: Part, runs: Mapping[str, Columns]) -> Array:
    """The number of a part in each match, (B,); infinite where the thing never happens. Raises as `evaluate`."""
    if part.measure is None:
        return np.empty(0)
    found = measured(part.measure, part.unit, runs)
    return found[np.isfinite(found)] if part.measure.if_ever else found


def _part(part: Part, runs: Mapping[str, Columns]) -> PartResult:
    if part.measure is None:
        return PartResult(part, None, (None, None), None)
    found = values(part, runs)
    low, middle, high = (_percentile(found, percent) for percent in (10.0, 50.0, 90.0))
    if part.measure.take == "ever":
        middle = float(found.mean())
    # Each bound has a slack of its own: one may be infinite.
    low_end, high_end = part.low - SLACK * abs(part.low), part.high + SLACK * abs(part.high)
    passed = middle is not None and low_end <= middle <= high_end
    return PartResult(part, middle, (low, high), passed)


def _percentile(found: Array, percent: float) -> float | None:
    """A percentile, between neighbours in proportion; None where it is infinite or there is nothing."""
    if not len(found):
        return None
    ordered = np.sort(found)
    place = percent / 100.0 * (len(ordered) - 1)
    below, above = ordered[int(np.floor(place))], ordered[int(np.ceil(place))]
    value = below if below == above else below + (above - below) * (place - np.floor(place))
    return float(value) if np.isfinite(value) else None
