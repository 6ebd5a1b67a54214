"""Screens by name. A screen is imported when somebody asks for it, so that none needs to know another."""

from __future__ import annotations

from importlib import import_module
from typing import cast

import pygame

from game.desktop.kit.screen import Screen

SCREENS = {
    "chain": "ChainCard",
    "confirm": "Confirm",
    "curtain": "Curtain",
    "elsewhere": "Elsewhere",
    "ending": "Ending",
    "handover": "HandOver",
    "help": "Help",
    "menu": "Menu",
    "play": "Play",
    "redcell": "RedCellScreen",
    "rename": "Rename",
    "room": "Room",
    "saves": "Saves",
    "scenarios": "Scenarios",
    "settings": "Settings",
    "since": "Since",
    "title": "Title",
    "why": "WhyCard",
}
"""Name of a screen, which is that of its module too, and its class."""
OPENS = {pygame.K_F1: "help", pygame.K_F2: "settings"}
"""Keys that open a screen from anywhere."""


def find(name: str) -> type[Screen]:
    """The class of the screen called `name`.

    Raises:
        KeyError: when there is none.
    """
    kind = SCREENS[name]
    return cast("type[Screen]", getattr(import_module(f"game.desktop.screens.{name}"), kind))
