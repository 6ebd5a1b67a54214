"""Draws a part of the window alone: a panel, a card, a row of controls, without what lies beside or behind it."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.desktop.kit.canvas import Canvas
from game.desktop.kit.column import Column
from game.desktop.kit.screen import Screen
from game.desktop.kit.theme import Theme
from game.desktop.screens.ending import Ending
from game.desktop.screens.play import Play
from game.session.match import Match
from tests.desktop.driver import complaints

WIDTH = 398
"""Pixels of a panel's column in the smallest window."""
_TALLEST = 2000


def in_column(draw: Callable[[Column], object], theme: Theme | None = None, width: int = WIDTH) -> pygame.Surface:
    """What `draw` puts in a column of a panel, as high as it needs."""
    theme = theme or Theme()
    pad = theme.px(8)
    surface = pygame.Surface((width + 2 * pad, _TALLEST))
    surface.fill(theme.palette.panel)
    canvas = Canvas(surface, theme, {})
    column = Column(canvas, pad, pad, width)
    draw(column)
    assert complaints(canvas.picture, surface.get_rect()) == []
    assert column.y < _TALLEST
    return surface.subsurface((0, 0, surface.get_width(), column.y + pad)).copy()


def in_box(
    draw: Callable[[Canvas, pygame.Rect], object], size: tuple[int, int], theme: Theme | None = None
) -> pygame.Surface:
    """What `draw` puts in a box of `size` on the ground of the window."""
    theme = theme or Theme()
    surface = pygame.Surface(size)
    surface.fill(theme.palette.ground)
    canvas = Canvas(surface, theme, {})
    draw(canvas, surface.get_rect())
    assert complaints(canvas.picture, surface.get_rect()) == []
    return surface


def card(screen: Screen, size: tuple[int, int] = (1280, 720), theme: Theme | None = None) -> pygame.Surface:
    """A card as it comes to stand on an empty window, cut out."""
    theme = theme or Theme()
    surface = pygame.Surface(size)
    for _ in range(4):
        surface.fill(theme.palette.ground)
        canvas = Canvas(surface, theme, screen.offsets)
        screen.unsettled = False
        screen.build(canvas)
        if not screen.unsettled:
            break
    assert complaints(canvas.picture, surface.get_rect()) == []
    drawn = pygame.mask.from_threshold(surface, theme.palette.ground, (1, 1, 1, 255))
    drawn.invert()
    boxes = drawn.get_bounding_rects()
    return surface.subsurface(boxes[0].unionall(boxes[1:])).copy()


def match_of(screen: Play | Ending) -> Match:
    """The match behind a screen of a window that plays it itself."""
    match = screen.table.own
    assert match is not None
    return match
