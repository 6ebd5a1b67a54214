"""Keys as they are pressed: which letter they stand for on any layout, and whether they are pressed or merely held."""

from __future__ import annotations

import string

import pygame

_DIGITS = {getattr(pygame, f"KSCAN_{digit}"): getattr(pygame, f"K_{digit}") for digit in string.digits}
_LETTERS = {
    getattr(pygame, f"KSCAN_{letter.upper()}"): getattr(pygame, f"K_{letter}") for letter in string.ascii_lowercase
}
_LATIN = range(128)
_SIGNS = range(0x110000)
"""Codes of keys that write something; those of arrows and the like lie above."""

PRESSES = frozenset({pygame.KEYDOWN, pygame.TEXTINPUT, pygame.TEXTEDITING, pygame.MOUSEBUTTONDOWN, pygame.MOUSEWHEEL})
"""Events by which a person acts on what they see."""


def latin(event: pygame.Event) -> int:
    """The code of the Latin letter or digit that a key stands for, else its own code.

    Where the layout has no Latin letters, it is the letter that lies at that place of an English keyboard; the row of
    digits is that of digits also where they need Shift.
    """
    place, key = getattr(event, "scancode", 0), int(event.key)
    if place in _DIGITS and key in _SIGNS:
        return int(_DIGITS[place])
    if key in _SIGNS and key not in _LATIN:
        return int(_LETTERS.get(place, key))
    return key


class Held:
    """Keys that are down. A key that comes again without having been let go is repeated by the keyboard alone."""

    def __init__(self) -> None:
        self._down: set[int] = set()

    def note(self, event: pygame.Event) -> bool:
        """Take a key that goes down or up into account; whether it is only a repetition."""
        if event.type == pygame.KEYUP:
            self._down.discard(event.key)
            return False
        if event.type != pygame.KEYDOWN:
            return False
        repeated = event.key in self._down
        self._down.add(event.key)
        return repeated

    def forget(self) -> None:
        """The window lost the keyboard: what is let go now is not seen."""
        self._down.clear()
