"""Regions that show a part of a column that may be higher than they are; wheel, keys and focus move it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pygame

from game.desktop.kit.canvas import Canvas
from game.desktop.kit.column import Column
from game.desktop.kit.controls import Control, Region
from game.desktop.kit.plates import plate


@contextmanager
def scroll(canvas: Canvas, key: str, rect: pygame.Rect) -> Iterator[Column]:
    """A region in which a column may be higher than `rect`; a bar shows how far it is scrolled."""
    bar, inset = canvas.theme.px(6), canvas.theme.px(3)  # the inset is room for the focus ring
    offset = canvas.offsets.get(key, 0)
    width = rect.width - bar - canvas.theme.px(4) - 2 * inset
    column = Column(canvas, rect.x + inset, rect.y + inset - offset, width)
    top = column.y
    with canvas.clipped(rect, key):
        yield column
    region = Region(key, rect.copy(), column.y - top + 2 * inset, offset)
    canvas.picture.regions.append(region)
    _bar(canvas, region, bar)
    _keys(canvas, region)


def _keys(canvas: Canvas, region: Region) -> None:
    """A region of words alone takes the keyboard itself, so that arrows can scroll it."""
    if not region.limit or any(control.region == region.key for control in canvas.picture.controls):
        return
    line = 3 * canvas.line_height()
    moves = {
        pygame.K_UP: -line,
        pygame.K_DOWN: line,
        pygame.K_HOME: -region.height,
        pygame.K_END: region.height,
    }

    def keys(event: pygame.Event) -> bool:
        if event.key not in moves:
            return False
        canvas.offsets[region.key] = min(region.limit, max(0, region.offset + moves[event.key]))
        return True

    gap = canvas.theme.px(3)
    rect = region.rect.inflate(-2 * gap, -2 * gap)
    canvas.control(Control(f"scroll:{region.key}", rect, canvas.clip.copy(), region.key, keys=keys))


def _bar(canvas: Canvas, region: Region, width: int) -> None:
    if not region.limit:
        return
    rail = pygame.Rect(region.rect.right - width, region.rect.y, width, region.rect.height)
    length = max(canvas.theme.px(24), rail.height * rail.height // region.height)
    y = rail.y + (rail.height - length) * min(region.offset, region.limit) // region.limit
    plate(canvas.surface, rail, canvas.palette.raised, radius=width // 2)
    plate(canvas.surface, pygame.Rect(rail.x, y, width, length), canvas.palette.edge, radius=width // 2)
