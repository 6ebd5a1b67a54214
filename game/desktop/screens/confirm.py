"""The last look before a turn ends: what is ordered, what it costs, what may have been forgotten."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.desktop import present
from game.desktop.advice import warnings
from game.desktop.client import Client
from game.desktop.kit.buttons import ButtonSpec
from game.desktop.kit.column import Column
from game.desktop.kit.dialog import Dialog
from game.desktop.kit.screen import Shell
from game.desktop.panels.orders import draw_order, draw_overrun, draw_running
from game.desktop.panels.panel import fact, remark
from game.desktop.screens.seating import Seating
from game.telling import _, numbers


class Confirm(Dialog):
    """Enter ends the turn, as the bright button says; a key that is only held down from before does not."""

    name = "confirm"
    width = 560

    def __init__(self, app: Shell, table: Seating, client: Client) -> None:
        super().__init__(app)
        self.table = table
        self.client = client

    @property
    def title(self) -> str:
        return self.table.last_look(self.client).title

    def body(self, column: Column) -> None:
        view = self.client.view
        column.paragraph(self.table.last_look(self.client).text)
        column.skip(10)
        for number, order in enumerate(view.draft, 1):
            draw_order(column, number, order, self.client.teller)
        if view.draft:
            column.rule()
            fact(column, _("Charged at once"), numbers.write(present.draft_price(view), "US$ million"))
            draw_overrun(column, view)
            draw_running(column, view)
            fact(column, _("Political capital left"), numbers.number(view.capital_after, 0))
            column.skip(8)
        for item in warnings(view):
            remark(column, item.tone, item.text)
            column.skip(6)

    def buttons(self) -> Sequence[ButtonSpec]:
        label = self.table.last_look(self.client).button
        return (
            ButtonSpec("close", _("Keep planning"), self.back, tip=_("Back to the match (Esc)")),
            ButtonSpec("seal", label, self._seal, "primary", "send", _("Ctrl Enter")),
        )

    def key(self, event: pygame.Event) -> bool:
        if event.key in {pygame.K_RETURN, pygame.K_KP_ENTER} and event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META):
            self._seal()
            return True
        return False

    def _seal(self) -> None:
        self.app.pop()
        self.table.seal(self.client.seat)
