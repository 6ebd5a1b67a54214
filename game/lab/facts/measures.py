"""What a measure gives for recorded months: one number for each match."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.content.facts import TIMES, Look, Measure, Span, whole_years
from game.engine.conditions import Condition, Reading
from game.lab.runs.columns import Columns

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

NEVER = math.inf
"""Stands for the time of what never happens, and for a part of nothing."""

_FIGURES: Mapping[str, Callable[[Array], Any]] = {
    "mean": lambda series: series.mean(axis=0),
    "sum": lambda series: series.sum(axis=0),
    "min": lambda series: series.min(axis=0),
    "max": lambda series: series.max(axis=0),
    "first": lambda series: series[0],
    "last": lambda series: series[-1],
}


def measured(measure: Measure, unit: str, runs: Mapping[str, Columns]) -> Array:
    """The value of `measure` in `unit` for each match, (B,); `NEVER` where there is none.

    A figure of the rule set is one value, (1,).

    Raises:
        KeyError: when a run or metric that it looks at was not recorded.
    """
    if measure.look is None:
        return np.array([(measure.figure or 0.0) * measure.times])
    value = _taken(measure.look, measure.take, unit, runs)
    if measure.against is not None:
        other = _taken(measure.against, measure.take, unit, runs)
        value = _difference(value, other) if measure.difference else _ratio(value, other)
    return value * measure.times


def curve(look: Look, columns: Columns) -> tuple[Array, Array]:
    """A figure by month or year: the middle of each as a year with fractions (n,), and the values (n, B)."""
    spans = whole_years(look.span, columns.calendar) if look.by_year else _months(look.span)
    start = columns.calendar.start
    return np.array([start + (span.first + span.last + 1) / 2.0 for span in spans]) / 12.0, _series(look, columns)


def _taken(look: Look, take: str, unit: str, runs: Mapping[str, Columns]) -> Array:
    columns = runs[look.run]
    if look.is_truth:
        return _of_truth(look, take, unit, columns)
    if take == "mean" and look.over is not None and not look.by_year:
        return _mean(look, look.span, columns) / _base(look, columns)
    figure: Array = _FIGURES[take](_series(look, columns))
    return figure


# --- figures ------------------------------------------------------------------------------------------------------


def _series(look: Look, columns: Columns) -> Array:
    """The figure in each month, or whole year, of the window, (n, B)."""
    if look.by_year:
        values = np.stack([_mean(look, year, columns) for year in whole_years(look.span, columns.calendar)])
    elif look.over is not None:
        values = _ratio(_column(look.metric, look.span, columns), _column(look.over, look.span, columns))
    else:
        values = _column(look.metric, look.span, columns)
    return values / _base(look, columns)


def _base(look: Look, columns: Columns) -> Array | float:
    return 1.0 if look.base is None else _mean(look, look.base, columns)


def _mean(look: Look, span: Span, columns: Columns) -> Array:
    """Mean of the figure in `span`; of a part of something, the sum over the sum, (B,)."""
    part = _column(look.metric, span, columns)
    if look.over is None:
        mean: Array = part.mean(axis=0)
        return mean
    return _ratio(part.sum(axis=0), _column(look.over, span, columns).sum(axis=0))


def _column(reading: Reading | None, span: Span, columns: Columns) -> Array:
    """A metric in the months of `span`, (n, B)."""
    if reading is None:
        raise KeyError("a condition is no figure")
    return columns.of(reading)[span.first : span.last + 1]


def _months(span: Span) -> list[Span]:
    return [Span(month, month) for month in range(span.first, span.last + 1)]


def _ratio(part: Array, whole: Array) -> Array:
    """`part` over `whole`; `NEVER` where the whole is nothing, or is itself never."""
    nothing = (whole == 0.0) | ~np.isfinite(whole)
    return np.where(nothing, NEVER, part / np.where(nothing, 1.0, whole))


def _difference(value: Array, other: Array) -> Array:
    """`value` less `other`; `NEVER` where either is."""
    known = np.isfinite(value) & np.isfinite(other)
    return np.where(known, np.where(known, value, 0.0) - np.where(known, other, 0.0), NEVER)


# --- what is true or not ------------------------------------------------------------------------------------------


def _of_truth(look: Look, take: str, unit: str, columns: Columns) -> Array:
    true = _truth(look, columns)
    if take == "ever":
        return np.where(true.any(axis=0), 1.0, 0.0)
    if take == "lasts":
        return _in_units(true.sum(axis=0, dtype=np.float64), unit)
    begins = _first(true)
    if take == "start":
        return np.divide(columns.calendar.start + look.span.first + begins, 12.0)
    if look.until is None:
        raise ValueError(f"{take} without a condition that ends it")
    ends = _holds(look.until, look.span, columns)
    if take == "wait":
        ends &= np.arange(len(ends))[:, None] >= begins  # what had ended before does not count
        return _in_units(_difference(_first(ends), begins), unit)
    over = len(true) - _first(true[::-1])
    return _in_units(_difference(_first(ends), np.where(np.isfinite(over), over, NEVER)), unit)


def _in_units(months: Array, unit: str) -> Array:
    return months * TIMES[unit]


def _truth(look: Look, columns: Columns) -> Mask:
    """Where it holds in the window, (n, B)."""
    if look.holds is not None:
        return _holds(look.holds, look.span, columns)
    series = _series(look, columns)
    above: Mask = series > (look.above if look.above is not None else -math.inf)
    return above & (series < (look.below if look.below is not None else math.inf))


def _holds(condition: Condition, span: Span, columns: Columns) -> Mask:
    """Where a condition holds in the months of `span`, (n, B)."""
    holds = np.zeros((span.last + 1 - span.first, columns.draws), dtype=bool)
    for group in condition.any_of:
        together = np.ones_like(holds)
        for atom in group:
            together &= atom.sign * _column(atom.reading, span, columns) > atom.bound
        holds |= together
    return holds


def _first(true: Mask) -> Array:
    """Place of the first that is true, (B,); `NEVER` where none is."""
    return np.where(true.any(axis=0), true.argmax(axis=0).astype(np.float64), NEVER)
