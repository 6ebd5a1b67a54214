"""Parts of a screen that are drawn again only when something in them changed.

A part is known by what it was drawn from: its place, the theme, a state that the screen names, and whichever of hover,
focus, pointer and scrolling lie in it. Its controls are kept with its picture.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

import pygame

from game.desktop.kit.controls import Picture


@dataclass(frozen=True)
class Pane:
    """A part as it was last drawn."""

    key: Hashable
    picture: Picture
    image: pygame.Surface
