"""The clipboard of the desktop; where there is none, one of the program's own."""

from __future__ import annotations

import pygame

_own = {"text": ""}


def copy(text: str) -> None:
    """Put `text` on the clipboard."""
    _own["text"] = text
    try:
        pygame.scrap.put_text(text)
    except (pygame.error, NotImplementedError):
        return


def paste() -> str:
    """The text on the clipboard; empty where it holds none."""
    try:
        return pygame.scrap.get_text()
    except (pygame.error, NotImplementedError):
        return _own["text"]
