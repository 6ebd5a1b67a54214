"""Cards with a text: the briefing of a seat, and why a host lets nobody in any more."""

from __future__ import annotations

from game.desktop.kit.column import Column
from game.desktop.kit.dialog import Dialog
from game.desktop.kit.screen import Shell
from game.telling import _


class Briefed(Dialog):
    """The briefing of a seat, over its first turn and from the menu."""

    name = "briefed"
    width = 760

    def __init__(self, app: Shell, title: str, text: str) -> None:
        super().__init__(app)
        self._title = title
        self.text = text
        """Markdown."""

    @property
    def title(self) -> str:
        return self._title

    def body(self, column: Column) -> None:
        from game.desktop.kit import markdown

        markdown.draw(column, self.text)


class Parted(Dialog):
    """Why the host lets nobody in any more."""

    name = "parted"

    def __init__(self, app: Shell, text: str) -> None:
        super().__init__(app)
        self.text = text

    @property
    def title(self) -> str:
        return _("This session is over")

    def body(self, column: Column) -> None:
        column.paragraph(self.text)
