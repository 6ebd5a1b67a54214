"""Opening the window: how large, how much everything grows in it, and what to say where there can be none."""

from __future__ import annotations

import os

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from game.desktop.kit.prefs import Prefs
from game.telling import _

LEAST = (1280, 720)
"""Window at which everything is drawn as large as it was made; a larger one is drawn larger, a smaller one not less."""
SMALLEST = (640, 480)
"""Nothing is laid out for a window smaller than this."""
_FRAME = (16, 76)
"""Pixels of a desktop that borders, title bar and task bar take."""
_UNSEEN = frozenset({"dummy", "offscreen"})
"""Drivers that draw where nobody looks; SDL takes one by itself where it finds no screen."""


class NoDisplay(RuntimeError):  # noqa: N818  # it names what is missing
    """There is no screen to open a window on, or no library that could. ``str()`` is ready to show."""


def layout_scale(size: tuple[int, int]) -> float:
    """How much larger than at `LEAST` everything is drawn.

    Less than the window grows, so that a larger window shows more and not only larger things.
    """
    grown = max(1.0, min(size[0] / LEAST[0], size[1] / LEAST[1]))
    return round(float(grown**0.75), 3)


def start_size() -> tuple[int, int]:
    """The window's first size: most of the screen, `LEAST` where it has room for that, never more than it has."""
    try:
        wide, high = pygame.display.get_desktop_sizes()[0]
    except (pygame.error, IndexError):
        return LEAST
    return _fitting(wide, LEAST[0], _FRAME[0], SMALLEST[0]), _fitting(high, LEAST[1], _FRAME[1], SMALLEST[1])


def _fitting(whole: int, least: int, frame: int, smallest: int) -> int:
    """Pixels of a window on a desktop of `whole` pixels."""
    return max(smallest, min(max(least, whole * 17 // 20), whole - frame))


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
        _require_seen()
        flags = pygame.FULLSCREEN if settings.fullscreen else pygame.RESIZABLE
        surface = pygame.display.set_mode((0, 0) if settings.fullscreen else start_size(), flags)
    except pygame.error as problem:
        raise NoDisplay(_no_screen(problem)) from problem
    pygame.display.set_caption("Chokepoint")
    pygame.key.set_repeat(350, 40)
    return surface


def _require_seen() -> None:
    """Raise NoDisplay where SDL found no screen and would draw into nothing, unless it was told to."""
    driver = pygame.display.get_driver()
    if driver in _UNSEEN and os.environ.get("SDL_VIDEODRIVER", "").casefold() not in _UNSEEN:
        pygame.display.quit()
        raise NoDisplay(_no_screen(_("the screen named by the environment does not answer")))


def _no_screen(problem: object) -> str:
    told = _("There is no screen to open a window on ({problem}). Play in this terminal with: {command}")
    return told.format(problem=problem, command="chokepoint play --text")
