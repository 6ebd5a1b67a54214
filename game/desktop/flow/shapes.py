"""Shapes of a flow: places of what reaches and leaves a stage, bands, arrows, fills that differ without colour."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.desktop.kit.raster import Point, Sketch
from game.desktop.kit.theme import Colour, Theme, mix

PATTERNS = {"rival": "slanted", "others": "dotted", "recycled": "upright", "unmet": "hatched"}
"""Patterns beside the colours; own supply and stocks are plain."""
_CURVE_STEPS = 14


@dataclass(frozen=True)
class Node:
    """A stage in pixels: its cell, the bar, and where each source and each way out begins."""

    id: str
    cell: pygame.Rect
    bar: pygame.Rect
    arrive: dict[str, tuple[float, float]]
    """Top and bottom of each source (of industry: of each column before), and of ``unmet``."""
    leave: dict[str, tuple[float, float]]
    """Top and bottom of what goes to each later column."""


def placed(
    name: str,
    cell: pygame.Rect,
    bar: pygame.Rect,
    arriving: list[tuple[str, float]],
    leaving: dict[str, float],
    unit: float,
) -> Node:
    """A stage whose flows are stacked from the top of `bar`, `unit` pixels a tonne."""
    return Node(name, cell, bar, _stacked(arriving, bar.top, unit), _stacked(list(leaving.items()), bar.top, unit))


def _stacked(parts: list[tuple[str, float]], top: float, unit: float) -> dict[str, tuple[float, float]]:
    places = {}
    for name, tonnes in parts:
        if tonnes > 0.0:
            tall = max(tonnes * unit, 1.5)
            places[name] = (top, top + tall)
            top += tall
    return places


def ribbon(x1: float, start: tuple[float, float], x2: float, end: tuple[float, float]) -> list[Point]:
    """A band that swings from one height to another."""
    upper, lower = [], []
    for step in range(_CURVE_STEPS + 1):
        t = step / _CURVE_STEPS
        ease = t * t * (3.0 - 2.0 * t)
        x = x1 + (x2 - x1) * t
        upper.append((x, start[0] + (end[0] - start[0]) * ease))
        lower.append((x, start[1] + (end[1] - start[1]) * ease))
    return [*upper, *reversed(lower)]


def arrow(left: float, right: float, top: float, bottom: float) -> list[Point]:
    """A band that enters a stage from its left, notched at its tail so that the way is seen."""
    notch = min((bottom - top) / 2.0, 7.0)
    return [(left, top), (right, top), (right, bottom), (left, bottom), (left + notch, (top + bottom) / 2.0)]


def source_colour(kind: str, theme: Theme) -> Colour:
    """The colour of a source, of ``unmet`` and of what goes ``onward``."""
    palette = theme.palette
    known = {
        "own": palette.own,
        "rival": palette.rival,
        "others": palette.others,
        "recycled": palette.recycled,
        "stock": palette.muted,
        "unmet": palette.bad,
    }
    return known.get(kind, mix(palette.panel, palette.own, 0.55))


def patterned(mask: Sketch, kind: str, theme: Theme) -> pygame.Surface:
    """The white shapes of `mask` in the colour and pattern of `kind`, alpha multiplied in."""
    pattern, colour = PATTERNS.get(kind, ""), source_colour(kind, theme)
    wide, tall = mask.size
    ground, ink, whole = colour, mix(colour, theme.palette.panel, 0.55), 255
    if pattern == "hatched":
        ground, ink = mix(theme.palette.panel, colour, 0.12), colour
    fill = pygame.Surface((wide * mask.smooth, tall * mask.smooth), pygame.SRCALPHA)
    fill.fill((*ground, whole))
    gap = round(theme.px(6) * mask.smooth)
    if pattern in ("slanted", "hatched"):
        for x in range(-tall * mask.smooth, wide * mask.smooth + gap, gap):
            start, end = (x, tall * mask.smooth), (x + tall * mask.smooth, 0)
            pygame.draw.line(fill, ink, start, end, round(1.7 * theme.layout_scale * mask.smooth))
    elif pattern == "upright":
        for x in range(0, wide * mask.smooth, gap):
            pygame.draw.line(fill, ink, (x, 0), (x, tall * mask.smooth), round(1.3 * theme.layout_scale * mask.smooth))
    elif pattern == "dotted":
        for row, y in enumerate(range(gap // 2, tall * mask.smooth, gap)):
            for x in range(gap // 2 * (1 + row % 2), wide * mask.smooth, gap):
                pygame.draw.circle(fill, ink, (x, y), 1.2 * theme.layout_scale * mask.smooth)
    fill.blit(mask.large, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return pygame.transform.smoothscale(fill, mask.size)
