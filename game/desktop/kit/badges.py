"""Small marks used all over: cards, meters, flags in rings, stage shapes, changes."""

from __future__ import annotations

import math
from functools import lru_cache

import pygame

from game.desktop.kit import assets, text
from game.desktop.kit.raster import Point, Sketch, stamp
from game.desktop.kit.theme import Colour, Palette, Theme, Tone, mix

SHAPES = ("triangle", "square", "disc", "hexagon", "pentagon", "wedge")
"""Shapes of stages, the first stage of a rule set first; behind the last they begin anew."""
STATUSES = ("operating", "planned", "care", "suspended", "bankrupt")
"""Statuses of a site that `stage_mark` draws each in its own way."""
_KEPT_PIXELS = 20_000
"""Boxes up to this size are kept: a few hundred of the window's size would fill the memory."""
_CORNERS = {
    "triangle": (3, -90.0, 1.28), "square": (4, 45.0, 1.26), "hexagon": (6, 0.0, 1.08), "pentagon": (5, -90.0, 1.16),
    "wedge": (3, 90.0, 1.28), "any": (4, 0.0, 1.15),
}  # fmt: skip
"""Corners, degrees of the first, reach over the radius; ``any`` stands for whatever stage in a key."""


@lru_cache(maxsize=512)
def _box(size: tuple[int, int], fill: Colour | None, edge: Colour | None, radius: int, thick: int) -> pygame.Surface:
    sketch = Sketch(size)
    whole = pygame.Rect((0, 0), size)
    if fill is not None:
        sketch.box(whole, edge or fill, radius)
        if edge is not None:
            sketch.box(whole.inflate(-2 * thick, -2 * thick), fill, max(radius - thick, 0))
    elif edge is not None:
        sketch.box(whole, edge, radius, thick)
    return sketch.finish()


def box(
    surface: pygame.Surface,
    rect: pygame.Rect,
    fill: Colour | None,
    edge: Colour | None = None,
    radius: int = 0,
    thick: int = 1,
) -> None:
    """A box with smooth round corners; a small one is kept by size and colours."""
    if rect.w > 0 and rect.h > 0:
        drawn = _box if rect.w * rect.h <= _KEPT_PIXELS else _box.__wrapped__
        stamp(surface, drawn(rect.size, fill, edge, radius, thick), rect.topleft)


def card(
    surface: pygame.Surface, rect: pygame.Rect, theme: Theme, *, raised: bool = False, edge: Colour | None = None
) -> None:
    """A panel: ground, hairline and rounded corners."""
    palette = theme.palette
    box(surface, rect, palette.raised if raised else palette.panel, edge or palette.line, theme.radius)


def meter(
    surface: pygame.Surface,
    rect: pygame.Rect,
    share: float,
    theme: Theme,
    tone: Tone = "accent",
) -> None:
    """A bar filled to `share` (0-1)."""
    palette = theme.palette
    box(surface, rect, mix(palette.raised, palette.ground, 0.5), palette.edge, rect.h // 2)
    inner = rect.inflate(-2, -2)
    filled = round(inner.w * min(max(share, 0.0), 1.0))
    if filled > 0:
        piece = pygame.Surface(inner.size, pygame.SRCALPHA)
        box(piece, piece.get_rect(), palette.tone(tone), None, inner.h // 2)
        stamp(surface, piece.subsurface((0, 0, filled, inner.h)), inner.topleft)


@lru_cache(maxsize=256)
def _flag(flag: str, size: int, ring: Colour, shadow: Colour) -> pygame.Surface:
    rim = max(1.5, size / 14.0)
    whole = math.ceil(size + 2 * rim + 4)
    centre = (whole / 2.0, whole / 2.0)
    sketch = Sketch((whole, whole))
    sketch.circle(centre, size / 2.0 + rim + 1.5, shadow)
    sketch.circle(centre, size / 2.0 + rim, ring)
    drawing = sketch.finish()
    drawing.blit(assets.flag(flag, size), ((whole - size) // 2, (whole - size) // 2))
    return drawing


def flag_badge(
    surface: pygame.Surface, centre: tuple[int, int], flag: str, size: int, theme: Theme, ring: Colour | None = None
) -> pygame.Rect:
    """A round flag of `size` pixels in a ring."""
    plain: Colour = (255, 255, 255) if theme.palette.name == "dark" else (70, 88, 106)
    drawing = _flag(flag, size, ring or plain, theme.palette.sea)
    return stamp(surface, drawing, (centre[0] - drawing.get_width() // 2, centre[1] - drawing.get_height() // 2))


def stage_mark(
    surface: pygame.Surface,
    centre: tuple[int, int],
    shape: str,
    size: int,
    theme: Theme,
    status: str = "operating",
    *,
    own: bool = False,
) -> pygame.Rect:
    """The shape of a stage (of `SHAPES`, or ``any``), filled by status.

    Operating is filled, planned outlined, care filled below, a suspended licence at the left, bankrupt crossed; what is
    `own` stands in the own colour.
    """
    drawing = _stage(shape, size, status, own, theme.palette)
    return stamp(surface, drawing, (centre[0] - drawing.get_width() // 2, centre[1] - drawing.get_height() // 2))


@lru_cache(maxsize=256)
def _stage(shape: str, size: int, status: str, own: bool, palette: Palette) -> pygame.Surface:  # noqa: FBT001  # a key
    whole = size + 6
    middle, radius = whole / 2.0, size / 2.0
    ink = palette.own if own else palette.text
    ink = palette.muted if status == "bankrupt" else ink
    hollow = palette.panel
    sketch = Sketch((whole, whole))
    _shape(sketch, shape, middle, radius + 2.2, palette.sea)
    _shape(sketch, shape, middle, radius + 0.6, ink)
    if status != "operating":
        _shape(sketch, shape, middle, radius - max(1.6, size / 9.0), hollow)
    if status in {"care", "suspended"}:
        inner = Sketch((whole, whole))
        _shape(inner, shape, middle, radius - max(1.6, size / 9.0), ink)
        large = whole * sketch.smooth
        half = (0, large // 2, large, large - large // 2) if status == "care" else (0, 0, large // 2, large)
        sketch.large.blit(inner.large.subsurface(half), half[:2])
    if status == "bankrupt":
        for sign in (-1.0, 1.0):
            ends = [(middle - radius, middle - sign * radius), (middle + radius, middle + sign * radius)]
            sketch.line(ends, palette.bad, max(1.6, size / 7.0))
    return sketch.finish()


def _shape(sketch: Sketch, shape: str, middle: float, radius: float, colour: Colour) -> None:
    if shape == "disc":
        sketch.circle((middle, middle), radius, colour)
        return
    corners, turn, reach = _CORNERS[shape]
    reach *= radius
    drop = math.copysign(radius * 0.22, -turn) if corners == 3 else 0.0
    sketch.polygon([_corner(middle, drop, reach, turn + 360.0 / corners * n) for n in range(corners)], colour)


def _corner(middle: float, drop: float, reach: float, degrees: float) -> Point:
    angle = math.radians(degrees)
    return middle + reach * math.cos(angle), middle + drop + reach * math.sin(angle)


@lru_cache(maxsize=256)
def _mark(shape: str, size: int, colour: Colour, rim: Colour) -> pygame.Surface:
    whole = size + 4
    sketch = Sketch((whole, whole))
    _shape(sketch, shape, whole / 2.0, size / 2.0 + 1.2, rim)
    _shape(sketch, shape, whole / 2.0, size / 2.0, colour)
    return sketch.finish()


def shape_mark(
    surface: pygame.Surface, centre: tuple[int, int], shape: str, size: int, colour: Colour, theme: Theme
) -> pygame.Rect:
    """A small filled shape (of `SHAPES`, or ``any``) in any colour, as lines of charts carry it."""
    drawing = _mark(shape, size, colour, theme.palette.panel)
    return stamp(surface, drawing, (centre[0] - drawing.get_width() // 2, centre[1] - drawing.get_height() // 2))


def change(
    surface: pygame.Surface, at: tuple[int, int], value: float, words: str, good: int, theme: Theme
) -> pygame.Rect:
    """A change with an arrow, its top left at `at`: good where `value` goes the way of `good` (1 up, -1 down)."""
    palette = theme.palette
    way = (value > 0) - (value < 0)
    tone: Tone = "plain" if way == 0 or good == 0 else "good" if way == good else "bad"
    colour = palette.muted if tone == "plain" else palette.tone(tone)
    name = ("minus", "trending-up", "trending-down")[way]
    side = theme.text_size("small")
    drawn = text.label(words, theme, "small", "semibold", colour)
    surface.blit(assets.icon(name, side, colour), (at[0], at[1] + (drawn.get_height() - side) // 2))
    surface.blit(drawn, (at[0] + side + theme.px(3), at[1]))
    return pygame.Rect(at, (side + theme.px(3) + drawn.get_width(), drawn.get_height()))


CACHES = (
    _box,
    _flag,
    _stage,
    _mark,
)
"""What is kept by size."""
