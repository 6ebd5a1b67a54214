"""Opening the window: how large, how much everything grows in it, and what to say where there can be none."""

from __future__ import annotations

import os

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from game.desktop.kit.prefs import Prefs
from game.telling import _

LEAST = (1280, 720)
"""Smallest window for which the layout is made."""


class NoDisplay(RuntimeError):  # noqa: N818  # it names what is missing
    """There is no screen to open a window on, or no library that could. ``str()`` is ready to show."""


def layout_scale(size: tuple[int, int]) -> float:
    """How much larger than at `LEAST` everything is drawn.

    Less than the window grows, so that a larger window shows more and not only larger things.
    """
    grown = max(1.0, min(size[0] / LEAST[0], size[1] / LEAST[1]))
    return round(float(grown**0.75), 3)


def start_size() -> tuple[int, int]:
    """The window's first size: most of the screen, never less than `LEAST`."""
    try:
        wide, high = pygame.display.get_desktop_sizes()[0]
    except (pygame.error, IndexError):
        return LEAST
    return max(LEAST[0], wide * 17 // 20), max(LEAST[1], high * 17 // 20)


def open_window(settings: Prefs) -> pygame.Surface:
    """A resizable window.

    Raises:
        NoDisplay: when pygame is not the community edition, or there is no screen.
    """
    if not getattr(pygame, "IS_CE", False):
        raise NoDisplay(
            _(
                "The package pygame stands in the place of pygame-ce. Remove both and install pygame-ce alone: "
                "{command}"
            ).format(command="pip uninstall -y pygame pygame-ce && pip install pygame-ce")
        )
    try:
        pygame.display.init()
        pygame.font.init()
        flags = pygame.FULLSCREEN if settings.fullscreen else pygame.RESIZABLE
        surface = pygame.display.set_mode((0, 0) if settings.fullscreen else start_size(), flags)
    except pygame.error as problem:
        told = _("There is no screen to open a window on ({problem}). Play in this terminal with: {command}")
        raise NoDisplay(told.format(problem=problem, command="chokepoint play --text")) from problem
    pygame.display.set_caption("Chokepoint")
    pygame.key.set_repeat(350, 40)
    return surface
