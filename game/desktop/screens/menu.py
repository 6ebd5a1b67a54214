"""The menu of a running match."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.desktop.kit.ask import Ask
from game.desktop.kit.buttons import ButtonSpec, button
from game.desktop.kit.column import Column
from game.desktop.kit.dialog import Dialog
from game.desktop.kit.screen import Shell
from game.desktop.shortcuts import hint


class Menu(Dialog):
    """Go on, save, settings, help, leave. `save` writes a copy of the match."""

    name = "menu"
    title = "Menu"
    width = 320

    def __init__(self, app: Shell, save: Callable[[], None]) -> None:
        super().__init__(app)
        self.save = save

    def body(self, column: Column) -> None:
        entries: tuple[tuple[str, str, str, Callable[[], None], str], ...] = (
            (
                "save",
                "Save a copy",
                "save",
                self._save,
                hint("Every turn is saved by itself; this makes a copy", "save"),
            ),
            ("load", "Load a match", "folder-open", self._load, "Open another save"),
            ("settings", "Settings", "settings", self._settings, hint("Text size, theme, sound", "settings")),
            ("help", "How to play", "circle-question-mark", self._help, hint("Help and keys", "help")),
            ("title", "Leave for the title", "log-out", self._leave, "The match stays saved"),
            ("quit", "Quit", "x", self.app.quit, "Close the program"),
        )
        for key, label, icon, act, tip in entries:
            rect = column.take(column.canvas.row, column.canvas.theme.px(6))
            button(column.canvas, rect, f"menu:{key}", label, act, icon=icon, tip=tip, align="left")

    def buttons(self) -> Sequence[ButtonSpec]:
        return (ButtonSpec("close", "Go on playing", self.back, "primary", tip="Back to the match (Esc)"),)

    def _save(self) -> None:
        self.app.pop()
        self.save()

    def _settings(self) -> None:
        self.app.replace(self.app.make("settings"))

    def _help(self) -> None:
        self.app.replace(self.app.make("help"))

    def _load(self) -> None:
        self.app.replace(self.app.make("saves"))

    def _leave(self) -> None:
        lost = self.app.leaving()
        if not lost:
            self._title()
            return
        self.app.replace(Ask(self.app, "Leave the match?", lost, "Leave", self._title))

    def _title(self) -> None:
        self.app.reset(self.app.make("title"))
