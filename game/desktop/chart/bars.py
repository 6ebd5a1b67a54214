"""Bars of a score, and sparklines."""

from __future__ import annotations

import math
from functools import lru_cache

import pygame

from game.desktop.chart.model import Bar, BarsModel
from game.desktop.kit import badges, text
from game.desktop.kit.raster import Sketch
from game.desktop.kit.theme import Theme, Tone


class Bars:
    """Draws a `BarsModel`: label and points, bar, and a line of explanation for each."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._kept: tuple[tuple[int, int], BarsModel] | None = None
        self._picture = pygame.Surface((1, 1))
        self._rows: list[tuple[pygame.Rect, str]] = []
        self._origin = (0, 0)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        if theme != self._theme:
            self._theme, self._kept = theme, None

    def height(self, model: BarsModel) -> int:
        """Pixels the whole model needs."""
        title = text.line_height(self._theme, "heading") + self._theme.px(4) if model.title else 0
        return title + sum(self._row_height(bar) for bar in model.bars)

    def draw(self, surface: pygame.Surface, rect: pygame.Rect, model: BarsModel) -> None:
        """Draw in `rect`, on the ground of a panel."""
        if self._kept is None or self._kept != (rect.size, model):
            self._kept = (rect.size, model)
            self._compose(rect.size, model)
        self._origin = rect.topleft
        surface.blit(self._picture, rect.topleft)

    def hit(self, position: tuple[int, int]) -> str | None:
        """Key of the bar at `position` in the last drawing."""
        x, y = position[0] - self._origin[0], position[1] - self._origin[1]
        return next((key for place, key in self._rows if place.collidepoint(x, y)), None)

    def _row_height(self, bar: Bar) -> int:
        lines = 2 if "\n" in bar.text else 1
        return lines * text.line_height(self._theme, "small") + self._theme.px(9 + 11)

    def _compose(self, size: tuple[int, int], model: BarsModel) -> None:
        theme = self._theme
        picture = pygame.Surface((max(size[0], 1), max(size[1], 1)))
        picture.fill(theme.palette.panel)
        self._rows = []
        y = 0
        if model.title:
            text.write(picture, model.title, (0, 0), theme, "heading", "semibold", width=size[0])
            y = text.line_height(theme, "heading") + theme.px(4)
        for bar in model.bars:
            place = pygame.Rect(0, y, size[0], self._row_height(bar))
            self._rows.append((place, bar.key))
            self._draw_bar(picture, place, bar)
            y = place.bottom
        self._picture = picture

    def _draw_bar(self, picture: pygame.Surface, place: pygame.Rect, bar: Bar) -> None:
        theme, step = self._theme, text.line_height(self._theme, "small")
        points, _, note = bar.text.partition("\n")
        drawn = text.write(picture, points, (place.right, place.top), theme, "small", "semibold", align="right")
        text.write(picture, bar.label, place.topleft, theme, "small", width=drawn.left - theme.px(8))
        strip = pygame.Rect(place.left, place.top + step + theme.px(1), place.w, theme.px(9))
        badges.meter(picture, strip, bar.share, theme, bar.tone)
        if note:
            at = (place.left, strip.bottom + theme.px(2))
            text.write(picture, note, at, theme, "small", colour=theme.palette.muted, width=place.w)


@lru_cache(maxsize=256)
def sparkline(size: tuple[int, int], values: tuple[float, ...], theme: Theme, tone: Tone = "own") -> pygame.Surface:
    """A small curve without axes, its last value dotted (cached); alpha is multiplied in, see `raster.stamp`."""
    sketch = Sketch(size)
    known = [(place, value) for place, value in enumerate(values) if math.isfinite(value)]
    if len(known) > 1:
        low, high = min(v for _, v in known), max(v for _, v in known)
        span = high - low or 1.0
        margin = 3.5 * theme.layout_scale
        wide, tall = size[0] - 2 * margin, size[1] - 2 * margin
        last = max(len(values) - 1, 1)
        points = [(margin + wide * place / last, margin + tall * (1.0 - (v - low) / span)) for place, v in known]
        sketch.line(points, theme.palette.tone(tone), 1.6 * theme.layout_scale)
        sketch.circle(points[-1], 2.8 * theme.layout_scale, theme.palette.tone(tone))
    return sketch.finish()
