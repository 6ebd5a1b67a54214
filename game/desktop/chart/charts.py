"""Charts of the window: lines with direct labels, and a read-out under the pointer.

A line is known by colour, dashes and marker together and carries its name at its end, so that nobody needs the colour.
"""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.desktop.chart.model import ChartModel, Line, plain_label, shifted, short_labels, tick_label
from game.desktop.chart.plot import (
    Plot,
    anchor,
    label_share,
    last_point,
    runs,
    scale,
    spread,
    style_colour,
    time_ticks,
    value_at,
)
from game.desktop.kit import badges, text
from game.desktop.kit.raster import Sketch, stamp
from game.desktop.kit.theme import Theme
from game.telling import _, numbers

DASHES: tuple[tuple[float, ...], ...] = ((), (7.0, 4.0), (2.5, 3.0), (9.0, 3.0, 2.5, 3.0), (14.0, 4.0), (4.5, 2.5))
MARKERS = ("disc", "square", "triangle", "any", "hexagon", "pentagon")
"""Shapes (of `badges.shape_mark`) at the end of each line."""


_LABEL_GAP = 8
_LABEL_ROOM = 0.42
"""Most part of a chart's width that names of lines take."""


class LineChart:
    """Draws a `ChartModel`, keeping the picture until model, size or theme change."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._kept: tuple[tuple[int, int], ChartModel] | None = None
        self._picture = pygame.Surface((1, 1))
        self._plot = Plot(pygame.Rect(0, 0, 1, 1), 1, 0.0, 1.0)
        self._origin = (0, 0)
        self._labels: dict[Line, str] = {}
        self._read_outs: dict[int, pygame.Surface] = {}

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        if theme != self._theme:
            self._theme, self._kept = theme, None

    def draw(
        self, surface: pygame.Surface, rect: pygame.Rect, model: ChartModel, *, pointer: tuple[int, int] | None = None
    ) -> None:
        """Draw in `rect`; with the pointer inside, the values of that month."""
        if self._kept is None or self._kept[0] != rect.size or self._kept[1] != model:
            self._kept = (rect.size, model)
            self._read_outs = {}
            self._compose(rect.size, model)
        self._origin = rect.topleft
        stamp(surface, self._picture, rect.topleft)
        month = self.month_at(pointer) if pointer is not None else None
        if month is not None:
            self._read(surface, rect, model, month)

    def month_at(self, position: tuple[int, int]) -> int | None:
        """The month of the last drawn chart at `position`, None outside the plot."""
        x, y = position[0] - self._origin[0], position[1] - self._origin[1]
        plot = self._plot.rect
        if self._kept is None or not plot.inflate(6, 6).collidepoint(x, y):
            return None
        return min(max(round((x - plot.left) / plot.w * self._plot.months), 0), self._plot.months)

    # --- the picture ----------------------------------------------------------------------------------------------

    def _compose(self, size: tuple[int, int], model: ChartModel) -> None:
        theme = self._theme
        self._labels = dict(zip(model.lines, self._named(model, size[0]), strict=True))
        marks, low, high = scale(model, max(2, (size[1] - theme.letter(50)) // theme.letter(30)))
        self._plot = plot = self._lay_out(size, model, marks, low, high)
        picture = pygame.Surface(size, pygame.SRCALPHA)
        badges.card(picture, picture.get_rect(), theme)
        self._write_unit(picture, model)
        self._draw_axes(picture, model, marks)
        sketch = Sketch(size)
        thick = 2.0 * theme.layout_scale
        for line in model.lines:
            for run in runs(line, plot):
                dashes = [part * theme.layout_scale for part in DASHES[line.style % len(DASHES)]]
                if len(run) > 1:
                    sketch.dashes(run, style_colour(line.style, theme), thick, dashes)
        stamp(picture, sketch.finish())
        self._write_labels(picture, model)
        self._picture = picture

    def _lay_out(
        self, size: tuple[int, int], model: ChartModel, marks: Sequence[float], low: float, high: float
    ) -> Plot:
        theme = self._theme
        pad = theme.px(10)
        left = pad + max(text.width(tick_label(mark, model.unit), theme, "tiny") for mark in marks) + theme.px(6)
        whole = size[0] - left - pad
        for line in model.lines:
            label = text.width(self._labels[line], theme, "tiny", "semibold") + theme.px(_LABEL_GAP + 4)
            room = size[0] - left - min(label, size[0] * _LABEL_ROOM)
            whole = min(whole, round(room / max(label_share(model, line), 0.3)))
        top = pad + text.line_height(theme, "small") + theme.px(8)
        bottom = text.line_height(theme, "tiny") + theme.px(8)
        rect = pygame.Rect(left, top, max(whole, 20), max(size[1] - top - bottom, 20))
        return Plot(rect, model.months, low, high)

    def _named(self, model: ChartModel, width: int) -> list[str]:
        """The names of the lines; shorter ones where they would be cut."""
        theme, labels = self._theme, [line.label for line in model.lines]
        room = width * _LABEL_ROOM - theme.px(_LABEL_GAP + 4)
        shorter = short_labels(labels)
        for names in (labels, shorter, [plain_label(name) for name in shorter]):
            if all(text.width(name, theme, "tiny", "semibold") <= room for name in names):
                return names
        return [plain_label(name) for name in shorter]

    def _write_unit(self, picture: pygame.Surface, model: ChartModel) -> None:
        theme, pad = self._theme, self._theme.px(10)
        words = "" if model.unit in ("share", "0-1") else _(model.unit)
        room = picture.get_width() - 2 * pad
        text.write(picture, words, (pad, pad - 2), theme, "small", colour=theme.palette.muted, width=room)

    def _draw_axes(self, picture: pygame.Surface, model: ChartModel, marks: Sequence[float]) -> None:
        theme, plot, palette = self._theme, self._plot, self._theme.palette
        half = text.line_height(theme, "tiny") // 2
        last = 10**6
        for mark in marks:
            y = round(plot.y(mark))
            colour = palette.edge if mark == 0.0 else palette.line
            pygame.draw.line(picture, colour, (plot.rect.left, y), (plot.rect.right, y))
            if last - y >= 2 * half - 3:
                at = (plot.rect.left - theme.px(6), y - half)
                text.write(
                    picture, tick_label(mark, model.unit), at, theme, "tiny", colour=palette.muted, align="right"
                )
                last = y
        for month, words in time_ticks(model, plot, text.width(numbers.month("2010-09"), theme, "tiny") + theme.px(14)):
            x = round(plot.x(month))
            pygame.draw.line(picture, palette.edge, (x, plot.rect.bottom), (x, plot.rect.bottom + theme.px(3)))
            at = (x, plot.rect.bottom + theme.px(4))
            half_word = text.width(words, theme, "tiny") // 2
            if x + half_word < picture.get_width():
                text.write(picture, words, at, theme, "tiny", colour=palette.muted, align="centre")
        x = round(plot.x(model.now))
        pygame.draw.line(picture, palette.muted, (x, plot.rect.top - theme.px(4)), (x, plot.rect.bottom))
        at = (x + theme.px(4), plot.rect.top - theme.px(6))
        word = text.label(_("now"), theme, "tiny", colour=palette.muted)
        picture.fill(palette.panel, word.get_rect(topleft=at).inflate(4, 0))
        picture.blit(word, at)

    def _write_labels(self, picture: pygame.Surface, model: ChartModel) -> None:
        """The name of each line at its end; moved apart where they would overlap."""
        theme, plot = self._theme, self._plot
        step = text.line_height(theme, "tiny")
        ends = [(line, last) for line in model.lines if (last := last_point(line, plot)) is not None]
        anchors = [anchor(last, model, plot) for _, last in ends]
        rows = spread([y for _, y in anchors], step, plot.rect.top + step, plot.rect.bottom)
        for (line, (px, py)), (x, _y), row in zip(ends, anchors, rows, strict=True):
            _marker(picture, (round(px), round(py)), line.style, theme)
            at = (round(x) + theme.px(_LABEL_GAP), round(row) - step // 2)
            room = picture.get_width() - at[0] - theme.px(3)
            words = self._labels[line]
            text.write(picture, words, at, theme, "tiny", "semibold", style_colour(line.style, theme), width=room)

    # --- the read-out ---------------------------------------------------------------------------------------------

    def _read(self, surface: pygame.Surface, rect: pygame.Rect, model: ChartModel, month: int) -> None:
        theme, plot = self._theme, self._plot
        if month not in self._read_outs:
            self._read_outs[month] = read_out(model, month, theme)
        card = self._read_outs[month]
        x = rect.left + round(plot.x(month))
        top = rect.top + plot.rect.top
        pygame.draw.line(surface, theme.palette.text, (x, top), (x, rect.top + plot.rect.bottom))
        for line in model.lines:
            value = value_at(line.months, line.values, month)
            if value is not None:
                _marker(surface, (x, rect.top + round(plot.y(value))), line.style, theme)
        gap = theme.px(10)
        left = x + gap if x + gap + card.get_width() <= rect.right else x - gap - card.get_width()
        stamp(
            surface, card, (max(left, rect.left + 2), max(min(top, rect.bottom - card.get_height() - 2), rect.top + 2))
        )


def read_out(model: ChartModel, month: int, theme: Theme) -> pygame.Surface:
    """A card with the values of `month`."""
    rows: list[tuple[int, str, str]] = []
    for line in model.lines:
        here = value_at(line.months, line.values, month)
        if here is not None:
            rows.append((line.style, line.label, numbers.write(here, model.unit)))
    pad, step, mark = theme.px(8), text.line_height(theme, "tiny"), theme.px(16)
    names = max((text.width(label, theme, "tiny") for _, label, _ in rows), default=0)
    figures = max((text.width(value, theme, "tiny", "semibold") for _, _, value in rows), default=0)
    head = numbers.month(shifted(model.start, month))
    wide = max(2 * pad + mark + names + theme.px(12) + figures, 2 * pad + text.width(head, theme, "tiny", "semibold"))
    card = pygame.Surface((wide, 2 * pad + step * (len(rows) + 1)), pygame.SRCALPHA)
    badges.card(card, card.get_rect(), theme, raised=True, edge=theme.palette.edge)
    text.write(card, head, (pad, pad), theme, "tiny", "semibold")
    for number, (style, label, value) in enumerate(rows):
        y = pad + step * (number + 1)
        _marker(card, (pad + theme.px(5), y + step // 2), style, theme)
        text.write(card, label, (pad + mark, y), theme, "tiny", colour=theme.palette.muted)
        text.write(card, value, (wide - pad, y), theme, "tiny", "semibold", align="right")
    return card


def _marker(surface: pygame.Surface, at: tuple[int, int], style: int, theme: Theme) -> None:
    badges.shape_mark(surface, at, MARKERS[style % len(MARKERS)], theme.px(7), style_colour(style, theme), theme)
