"""Calling a save by a name of one's own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.desktop.kit.buttons import ButtonSpec
from game.desktop.kit.column import Column
from game.desktop.kit.dialog import Dialog
from game.desktop.kit.field import field
from game.desktop.kit.screen import Shell
from game.telling import _

_LONGEST = 40


class Rename(Dialog):
    """Asks for a name; `act` takes it and returns why it cannot be, or nothing."""

    name = "rename"
    width = 460

    def __init__(self, app: Shell, before: str, act: Callable[[str], str]) -> None:
        super().__init__(app)
        self.words = before[:_LONGEST]
        self.act = act
        self.problem = ""
        self.focus = "name"

    @property
    def title(self) -> str:
        return _("Name this save")

    def body(self, column: Column) -> None:
        field(column, "name", _("Name"), self.words, self._type, longest=_LONGEST)
        if self.problem:
            column.skip(6)
            column.paragraph(f"{{warn:{self.problem}}}", "small")

    def buttons(self) -> Sequence[ButtonSpec]:
        ready = bool(self.words.strip())
        return (
            ButtonSpec("close", _("Cancel"), self.back, tip=_("Nothing changes (Esc)")),
            ButtonSpec("rename", _("Rename"), self._rename, "primary", enabled=ready, tip=_("Enter")),
        )

    def _type(self, words: str) -> None:
        self.words, self.problem = words, ""

    def _rename(self) -> None:
        self.problem = self.act(self.words.strip())
        if not self.problem:
            self.app.pop()
