"""Pictures, letters, outlines and sounds from `assets/`, loaded once and kept.

pygame must be initialised (a display mode is not needed) before pictures or sounds are asked for.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pygame

from game.places import data

if TYPE_CHECKING:
    from game.desktop.kit.theme import Colour

Weight = Literal["regular", "semibold", "bold"]
_STORED_ICON = 48
_STORED_FLAGS = (32, 96)
UNKNOWN_FLAG = "world"


def folder(name: str) -> Path:
    """The folder `name` of the assets."""
    return data("assets") / name


def font_path(weight: Weight = "regular") -> Path:
    """The TTF of Inter in `weight`; its figures are all of one width."""
    return folder("fonts") / f"Inter-{weight.capitalize()}.ttf"


@cache
def icon(name: str, size: int, colour: Colour) -> pygame.Surface:
    """Icon `name`, `size` pixels square, in `colour`.

    Raises:
        FileNotFoundError: when there is no such icon.
    """
    stored = 24 if size <= 24 else _STORED_ICON
    surface = pygame.image.load(folder("icons") / f"{name}-{stored}.png")
    surface = surface if size == stored else pygame.transform.smoothscale(surface, (size, size))
    surface.fill((*colour, 255), special_flags=pygame.BLEND_RGBA_MULT)
    return surface


@cache
def flag(name: str, size: int) -> pygame.Surface:
    """The round flag `name` (an ISO 3166-1 alpha-2 code in lower case), `size` pixels; a globe where there is none."""
    stored = next((s for s in _STORED_FLAGS if s >= size), _STORED_FLAGS[-1])
    path = folder("flags") / f"{name}-{stored}.png"
    if not path.is_file():
        path = folder("flags") / f"{UNKNOWN_FLAG}-{stored}.png"
    surface = pygame.image.load(path)
    return surface if size == stored else pygame.transform.smoothscale(surface, (size, size))


@cache
def sound(name: str) -> pygame.mixer.Sound:
    """The sound `name` (``click``, ``confirm``, ``alert``, ``turn``); the mixer must be running."""
    return pygame.mixer.Sound(folder("sounds") / f"{name}.wav")
