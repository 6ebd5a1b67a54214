"""Parts of a screen that are drawn again only when something in them changed.

A part is known by what it was drawn from: its place, the theme, a state that the screen names, and whichever of hover,
focus, pointer and scrolling lie in it. Its controls are kept with its picture.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame

from game.desktop.kit.controls import Picture

if TYPE_CHECKING:
    from game.desktop.kit.canvas import Canvas


@dataclass(frozen=True)
class Pane:
    """A part as it was last drawn."""

    key: Hashable
    picture: Picture
    image: pygame.Surface


def pane_key(canvas: Canvas, picture: Picture, rect: pygame.Rect, state: Hashable) -> Hashable:
    """What a part with the record `picture` would be drawn from now."""
    inside = canvas.pointer is not None and any(place.collidepoint(canvas.pointer) for place, _ in picture.pictures)
    return (
        tuple(rect),
        canvas.theme,
        state,
        canvas.hover if picture.named(canvas.hover) else "",
        (canvas.focus, canvas.ring) if picture.named(canvas.focus) else "",
        canvas.pointer if inside else None,
        tuple(canvas.offsets.get(region.key, 0) for region in picture.regions),
    )
