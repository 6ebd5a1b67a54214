"""What every screen is: it draws itself on a canvas, takes keys that no control took, and knows the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.desktop.kit.canvas import Canvas
from game.desktop.kit.panes import Pane

if TYPE_CHECKING:
    from game.desktop.app import App


class Screen:
    """A screen, or a card over one (`modal`).

    Focus and scrolling belong to the screen, so that it is found again as it was left.
    """

    name = "screen"
    modal = False
    first_focus = ""
    """Key of the control that has the keyboard when the screen opens."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.focus = self.first_focus
        self.offsets: dict[str, int] = {}
        self.panes: dict[str, Pane] = {}
        """Parts of the screen as last drawn."""
        self.seen = False
        self.unsettled = False
        """Set while drawing when sizes came out otherwise than expected: it is drawn once more."""

    def build(self, canvas: Canvas) -> None:
        """Draw everything and name the controls."""
        raise NotImplementedError

    def key(self, event: pygame.Event) -> bool:  # noqa: ARG002
        """A key that neither focus nor the focused control took; True when used."""
        return False

    def back(self) -> None:
        """Esc: one step back. Never loses work without asking."""
        self.app.pop()

    def shown(self) -> None:
        """Called after the screen's first frame is on the window: work that need not delay it."""

    def leaving(self) -> str:
        """What would be lost by quitting now, as a sentence; empty when nothing."""
        return ""

    def wheel(self, position: tuple[int, int], clicks: int) -> bool:  # noqa: ARG002
        """The wheel over something that is not a scrolling region; True when used."""
        return False
