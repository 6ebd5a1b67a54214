"""Rounded boxes with smooth corners, for buttons, fields and cards.

pygame draws round corners without smoothing. A corner is drawn once four times too large, shrunk and kept; a box is
four such corners and a few fills, which costs some microseconds whatever its size.
"""

from __future__ import annotations

from functools import lru_cache

import pygame

from game.desktop.kit.theme import Colour

_OVER = 4


@lru_cache(maxsize=512)
def _stamp(fill: Colour, border: Colour | None, radius: int, width: int) -> pygame.Surface:
    """A box of side ``2 * radius + 1`` that holds all four corners."""
    side = 2 * radius + 1
    large = pygame.Surface((side * _OVER, side * _OVER), pygame.SRCALPHA)
    edge = border if border is not None else fill
    large.fill((*edge, 0))
    box = large.get_rect()
    pygame.draw.rect(large, edge, box, border_radius=radius * _OVER)
    if border is not None:
        inner = box.inflate(-2 * width * _OVER, -2 * width * _OVER)
        pygame.draw.rect(large, fill, inner, border_radius=max(0, radius - width) * _OVER)
    return pygame.transform.smoothscale(large, (side, side))


def plate(
    surface: pygame.Surface,
    rect: pygame.Rect,
    fill: Colour,
    *,
    border: Colour | None = None,
    radius: int = 6,
    width: int = 1,
) -> None:
    """Draw a filled box with round corners and, where asked, a border `width` pixels wide."""
    if rect.width <= 0 or rect.height <= 0:
        return
    radius = max(1, min(radius, (rect.width - 1) // 2, (rect.height - 1) // 2))
    stamp = _stamp(fill, border, radius, width)
    far = radius + 1
    left, top, right, bottom = rect.left, rect.top, rect.right - radius, rect.bottom - radius
    for at, area in (
        ((left, top), (0, 0)),
        ((right, top), (far, 0)),
        ((left, bottom), (0, far)),
        ((right, bottom), (far, far)),
    ):
        surface.blit(stamp, at, (*area, radius, radius))
    across, down = rect.width - 2 * radius, rect.height - 2 * radius
    surface.fill(fill, (left + radius, top, across, rect.height))
    surface.fill(fill, (left, top + radius, radius, down))
    surface.fill(fill, (right, top + radius, radius, down))
    if border is not None:
        surface.fill(border, (left + radius, top, across, width))
        surface.fill(border, (left + radius, rect.bottom - width, across, width))
        surface.fill(border, (left, top + radius, width, down))
        surface.fill(border, (rect.right - width, top + radius, width, down))


@lru_cache(maxsize=64)
def _ring(colour: Colour, radius: int, width: int) -> pygame.Surface:
    side = 2 * radius + 1
    large = pygame.Surface((side * _OVER, side * _OVER), pygame.SRCALPHA)
    large.fill((*colour, 0))
    pygame.draw.rect(large, colour, large.get_rect(), width=width * _OVER, border_radius=radius * _OVER)
    return pygame.transform.smoothscale(large, (side, side))


def outline(surface: pygame.Surface, rect: pygame.Rect, colour: Colour, *, radius: int, width: int) -> None:
    """Draw only the border of a box with round corners."""
    radius = max(width + 1, min(radius, (rect.width - 1) // 2, (rect.height - 1) // 2))
    ring, far = _ring(colour, radius, width), radius + 1
    left, top, right, bottom = rect.left, rect.top, rect.right - radius, rect.bottom - radius
    surface.blit(ring, (left, top), (0, 0, radius, radius))
    surface.blit(ring, (right, top), (far, 0, radius, radius))
    surface.blit(ring, (left, bottom), (0, far, radius, radius))
    surface.blit(ring, (right, bottom), (far, far, radius, radius))
    across, down = rect.width - 2 * radius, rect.height - 2 * radius
    surface.fill(colour, (left + radius, top, across, width))
    surface.fill(colour, (left + radius, rect.bottom - width, across, width))
    surface.fill(colour, (left, top + radius, width, down))
    surface.fill(colour, (rect.right - width, top + radius, width, down))


def veil(surface: pygame.Surface, colour: Colour, alpha: int) -> None:
    """Cover all of `surface` with a translucent colour."""
    cover = pygame.Surface(surface.get_size(), pygame.SRCALPHA)
    cover.fill((*colour, alpha))
    surface.blit(cover, (0, 0))


CACHES = (
    _stamp,
    _ring,
)
"""What is kept by size."""
