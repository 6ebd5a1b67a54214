"""Saving a match elsewhere, where its own file cannot be written."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from game.desktop.kit.buttons import ButtonSpec
from game.desktop.kit.column import Column
from game.desktop.kit.dialog import Dialog
from game.desktop.kit.field import field
from game.desktop.kit.screen import Shell
from game.desktop.panels.panel import remark
from game.session import saves
from game.session.faults import SaveError
from game.session.match import Match
from game.telling import _, told

_LONGEST = 400


class Elsewhere(Dialog):
    """Asks for another place; what hinders that too is told on the card."""

    name = "elsewhere"
    width = 620

    def __init__(self, app: Shell, match: Match, problem: str = "") -> None:
        super().__init__(app)
        self.match = match
        stem = match.log_path.stem if match.log_path else _("match")
        self.place = str(Path.home() / f"{stem}{saves.SUFFIX}")
        self.problem = problem or told(match.save_problem)

    @property
    def title(self) -> str:
        return _("Save elsewhere")

    def body(self, column: Column) -> None:
        if self.problem:
            remark(column, "bad", self.problem)
            column.skip(8)
        column.paragraph(_("Give another folder or disk, such as a stick. The match is saved there whole."))
        column.skip(8)
        field(column, "place", _("File"), self.place, self._type, longest=_LONGEST)

    def buttons(self) -> Sequence[ButtonSpec]:
        return (
            ButtonSpec("close", _("Not now"), self.back, tip=_("Nothing changes (Esc)")),
            ButtonSpec("again", _("Try the same place"), self._again, icon="rotate-ccw")
            if self.match.log_path
            else ButtonSpec("again", _("Try the same place"), None, enabled=False),
            ButtonSpec("save", _("Save"), self._save, "primary", "save"),
        )

    def _type(self, words: str) -> None:
        self.place = words

    def _again(self) -> None:
        self.match.keep()
        self._end(told(self.match.save_problem), self.match.log_path)

    def _save(self) -> None:
        place = Path(os.path.expandvars(self.place.strip())).expanduser()
        if not self.place.strip() or not place.is_absolute():
            self.problem = _("Give the whole path, from the root of the disk.")
            return
        try:
            self.match.save_as(place)
        except SaveError as problem:
            self._end(told(problem), place)
        else:
            self._end("", place)

    def _end(self, problem: str, place: Path | None) -> None:
        self.problem = problem
        if not problem:
            self.app.pop()
            self.app.tell(_("Saved as {name}.").format(name=place), "good")
