"""Keys that act without focus, in one table: the help card, the tooltips and the play screen read it."""

from __future__ import annotations

from dataclasses import dataclass

import pygame


@dataclass(frozen=True)
class Shortcut:
    """A key and what it does. `action` is what the play screen calls it."""

    action: str
    key: int
    shown: str
    meaning: str


PANEL_KEYS = tuple(pygame.K_1 + number for number in range(8))

PLAY = (
    Shortcut("end", pygame.K_e, "E", "End the turn (asks first)"),
    Shortcut("undo", pygame.K_u, "U", "Undo the last order of the draft"),
    Shortcut("save", pygame.K_s, "S", "Save a copy of the match"),
    Shortcut("layer", pygame.K_m, "M", "Next map layer"),
    Shortcut("chart", pygame.K_c, "C", "Next chart"),
    Shortcut("news", pygame.K_n, "N", "What happened in the last turn"),
)
"""Keys of the play screen."""

EVERYWHERE = (
    Shortcut("help", pygame.K_F1, "F1", "This card"),
    Shortcut("settings", pygame.K_F2, "F2", "Settings"),
    Shortcut("fullscreen", pygame.K_F11, "F11", "Full screen on and off"),
    Shortcut("larger", pygame.K_EQUALS, "Ctrl +", "Larger text"),
    Shortcut("smaller", pygame.K_MINUS, "Ctrl -", "Smaller text"),
)

READING = (
    ("Tab, Shift Tab", "Next and previous control"),
    ("Arrow keys", "Nearest control, or change a value"),
    ("Enter, Space", "Press"),
    ("Page up, Page down", "Scroll"),
    ("1 to 8", "Panels of the play screen"),
    ("Esc", "Back; asks before anything is lost"),
)
"""Keys that every window program knows, for the help card."""


def hint(words: str, action: str) -> str:
    """`words` with the key of `action` behind them, for a tooltip."""
    for entry in (*PLAY, *EVERYWHERE):
        if entry.action == action:
            return f"{words} ({entry.shown})"
    return words


def play_action(event: pygame.Event) -> str:
    """The play screen's action for a key, empty where it has none. Panels are ``panel:0`` to ``panel:7``."""
    if event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META):
        return ""
    if event.key in PANEL_KEYS:
        return f"panel:{PANEL_KEYS.index(event.key)}"
    return next((entry.action for entry in PLAY if entry.key == event.key), "")
