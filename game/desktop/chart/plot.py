"""How a chart is laid out: where months and values lie, which ticks stand at the axes, where labels find room."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.desktop.chart.model import ChartModel, Line, shifted, ticks
from game.desktop.kit.raster import Point
from game.desktop.kit.theme import Colour, Theme
from game.telling import numbers

HEADROOM = 1.06
_NEARLY_ALL = 0.75
"""Share from which on the axis goes to the whole."""


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

    def x(self, month: float) -> float:
        """The column of a month."""
        return self.rect.left + self.rect.w * month / max(self.months, 1)

    def y(self, value: float) -> float:
        """The row of a value."""
        return self.rect.bottom - self.rect.h * (value - self.low) / (self.high - self.low)


def scale(model: ChartModel, count: int) -> tuple[list[float], float, float]:
    """Tick values, and the lowest and highest value of the axis, which always holds 0."""
    values = [value for line in model.lines for value in line.values if math.isfinite(value)]
    share = model.unit in ("share", "0-1")
    top, bottom = _reach(max(values, default=0.0), share=share), -_reach(-min(values, default=0.0), share=share)
    if top == bottom:
        top = 1.0
    marks = [mark for mark in ticks(bottom, top, count) if bottom <= mark <= top]
    return marks, min(bottom, marks[0]), max(top, marks[-1])


def _reach(most: float, *, share: bool) -> float:
    """How far the axis goes from 0 toward `most`, 0 where that lies on the other side."""
    if share and _NEARLY_ALL < most <= 1.0:
        return 1.0
    return max(0.0, most) * HEADROOM


def label_share(model: ChartModel, line: Line) -> float:
    """Where the label of a line stands along the axis, 0-1: at its end, or now."""
    return min(max([*line.months[-1:], model.now]) / max(model.months, 1), 1.0)


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
        found.append((month, label[:4] if step >= 12 else numbers.month(label)))
    return found


def runs(line: Line, plot: Plot) -> list[list[Point]]:
    """The unbroken pieces of a line; values that are no numbers leave gaps."""
    pieces: list[list[Point]] = [[]]
    for month, value in zip(line.months, line.values, strict=True):
        if month > plot.months or not math.isfinite(value):
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


def anchor(last: Point, model: ChartModel, plot: Plot) -> Point:
    """The point beside which a line's label stands: its own end, or now."""
    return max(last[0], plot.x(model.now)), last[1]
