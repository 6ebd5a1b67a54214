"""Points: how well each seat has done, part by part and in all."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine import metrics, summation
from game.engine.conditions import Reading
from game.engine.derived import derived
from game.engine.state import State
from game.engine.world import ScorePart, World

Array = NDArray[np.float64]


@dataclass(frozen=True)
class _Gauge:
    """How a part is measured: its metric, whether each seat has its own value, and the arguments after the seat."""

    metric: str
    own: bool
    rest: tuple[int, ...]
    aggregate: str
    """``end``, ``mean`` or ``max``."""
    begin: int
    """Month from which a mean is taken."""


@derived
def _gauges(world: World) -> tuple[_Gauge, ...]:
    return tuple(_gauge(world, part) for part in world.score)


def _gauge(world: World, part: ScorePart) -> _Gauge:
    name, *arguments = part.metric.split()
    axes = metrics.METRICS[name].axes
    own = axes.startswith("N")
    letters = axes[1:] if own else axes
    rest = (
        world.names.index(metrics.argument_axis(axis), argument)
        for axis, argument in zip(letters, arguments, strict=True)
    )
    begin = max(world.calendar.months - part.last_months, 0) if part.last_months else 0
    return _Gauge(name, own, tuple(rest), part.aggregate, begin)


A_QUARTER = 3
"""Means are taken over the last months of the quarters since the start."""


def count(world: World, state: State) -> None:
    """Add this month to the sums and greatest values; a part that counts only at the end is left alone."""
    last_of_quarter = (state.month + 1) % A_QUARTER == 0
    for row, gauge in enumerate(_gauges(world)):
        if gauge.aggregate == "mean" and last_of_quarter and state.month >= gauge.begin:
            state.score_sum[row] += measure(world, state, row)
        elif gauge.aggregate == "max":
            value = measure(world, state, row)
            if state.month == 0:
                state.score_peak[row] = value
            else:
                np.maximum(state.score_peak[row], value, out=state.score_peak[row])


def measure(world: World, state: State, part: int) -> Array:
    """What part number `part` measures now, for each seat: (H, B), or (1, B) where the seats share one value."""
    gauge = _gauges(world)[part]
    if not gauge.own:
        return metrics.read(world, state, Reading(gauge.metric, gauge.rest))[None]
    return metrics.of_nations(world, state, gauge.metric, world.seats, *gauge.rest)


def measured(world: World, state: State) -> Array:
    """What each part's aggregate stands at, (Q, H, B): the value now, the mean so far, or the greatest so far.

    Where a mean is of months still to come, the value now.
    """
    values = np.empty((len(world.score), world.seats, state.batch))
    for row, (part, gauge) in enumerate(zip(world.score, _gauges(world), strict=True)):
        quarters = state.month // A_QUARTER - gauge.begin // A_QUARTER
        if part.aggregate == "end" or state.month == 0:
            values[row] = measure(world, state, row)
        elif part.aggregate == "mean" and quarters > 0:
            values[row] = state.score_sum[row] / quarters
        elif part.aggregate == "mean":
            values[row] = measure(world, state, row)
        else:
            values[row] = state.score_peak[row]
    return values


@derived
def _scale(world: World) -> tuple[Array, Array]:
    """(Q, H, 1) value of each part at which it gives a seat no points, and how much more gives all."""
    bounds: Array = np.zeros((len(world.score), world.seats, 2))
    for row, part in enumerate(world.score):
        bounds[row] = part.worst, part.best
        for seat, *own in part.of_seats:
            bounds[row, seat] = own
    least, most = bounds[..., :1], bounds[..., 1:]
    return least, most - least


@derived
def _weights(world: World) -> Array | None:
    """(Q, 1, 1) how much each part counts, of 1; None where nothing is scored."""
    weights = np.array([part.weight for part in world.score])
    return (weights / weights.sum())[:, None, None] if weights.sum() > 0.0 else None


def points(world: World, state: State) -> Array:
    """Points of each part for each seat, (Q, H, B): 0 at the part's `worst` or beyond, 100 at its `best`."""
    worst, span = _scale(world)
    return 100.0 * np.clip((measured(world, state) - worst) / span, 0.0, 1.0)


def total(world: World, state: State) -> Array:
    """Weighted mean of the points for each seat, (H, B), 0-100; 0 where nothing is scored."""
    weights = _weights(world)
    if weights is None:
        return np.zeros((world.seats, state.batch))
    return summation.total(points(world, state) * weights, 0)
