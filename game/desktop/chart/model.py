"""What a chart shows, as plain records, made from a seat's view."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from game.desktop.kit import figures
from game.desktop.kit.theme import Tone
from game.session.views import Series, View
from game.telling import Teller

LEAST_MONTHS = 12


@dataclass(frozen=True)
class Line:
    """One curve: months count from the start of the scenario; `style` picks colour, dashes and marker together."""

    label: str
    months: tuple[int, ...]
    values: tuple[float, ...]
    style: int


@dataclass(frozen=True)
class Band:
    """A range, such as what the adviser expects."""

    label: str
    months: tuple[int, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    style: int


@dataclass(frozen=True)
class ChartModel:
    """A line chart. Two equal models draw alike."""

    title: str
    unit: str
    lines: tuple[Line, ...]
    start: str
    """First month of the scenario, ``YYYY-MM``."""
    months: int
    """Length of the axis."""
    now: int | None = None
    """Month of the now-line."""
    bands: tuple[Band, ...] = ()
    marks: tuple[tuple[int, str], ...] = ()
    """Months with a short note on top, such as a turn's order."""
    logarithmic: bool = False


@dataclass(frozen=True)
class Bar:
    """A part of a score: `share` 0-1 of its weight reached."""

    label: str
    share: float
    text: str
    tone: Tone = "accent"
    key: str = ""


@dataclass(frozen=True)
class BarsModel:
    """Bars below each other."""

    title: str
    bars: tuple[Bar, ...]


def series_keys(view: View) -> tuple[tuple[str, str], ...]:
    """Key and label of every series the view carries."""
    teller = Teller.of(view)
    return tuple((series.key, teller.label(series.key)) for series in view.series)


def present_series(
    view: View, keys: Sequence[str], *, title: str = "", logarithmic: bool = False, bands: Sequence[Band] = ()
) -> ChartModel:
    """A chart of the view's series with these keys, in order; unknown keys are left out. Units must agree.

    The axis reaches two turns beyond now, so that the present is never at the edge.

    Raises:
        ValueError: when the units differ.
    """
    by_key = {series.key: series for series in view.series}
    chosen = [by_key[key] for key in keys if key in by_key]
    now = view.turn * view.turn_months
    ahead = max([now + 2 * view.turn_months, LEAST_MONTHS, *(month for band in bands for month in band.months)])
    months = min(ahead, max(view.turns * view.turn_months, LEAST_MONTHS))
    # A finished match has no next turn: its month is still that of the last one.
    start = shifted(view.month, -min(view.turn, view.turns - 1) * view.turn_months)
    return _chart(Teller.of(view), chosen, start, months, now, title, tuple(bands), logarithmic=logarithmic)


def present_history(
    teller: Teller, series: Sequence[Series], start: str, months: int, *, title: str = "", logarithmic: bool = False
) -> ChartModel:
    """A chart of whole histories, as the end screen shows.

    Raises:
        ValueError: when the units differ.
    """
    return _chart(teller, series, start, months, None, title, (), logarithmic=logarithmic)


def _chart(
    teller: Teller,
    series: Sequence[Series],
    start: str,
    months: int,
    now: int | None,
    title: str,
    bands: tuple[Band, ...],
    *,
    logarithmic: bool,
) -> ChartModel:
    units = {one.unit for one in series}
    if len(units) > 1:
        raise ValueError(f"series of different units in one chart: {', '.join(sorted(units))}")
    lines = tuple(Line(teller.label(one.key), one.months, one.values, style) for style, one in enumerate(series))
    name = title or " and ".join(teller.label(one.key) for one in series)
    return ChartModel(name, units.pop() if units else "", lines, start, months, now, bands, (), logarithmic)


def present_score(view: View) -> BarsModel:
    """The parts of the score so far."""
    bars, teller = [], Teller.of(view)
    for part in view.score:
        share = part.points / part.weight if part.weight > 0 else 0.0
        tone: Tone = "good" if share >= 0.67 else "warn" if share >= 0.34 else "bad"
        points = f"{figures.plain(part.points, 0)} / {figures.plain(part.weight, 0)}"
        bars.append(Bar(part.label, min(max(share, 0.0), 1.0), f"{points}\n{teller.measured(part)}", tone, part.key))
    total = figures.plain(sum(part.points for part in view.score), 0)
    return BarsModel(f"Score so far: {total} of {figures.plain(sum(p.weight for p in view.score), 0)}", tuple(bars))


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


def log_ticks(low: float, high: float) -> list[float]:
    """1, 2 and 5 times powers of ten around a range of positive numbers."""
    decades = range(math.floor(math.log10(low)) - 1, math.ceil(math.log10(high)) + 1)
    marks = [m * 10.0**d for d in decades for m in (1.0, 2.0, 5.0)]
    below = max((mark for mark in marks if mark <= low), default=marks[0])
    above = min((mark for mark in marks if mark >= high), default=marks[-1])
    return [mark for mark in marks if below <= mark <= max(above, below * 2.0)]


def tick_label(value: float, unit: str) -> str:
    """A number at an axis: shares as per cent, large sums shortened."""
    if unit in ("share", "0-1"):
        return figures.percent(value)
    if abs(value) >= 1e4:
        return f"{figures.plain(value / 1e3, 0)}k"
    return figures.plain(value, 0 if value == round(value) else 1 if abs(value) >= 0.1 else 2)
