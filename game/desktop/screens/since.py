"""Since your last turn: what happened and which figures moved."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.desktop import present
from game.desktop.client import Client
from game.desktop.kit.buttons import ButtonSpec
from game.desktop.kit.column import Column
from game.desktop.kit.dialog import Dialog
from game.desktop.kit.screen import Shell
from game.desktop.panels.figurerow import change_width, draw_change
from game.desktop.panels.news import draw_headlines
from game.session.views import Indicator
from game.telling import _, numbers


class Since(Dialog):
    """A card over the new turn."""

    name = "since"
    width = 640

    def __init__(self, app: Shell, client: Client) -> None:
        super().__init__(app)
        self.client = client

    @property
    def title(self) -> str:
        return _("Since your last turn: now {month}").format(month=numbers.month(self.client.view.month))

    def body(self, column: Column) -> None:
        moved = present.moved(self.client.view)
        if moved:
            column.heading(_("What moved"))
            for indicator in moved:
                self._figure(column, indicator)
            column.skip(10)
        near, far = present.near_and_far(self.client.last_headlines())
        column.heading(_("What concerns you"))
        if near:
            draw_headlines(column, self.client.teller, near, sources=True)
        else:
            column.paragraph(_("A quiet turn: nothing that concerns you."), colour=column.canvas.palette.muted)
        if far:
            column.skip(8)
            column.heading(_("Also"))
            draw_headlines(column, self.client.teller, far)

    def _figure(self, column: Column, indicator: Indicator) -> None:
        canvas, theme = column.canvas, column.canvas.theme
        rect = column.take(canvas.line_height() + theme.px(5))
        side = change_width(canvas, self.client.view.indicators)
        shown = numbers.write(indicator.value, indicator.unit)
        value = canvas.width(shown, "body", "semibold")
        canvas.words(
            pygame.Rect(rect.x, rect.y, rect.width - side - value - theme.px(10), rect.height),
            self.client.teller.label(indicator.key),
            shorten=True,
        )
        canvas.words(
            pygame.Rect(rect.x, rect.y, rect.width - side, rect.height),
            shown,
            "body",
            "semibold",
            align="right",
        )
        draw_change(canvas, rect, indicator, side)

    def buttons(self) -> Sequence[ButtonSpec]:
        label = _("Plan turn {turn}").format(turn=self.client.view.turn + 1)
        return (ButtonSpec("close", label, self.back, "primary", tip=_("To the play screen (Esc)")),)
