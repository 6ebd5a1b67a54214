"""The card that tells of a fault of the program, with ways on."""

from __future__ import annotations

from collections.abc import Sequence

from game.desktop.kit.buttons import ButtonSpec
from game.desktop.kit.column import Column
from game.desktop.kit.dialog import Dialog
from game.desktop.kit.screen import Screen, Shell
from game.telling import _


class Trouble(Dialog):
    """What failed and where it is written down. `below` are the screens to go back to; `alone` it lies over nothing."""

    name = "trouble"
    width = 560

    def __init__(self, app: Shell, told: str, below: Sequence[Screen], *, alone: bool) -> None:
        super().__init__(app)
        self.told = told
        self.below = tuple(below)
        self.alone = alone

    @property
    def title(self) -> str:
        return _("Something went wrong")

    def body(self, column: Column) -> None:
        lost = next((words for screen in reversed(self.below) if (words := screen.leaving())), "")
        kept = lost or _("Nothing that you ordered or played is lost.")
        column.paragraph(f"{_('The program made a mistake and could not do this.')} {kept}")
        column.skip(10)
        column.paragraph(self.told, colour=column.canvas.palette.muted)

    def buttons(self) -> Sequence[ButtonSpec]:
        if not self.alone:
            return (ButtonSpec("close", _("Go on"), self.back, "primary", tip=_("Back to the screen behind (Esc)")),)
        back = (ButtonSpec("again", _("Try again"), self._again),) if self.below else ()
        return (
            ButtonSpec("quit", _("Quit"), self.app.stop),
            *back,
            ButtonSpec("close", _("To the title"), self.back, "primary"),
        )

    def _again(self) -> None:
        self.app.reset(*self.below)

    def back(self) -> None:
        if self.alone:
            self.app.reset(self.app.make("title"))
        else:
            self.app.pop()

    def leaving(self) -> str:
        return next((words for screen in reversed(self.below) if (words := screen.leaving())), "")
