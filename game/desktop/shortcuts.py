"""Keys that act without focus, in one table: the help card, the tooltips and the play screen read it."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.desktop.kit.keys import latin
from game.marks import N_
from game.telling import _


@dataclass(frozen=True)
class Shortcut:
    """A key and what it does. `action` is what the play screen calls it."""

    action: str
    key: int
    shown: str
    meaning: str


PANEL_KEYS = tuple(pygame.K_1 + number for number in range(8))

PLAY = (
    Shortcut("end", pygame.K_e, N_("E"), N_("End the turn (asks first)")),
    Shortcut("undo", pygame.K_u, N_("U"), N_("Undo the last order of the draft")),
    Shortcut("save", pygame.K_s, N_("S"), N_("Save a copy of the match")),
    Shortcut("layer", pygame.K_m, N_("M"), N_("Next map layer")),
    Shortcut("chart", pygame.K_c, N_("C"), N_("Next chart")),
    Shortcut("news", pygame.K_n, N_("N"), N_("What happened in the last turn")),
)
"""Keys of the play screen."""

EVERYWHERE = (
    Shortcut("help", pygame.K_F1, N_("F1"), N_("This card")),
    Shortcut("settings", pygame.K_F2, N_("F2"), N_("Settings")),
    Shortcut("fullscreen", pygame.K_F11, N_("F11"), N_("Full screen on and off")),
    Shortcut("larger", pygame.K_EQUALS, N_("Ctrl +"), N_("Larger text")),
    Shortcut("smaller", pygame.K_MINUS, N_("Ctrl -"), N_("Smaller text")),
)

READING = (
    (N_("Tab, Shift Tab"), N_("Next and previous control")),
    (N_("Arrow keys"), N_("Nearest control, or change a value")),
    (N_("Enter, Space"), N_("Press")),
    (N_("Page up, Page down"), N_("Scroll")),
    (N_("1 to 8"), N_("Panels of the play screen")),
    (N_("Esc"), N_("Back; asks before anything is lost")),
)
"""Keys that every window program knows, for the help card."""


def hint(words: str, action: str) -> str:
    """`words` with the key of `action` behind them, for a tooltip."""
    for entry in (*PLAY, *EVERYWHERE):
        if entry.action == action:
            return _("{what} ({key})").format(what=words, key=_(entry.shown))
    return words


def play_action(event: pygame.Event) -> str:
    """The play screen's action for a key, empty where it has none. Panels are ``panel:0`` to ``panel:7``."""
    if event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META):
        return ""
    key = latin(event)
    if key in PANEL_KEYS:
        return f"panel:{PANEL_KEYS.index(key)}"
    return next((entry.action for entry in PLAY if entry.key == key), "")
