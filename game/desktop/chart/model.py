"""What a chart shows, as plain records, made from a seat's view."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from game.session.views import View
from game.telling import Teller, numbers
from game.telling.grammar import capital

LEAST_MONTHS = 12


@dataclass(frozen=True)
class Line:
    """One curve: months count from the start of the scenario; `style` picks colour, dashes and marker together."""

    label: str
    months: tuple[int, ...]
    values: tuple[float, ...]
    style: int


@dataclass(frozen=True)
class ChartModel:
    """A line chart. Two equal models draw alike."""

    unit: str
    lines: tuple[Line, ...]
    start: str
    """First month of the scenario, ``YYYY-MM``."""
    months: int
    """Length of the axis."""
    now: int
    """Month of the now-line."""


def present_series(view: View, keys: Sequence[str]) -> ChartModel:
    """A chart of the view's series with these keys, in order; unknown keys are left out. Units must agree.

    The axis reaches two turns beyond now, so that the present is never at the edge.

    Raises:
        ValueError: when the units differ.
    """
    by_key = {series.key: series for series in view.series}
    chosen = [by_key[key] for key in keys if key in by_key]
    units = {one.unit for one in chosen}
    if len(units) > 1:
        raise ValueError(f"series of different units in one chart: {', '.join(sorted(units))}")
    now = view.turn * view.turn_months
    months = min(max(now + 2 * view.turn_months, LEAST_MONTHS), max(view.turns * view.turn_months, LEAST_MONTHS))
    # A finished match has no next turn: its month is still that of the last one.
    start = shifted(view.month, -min(view.turn, view.turns - 1) * view.turn_months)
    teller = Teller.of(view)
    lines = tuple(Line(teller.label(one.key), one.months, one.values, style) for style, one in enumerate(chosen))
    return ChartModel(units.pop() if units else "", lines, start, months, now)


def short_labels(labels: Sequence[str]) -> list[str]:
    """Labels without the words with which all of them begin or end: the chart's title says those."""
    words = [label.split() for label in labels]
    least = min((len(each) for each in words), default=0)
    if len(words) < 2:
        return list(labels)
    first = next((n for n in range(least) if len({each[n] for each in words}) > 1), least)
    last = next((n for n in range(least - first) if len({each[-1 - n] for each in words}) > 1), least - first)
    cut = [" ".join(each[first : len(each) - last]).strip(" :,") for each in words]
    return [capital(label) for label in cut] if all(cut) else list(labels)


def plain_label(label: str) -> str:
    """A label without what stands in it in brackets."""
    return re.sub(r"\s*\([^()]*\)", "", label)


def shifted(month: str, by: int) -> str:
    """The month (``YYYY-MM``) that lies `by` months after `month`."""
    year, number = (int(part) for part in month.split("-"))
    count = year * 12 + number - 1 + by
    return f"{count // 12:04d}-{count % 12 + 1:02d}"


def ticks(low: float, high: float, count: int) -> list[float]:
    """About `count` round numbers (steps of 1, 2 or 5) from at most `low` to at least `high`."""
    span = max(high - low, 1e-9)
    rough = span / max(count, 1)
    size = 10.0 ** math.floor(math.log10(rough))
    step = next(size * m for m in (1.0, 2.0, 5.0, 10.0) if size * m >= rough * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(number * step, 10) for number in range(first, max(last, first + 1) + 1)]


def tick_label(value: float, unit: str) -> str:
    """A number at an axis: shares as per cent, large sums shortened."""
    if unit in ("share", "0-1"):
        return numbers.write(value, "share")
    if abs(value) >= 1e4:
        return numbers.short(value)
    return numbers.number(value, next((digits for digits in range(3) if round(value, digits) == value), 3))
