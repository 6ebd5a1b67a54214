"""The session around a seat that is played over a line: who is in and has sealed, the clock, what the host said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from game.desktop.kit.buttons import ButtonSpec
from game.desktop.kit.column import Column
from game.desktop.kit.dialog import Dialog
from game.desktop.kit.screen import Shell
from game.desktop.panels.panel import remark
from game.telling import _

if TYPE_CHECKING:
    from game.desktop.screens.joined import Joined


class Room(Dialog):
    """What a seat waits for once it has sealed. It can be closed to look around, and opened from the menu."""

    name = "room"
    width = 560

    def __init__(self, app: Shell, table: Joined) -> None:
        super().__init__(app)
        self.table = table

    @property
    def title(self) -> str:
        return _("Waiting for the others") if self.table.sealed else _("The room")

    def body(self, column: Column) -> None:
        heard, muted = self.table.seat.heard, column.canvas.palette.muted
        if heard.lost:
            remark(column, "warn", _("The line to the host is lost. It is tried again and again by itself."))
            column.skip(8)
        column.paragraph(self.table.time() or _("There is no limit of time."), colour=muted)
        column.paragraph(
            _("The turn is played when all are in, when the time is over, or when the facilitator says so."),
            colour=muted,
        )
        column.skip(10)
        for row in heard.roster:
            self._row(column, row)
            column.skip(4)
        if heard.messages:
            column.skip(8)
            column.heading(_("From the facilitator"))
        for message in heard.messages[::-1]:
            told = _("Turn {turn}: {text}").format(turn=message["turn"] + 1, text=message["text"])
            remark(column, "accent", told, "megaphone")
            column.skip(4)

    def _row(self, column: Column, row: Mapping[str, Any]) -> None:
        nation, holder = f"**{row['name']}**", row["holder"]
        who = _("{nation}, {team}").format(nation=nation, team=holder) if holder else nation
        if row["led"]:
            remark(column, "plain", _("{who}: led by the program").format(who=who), "cpu")
        elif row["sealed"]:
            remark(column, "good", _("{who}: has sealed").format(who=who))
        elif not holder:
            remark(column, "plain", _("{who}: nobody sits here").format(who=who), "circle")
        elif not row["here"]:
            remark(column, "warn", _("{who}: not connected").format(who=who))
        else:
            remark(column, "plain", _("{who}: is planning").format(who=who), "hourglass")

    def buttons(self) -> Sequence[ButtonSpec]:
        close = ButtonSpec("close", _("Look around"), self.back, "primary", tip=_("Back to the match (Esc)"))
        if not self.table.sealed or self.table.finished:
            return (close,)
        tip = _("Until the turn is played")
        return (ButtonSpec("unseal", _("Change my orders"), self.table.unseal, icon="undo-2", tip=tip), close)
