"""The last look before a turn ends: what is ordered, what it costs, what may have been forgotten."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.desktop import present
from game.desktop.client import Client
from game.desktop.kit import text
from game.desktop.kit.buttons import ButtonSpec
from game.desktop.kit.column import Column
from game.desktop.kit.dialog import Dialog
from game.desktop.kit.screen import Shell
from game.desktop.panels.orders import draw_order, draw_overrun
from game.desktop.panels.panel import fact, remark
from game.desktop.screens.table import Table


class Confirm(Dialog):
    """The keyboard starts on "Keep planning", so that one key too many ends no turn."""

    name = "confirm"
    width = 560

    def __init__(self, app: Shell, table: Table, client: Client) -> None:
        super().__init__(app)
        self.table = table
        self.client = client
        self.title = f"End turn {client.view.turn + 1}?"

    def body(self, column: Column) -> None:
        view = self.client.view
        column.paragraph(f"The months {present.span(view)} go by. Orders cannot be taken back after that.")
        column.skip(10)
        for number, order in enumerate(view.draft, 1):
            draw_order(column, number, order, self.client.teller)
        if view.draft:
            column.rule()
            fact(column, "Charged at once", text.money(present.draft_price(view)))
            draw_overrun(column, view)
            fact(column, "Running costs of these months", text.money(view.forecast.costs))
            fact(column, "Budget left at their end", text.money(view.forecast.left))
            fact(column, "Political capital left", f"{view.capital_after:.0f}")
            column.skip(8)
        for item in present.warnings(view):
            remark(column, item.tone, item.text)
            column.skip(6)

    def buttons(self) -> Sequence[ButtonSpec]:
        last = not self.table.shared or self._last()
        label = "End the turn" if last else "Seal and hand over"
        return (
            ButtonSpec("close", "Keep planning", self.back, tip="Back to the match (Esc)"),
            ButtonSpec("seal", label, self._seal, "primary", "send", "Ctrl Enter"),
        )

    def _last(self) -> bool:
        return sum(not self.table.match.sealed(seat) for seat in self.table.seats) == 1

    def key(self, event: pygame.Event) -> bool:
        if event.key in {pygame.K_RETURN, pygame.K_KP_ENTER} and event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META):
            self._seal()
            return True
        return False

    def _seal(self) -> None:
        self.app.pop()
        self.table.seal(self.client.seat)
