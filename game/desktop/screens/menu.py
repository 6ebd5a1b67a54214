"""The menu of a running match."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from game.desktop.kit.ask import Ask
from game.desktop.kit.buttons import ButtonSpec, button
from game.desktop.kit.column import Column
from game.desktop.kit.dialog import Dialog
from game.desktop.kit.screen import Shell
from game.desktop.shortcuts import hint
from game.telling import _

Extra = tuple[str, str, str, Callable[[], None], str]
"""Key, label, icon, act, tip."""


class Menu(Dialog):
    """Go on, save, settings, help, leave.

    `save` writes a copy of the match; None where another machine has it. `extra` are entries of its own: key, label,
    icon, act and tip.
    """

    name = "menu"
    width = 320

    def __init__(self, app: Shell, save: Callable[[], None] | None, extra: Sequence[Extra] = ()) -> None:
        super().__init__(app)
        self.save = save
        self.extra = extra

    @property
    def title(self) -> str:
        return _("Menu")

    def body(self, column: Column) -> None:
        for key, label, icon, act, tip in (*self._first(), *self._last()):
            rect = column.take(column.canvas.row, column.canvas.theme.px(6))
            button(column.canvas, rect, f"menu:{key}", label, act, icon=icon, tip=tip, align="left")

    def _first(self) -> Iterable[Extra]:
        if self.save is None:
            return self.extra
        copy = hint(_("Every turn is saved by itself; this makes a copy"), "save")
        return (
            ("save", _("Save a copy"), "save", partial(self._save, self.save), copy),
            ("load", _("Load a match"), "folder-open", self._load, _("Open another save")),
            *self.extra,
        )

    def _last(self) -> Iterable[Extra]:
        kept = _("The match stays saved") if self.save else _("The seat stays yours: the same link leads back")
        return (
            ("settings", _("Settings"), "settings", self._settings, hint(_("Text size, theme, sound"), "settings")),
            ("help", _("How to play"), "circle-question-mark", self._help, hint(_("Help and keys"), "help")),
            ("title", _("Leave for the title"), "log-out", self._leave, kept),
            ("quit", _("Quit"), "x", self.app.quit, _("Close the program")),
        )

    def buttons(self) -> Sequence[ButtonSpec]:
        return (ButtonSpec("close", _("Go on playing"), self.back, "primary", tip=_("Back to the match (Esc)")),)

    def _save(self, save: Callable[[], None]) -> None:
        self.app.pop()
        save()

    def _settings(self) -> None:
        self.app.replace(self.app.make("settings"))

    def _help(self) -> None:
        self.app.replace(self.app.make("help"))

    def _load(self) -> None:
        self.app.replace(self.app.make("saves"))

    def _leave(self) -> None:
        lost = self.app.leaving()
        if not lost:
            self._to_title()
            return
        self.app.replace(Ask(self.app, _("Leave the match?"), lost, _("Leave"), self._to_title))

    def _to_title(self) -> None:
        self.app.reset(self.app.make("title"))
