"""Sounds, where there is a device to play them. Nothing here ever fails aloud."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pygame

from game.desktop.kit import assets
from game.desktop.kit.prefs import Prefs


class Sounds:
    """Plays the named sounds of the assets. The device is opened with the first sound, not at the start."""

    def __init__(self, prefs: Prefs) -> None:
        self.prefs = prefs
        self._state = "unopened"

    def play(self, name: str) -> None:
        """Play ``click``, ``confirm``, ``alert`` or ``turn``, if sound is on and there is a device."""
        if not self.prefs.sound or self.prefs.volume <= 0 or not self._open():
            return
        try:
            picked = assets.sound(name)
            picked.set_volume(self.prefs.volume)
            picked.play()
        except (pygame.error, OSError):
            self._state = "silent"

    def _open(self) -> bool:
        if self._state == "unopened":
            self._state = "silent"
            try:
                with _hushed():
                    pygame.mixer.init(frequency=44100, buffer=1024)
                self._state = "open"
            except (pygame.error, NotImplementedError):
                pass
        return self._state == "open"


@contextmanager
def _hushed() -> Iterator[None]:
    """Sound libraries write to the terminal when there is no device; nobody needs to read that."""
    try:
        sys.stderr.flush()
        kept = os.dup(2)
    except (OSError, ValueError):
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
