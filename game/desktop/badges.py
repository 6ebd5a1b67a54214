"""Small marks used all over: cards, pills, meters, flags in rings, stage shapes, the focus ring."""

from __future__ import annotations

import pygame

from game.desktop.theme import Colour, Theme, Tone

STAGE_ICONS = {"mine": "pickaxe", "separation": "flask-conical", "magnet": "magnet", "recycling": "recycle"}


def card(
    surface: pygame.Surface, rect: pygame.Rect, theme: Theme, *, raised: bool = False, edge: Colour | None = None
) -> None:
    """A panel: ground, hairline and rounded corners."""
    raise NotImplementedError


def focus_ring(surface: pygame.Surface, rect: pygame.Rect, theme: Theme) -> None:
    """The ring around what the keyboard is on."""
    raise NotImplementedError


def pill(
    surface: pygame.Surface, at: tuple[int, int], text: str, theme: Theme, tone: Tone = "plain", icon: str = ""
) -> pygame.Rect:
    """A short word in a rounded box, with an icon for its tone; returns where it stands."""
    raise NotImplementedError


def meter(
    surface: pygame.Surface,
    rect: pygame.Rect,
    share: float,
    theme: Theme,
    tone: Tone = "accent",
    mark: float | None = None,
) -> None:
    """A bar filled to `share` (0-1), with a tick at `mark`."""
    raise NotImplementedError


def flag_badge(
    surface: pygame.Surface, centre: tuple[int, int], flag: str, size: int, theme: Theme, ring: Colour | None = None
) -> pygame.Rect:
    """A round flag in a ring."""
    raise NotImplementedError


def stage_mark(
    surface: pygame.Surface, centre: tuple[int, int], stage: str, size: int, theme: Theme, status: str = "operating"
) -> None:
    """The shape of a stage (mine triangle, separation square, magnet disc, recycling hexagon), filled by status.

    Operating is filled, planned outlined, care half filled, bankrupt crossed.
    """
    raise NotImplementedError


def change(
    surface: pygame.Surface, at: tuple[int, int], value: float, text: str, good: int, theme: Theme
) -> pygame.Rect:
    """A change with an arrow: green where `value` goes the way of `good` (1 up, -1 down, 0 neither)."""
    raise NotImplementedError
