"""How a chart is laid out: where months and values lie, which ticks stand at the axes, where labels find room."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.desktop.chart.model import ChartModel, Line, log_ticks, shifted, ticks
from game.desktop.kit import figures
from game.desktop.kit.raster import Point
from game.desktop.kit.theme import Colour, Theme

HEADROOM = 1.06


def style_colour(style: int, theme: Theme) -> Colour:
    """The colour of a line's style."""
    series = theme.palette.series
    return series[style % len(series)]


@dataclass(frozen=True)
class Plot:
    """Where months and values lie, in pixels of the chart."""

    rect: pygame.Rect
    months: int
    low: float
    high: float
    logarithmic: bool

    def x(self, month: float) -> float:
        """The column of a month."""
        return self.rect.left + self.rect.w * month / max(self.months, 1)

    def y(self, value: float) -> float:
        """The row of a value."""
        low, high = self.low, self.high
        if self.logarithmic:
            low, high, value = math.log10(low), math.log10(high), math.log10(max(value, self.low * 1e-3))
        return self.rect.bottom - self.rect.h * (value - low) / (high - low)


def scale(model: ChartModel, count: int) -> tuple[list[float], float, float]:
    """Tick values, and the lowest and highest value of the axis."""
    values = [v for line in model.lines for v in line.values] + [v for b in model.bands for v in (*b.low, *b.high)]
    values = [v for v in values if math.isfinite(v) and (v > 0.0 or not model.logarithmic)]
    if not values:
        values = [1.0]
    if model.logarithmic:
        marks = log_ticks(min(values), max(values))
        return (marks[:: 2 if len(marks) > 9 else 1], marks[0], marks[-1])
    top = max(0.0, *values) * HEADROOM or 1.0
    if model.unit in ("share", "0-1") and 0.75 < max(values) <= 1.0:
        top = 1.0
    marks = [mark for mark in ticks(min(0.0, *values), top, count) if mark <= top]
    return marks, marks[0], max(top, marks[-1], marks[0] + 1e-9)


def label_share(model: ChartModel, line: Line) -> float:
    """Where the label of a line stands along the axis, 0-1: at its end, its band's end, or now."""
    months = [*line.months[-1:], *(band.months[-1] for band in model.bands if band.style == line.style)]
    return min(max([*months, model.now or 0]) / max(model.months, 1), 1.0)


def time_ticks(model: ChartModel, plot: Plot, least: float) -> list[tuple[int, str]]:
    """Months to mark at the axis with their words, at least `least` pixels apart: months, else years."""
    for step in (1, 2, 3, 6, 12, 24, 60):
        if plot.rect.w * step / max(model.months, 1) >= least or step == 60:
            break
    first = int(model.start[5:7]) - 1
    offset = -first % step if step <= 12 else -first % 12
    found = []
    for month in range(offset, model.months + 1, step):
        label = shifted(model.start, month)
        found.append((month, label[:4] if step >= 12 else figures.month(label)))
    return found


def runs(line: Line, plot: Plot) -> list[list[Point]]:
    """The unbroken pieces of a line; values that are no numbers, or not positive on a log axis, leave gaps."""
    pieces: list[list[Point]] = [[]]
    for month, value in zip(line.months, line.values, strict=True):
        if month > plot.months or not math.isfinite(value) or (plot.logarithmic and value <= 0.0):
            pieces.append([])
        else:
            pieces[-1].append((plot.x(month), plot.y(value)))
    return [piece for piece in pieces if piece]


def last_point(line: Line, plot: Plot) -> Point | None:
    """Where the line ends."""
    pieces = runs(line, plot)
    return pieces[-1][-1] if pieces else None


def spread(rows: Sequence[float], step: float, top: float, bottom: float) -> list[float]:
    """`rows` moved as little as needed to be `step` apart between `top` and `bottom`."""
    order = sorted(range(len(rows)), key=lambda n: rows[n])
    placed = [0.0] * len(rows)
    last = top - step / 2.0
    for number in order:
        last = placed[number] = max(rows[number], last + step)
    limit = bottom + step / 2.0
    for number in reversed(order):
        limit = placed[number] = min(placed[number], limit - step)
    return placed


def value_at(months: Sequence[int], values: Sequence[float], month: int) -> float | None:
    """The value of a month, None where there is none."""
    found = dict(zip(months, values, strict=True)).get(month)
    return found if found is not None and math.isfinite(found) else None


def anchor(line: Line, last: Point, model: ChartModel, plot: Plot) -> Point:
    """The point beside which a line's label stands: the middle of its band's end, its own end, or now."""
    for band in model.bands:
        if band.style == line.style and band.months[-1] > line.months[-1]:
            return plot.x(band.months[-1]), plot.y((band.low[-1] + band.high[-1]) / 2.0)
    return max(last[0], plot.x(model.now or 0)), last[1]
