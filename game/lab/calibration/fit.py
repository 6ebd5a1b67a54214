"""Fitting figures to facts: bounded least squares with a weak pull toward the middle of each range.

Figures are moved as positions between 0 (low end of the range) and 1 (high end). The sum of squares has one term for
each part of a fact that is fitted, and one for each figure that holds it near the middle of its range, so that what the
facts do not identify stays put. Nothing here knows how a trial is made: it is handed in as a function.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.content.calibration import Calibration, Parameter
from game.content.facts import Part

Array = NDArray[np.float64]
Trial = Callable[[Sequence[Array]], list[Array]]
"""Positions (P,) of the figures, a set for each trial, to the measured medians of all parts (M,), a row for each."""

FAR, LOST = 10.0, 20.0
"""Tolerances from which distances are compressed, so that one part that is far off does not decide everything; and how
far what never happens is."""

RELATIVE = 1.5
"""High over low from which a range is one of factors, and distances in it are taken as logarithms."""

STEP = 0.04
"""Part of its range by which a figure is moved to see what it does: less drowns in the jumps of single matches."""

NEAR_END = 0.01
"""Part of the range that counts as its end."""

LOOSE = 0.5
"""Standard error in parts of the range from which a figure is hardly identified by the facts."""

TIED = 0.9
"""Correlation of two figures from which the facts cannot tell them apart."""


@dataclass(frozen=True)
class Fitted:
    """A figure after the fit."""

    parameter: Parameter
    value: float
    error: float
    """Standard error, in the figure's unit: how far it can move before the fit gets worse by one tolerance."""
    tied_to: tuple[tuple[str, float], ...]
    """Figures that it cannot be told from, with the correlation."""

    @property
    def moved(self) -> float:
        """By how much of its range it moved."""
        return (self.value - self.parameter.start) / (self.parameter.high - self.parameter.low)

    @property
    def at_end(self) -> bool:
        """Whether it lies at an end of its range."""
        position = position_of(self.parameter, self.value)
        return not NEAR_END < position < 1.0 - NEAR_END

    @property
    def loose(self) -> bool:
        """Whether the facts hardly say anything about it."""
        return self.error > LOOSE * (self.parameter.high - self.parameter.low)


@dataclass(frozen=True)
class Fit:
    """A fit: what moved, and how far measured values were from their targets before and after."""

    figures: tuple[Fitted, ...]
    before: Array
    """(M,) distances of all parts in tolerances, with the figures as they stand in the files."""
    after: Array
    trials: int
    steps: int
    converged: bool


def position_of(parameter: Parameter, value: float) -> float:
    """Where `value` lies in the range: 0 at the low end, 1 at the high one."""
    return (value - parameter.low) / (parameter.high - parameter.low)


def values_at(calibration: Calibration, positions: Sequence[float] | Array) -> dict[str, float]:
    """Path to value of the figures at `positions` in their ranges."""
    return {
        parameter.path: parameter.low + float(position) * (parameter.high - parameter.low)
        for parameter, position in zip(calibration.parameters, positions, strict=True)
    }


def distance(part: Part, measured: float) -> float:
    """How far a measured value is from the target, in tolerances: 1 at the end of the range, below 0 under the target.

    Inside a band of targets it is 0. Where the range is one of factors (`RELATIVE`) it is taken of logarithms. A side
    without tolerance borrows that of the other side. What is beyond `FAR` counts by its logarithm; what never happens,
    and any other value where exactly one is asked for, is `LOST`.
    """
    if not math.isfinite(measured):
        return LOST
    below, above = min(part.target), max(part.target)
    if below <= measured <= above:
        return 0.0
    goal, end, other = (above, part.high, part.low) if measured > above else (below, part.low, part.high)
    scale = scale_of(part)
    if scale is math.log and measured <= 0.0:
        return -LOST
    tolerance = abs(scale(end) - scale(goal)) or abs(scale(other) - scale(goal))
    if tolerance == 0.0:
        return math.copysign(LOST, measured - goal)
    away = (scale(measured) - scale(goal)) / tolerance
    return away if abs(away) <= FAR else math.copysign(FAR + math.log1p(abs(away) - FAR), away)


def scale_of(part: Part) -> Callable[[float], float]:
    """Logarithm where the range of a part is one of factors (`RELATIVE`), else the number itself."""
    return math.log if part.low > 0.0 and part.high > RELATIVE * part.low else float


def fit(calibration: Calibration, parts: Sequence[tuple[Part, float]], trial: Trial, *, steps: int) -> Fit:
    """Move the figures so that the `parts` (each with its weight) come as near to their targets as they can.

    At most `steps` steps are tried, each with one trial for itself and one for each figure.

    Raises:
        ValueError: when there are no parts, or all weights are 0.
    """
    from scipy.optimize import least_squares

    weights = np.array([weight for _, weight in parts])
    if not np.any(weights > 0.0):
        raise ValueError("no fact to fit")
    task = _Task(calibration, [part for part, _ in parts], weights, trial)
    start = np.array([position_of(parameter, parameter.start) for parameter in calibration.parameters])
    begin = np.clip(start, 1e-6, 1.0 - 1e-6)  # the method starts inside the bounds
    result = least_squares(
        task.terms, begin, jac=task.slopes, bounds=(0.0, 1.0), method="trf", max_nfev=steps, xtol=1e-3, ftol=1e-3
    )
    errors, ties = _identified(result.jac)
    figures = []
    for place, parameter in enumerate(calibration.parameters):
        width = parameter.high - parameter.low
        tied = tuple((calibration.parameters[other].path, value) for other, value in ties[place])
        value = parameter.low + float(result.x[place]) * width
        figures.append(Fitted(parameter, value, float(errors[place]) * width, tied))
    return Fit(
        tuple(figures), task.distances(begin), task.distances(result.x), task.trials, result.nfev, result.status > 0
    )


class _Task:
    """The terms of the sum of squares and their slopes; remembers what was tried."""

    def __init__(self, calibration: Calibration, parts: Sequence[Part], weights: Array, trial: Trial) -> None:
        self.calibration, self.parts, self.weights, self.trial = calibration, parts, weights, trial
        self._known: dict[bytes, Array] = {}
        self.trials = 0

    def distances(self, positions: Array) -> Array:
        """(M,) distances of the parts with the figures at `positions`."""
        self._try([positions])
        return self._known[positions.tobytes()]

    def terms(self, positions: Array) -> Array:
        """(M + P,) what is squared and summed."""
        pull = self.calibration.pull * (positions - 0.5) * 2.0
        return np.concatenate([self.distances(positions) * self.weights, pull])

    def slopes(self, positions: Array) -> Array:
        """(M + P, P) change of the terms for each figure from one end of its range to the other."""
        steps = np.where(positions + STEP <= 1.0, STEP, -STEP)
        moved = [positions + step * row for step, row in zip(steps, np.eye(len(positions)), strict=True)]
        self._try([positions, *moved])
        here = self.terms(positions)
        return np.stack([(self.terms(there) - here) / step for there, step in zip(moved, steps, strict=True)], axis=1)

    def _try(self, positions: Sequence[Array]) -> None:
        new = [place for place in positions if place.tobytes() not in self._known]
        if not new:
            return
        self.trials += len(new)
        for place, measured in zip(new, self.trial(new), strict=True):
            pairs = zip(self.parts, measured, strict=True)
            self._known[place.tobytes()] = np.array([distance(part, float(value)) for part, value in pairs])


def _identified(slopes: Array) -> tuple[Array, list[list[tuple[int, float]]]]:
    """Standard errors (P,) in parts of the range, and for each figure those that it is tied to, with the correlation.

    They come from the inverse of the squared slopes, with a residual of one tolerance taken as the noise. The pull is
    part of the slopes, so no error exceeds what it alone allows.
    """
    spread = np.linalg.pinv(slopes.T @ slopes)
    errors = np.sqrt(np.maximum(np.diag(spread), 0.0))
    together = spread / np.maximum(np.outer(errors, errors), 1e-12)
    count = len(errors)
    ties = [
        [
            (other, float(together[place, other]))
            for other in range(count)
            if other != place and abs(together[place, other]) > TIED
        ]
        for place in range(count)
    ]
    return errors, ties
