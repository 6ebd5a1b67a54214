"""What every screen is: it draws itself on a canvas, takes keys that no control took, and knows the way back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import pygame

from game.desktop.kit.canvas import Canvas
from game.desktop.kit.controls import Picture
from game.desktop.kit.panes import Pane
from game.desktop.kit.prefs import Prefs
from game.desktop.kit.sound import Sounds
from game.desktop.kit.theme import Theme, Tone

if TYPE_CHECKING:
    from game.desktop.kit.typed import Typed


class Occupant(Protocol):
    """What the window is busy with, such as a match."""

    @property
    def file(self) -> Path | None:
        """The file that it writes to."""

    def leave(self) -> None:
        """Let go of its file: the window turns to something else."""

    def look(self) -> None:
        """Take in what has happened meanwhile outside of the window; called before every picture."""


class Shell(Protocol):
    """What a screen may ask of the window around it. Other screens are asked for by name, with what they need."""

    surface: pygame.Surface
    theme: Theme
    prefs: Prefs
    sounds: Sounds
    screens: list[Screen]
    """From the lowest to the topmost."""
    picture: Picture
    """The record of the last drawing."""
    dirty: bool
    """Set where something has to be drawn anew."""
    acts: int
    """Counts what a person or a screen did, mere moving of the mouse apart."""
    occupant: Occupant | None
    """What the window is busy with; None on the title screen."""
    hasty: bool
    """True for the very first frame: maps are left for the second, so that the window fills at once."""

    @property
    def top(self) -> Screen:
        """The screen that has the keyboard."""

    def make(self, name: str, *given: Any, **named: Any) -> Screen:
        """The screen of that name, not yet shown."""

    def prepare(self, name: str) -> None:
        """Import the screen of that name, so that it opens quickly."""

    def go(self, name: str, *given: Any, **named: Any) -> None:
        """Open the screen of that name over what is there."""

    def push(self, screen: Screen) -> None:
        """Open `screen` over what is there."""

    def pop(self) -> None:
        """Close the topmost screen; the last one stays."""

    def replace(self, screen: Screen) -> None:
        """Put `screen` in the place of the topmost."""

    def reset(self, *screens: Screen) -> None:
        """Close everything and open `screens`, the last on top."""

    def occupy(self, occupant: Occupant | None) -> None:
        """What the window is busy with from now on; what it was busy with before is left."""

    def apply(self, settings: Prefs) -> None:
        """Take over and keep changed settings."""

    def zoom(self, step: float) -> None:
        """Larger or smaller text."""

    def tell(self, text: str, tone: Tone = "plain") -> None:
        """Show a line for some seconds."""

    def leaving(self) -> str:
        """What would be lost by leaving all screens, as a sentence; empty when nothing."""

    def quit(self) -> None:
        """Leave the program, after asking where something would be lost."""

    def stop(self) -> None:
        """Leave the program at once."""


class Screen:
    """A screen, or a card over one (`modal`).

    Focus and scrolling belong to the screen, so that it is found again as it was left.
    """

    name = "screen"
    """By which others ask for it."""
    modal = False
    first_focus = ""
    """Key of the control that has the keyboard when the screen opens."""

    def __init__(self, app: Shell) -> None:
        self.app = app
        self.focus = self.first_focus
        self.offsets: dict[str, int] = {}
        self.panes: dict[str, Pane] = {}
        """Parts of the screen as last drawn."""
        self.typing: dict[str, Typed] = {}
        """What is typed into the field that has the keyboard."""
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

    def renew(self) -> None:
        """What the screen shows has changed behind its back."""

    def shown(self) -> None:
        """Called after the screen's first frame is on the window: work that need not delay it."""

    def leaving(self) -> str:
        """What would be lost by quitting now, as a sentence; empty when nothing."""
        return ""
