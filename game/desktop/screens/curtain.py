"""The curtain between two people at one screen. It knows the seat's name and nothing of the match."""

from __future__ import annotations

import pygame

from game.desktop.kit import badges
from game.desktop.kit.buttons import button, button_width
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.layout import centred
from game.desktop.kit.screen import Screen, Shell
from game.desktop.screens.table import Table
from game.telling import _


class Curtain(Screen):
    """Hides everything until the next person says that they are alone."""

    name = "curtain"
    first_focus = "alone"

    def __init__(self, app: Shell, table: Table, seat: str) -> None:
        super().__init__(app)
        self.table = table
        self.seat = seat

    def build(self, canvas: Canvas) -> None:
        theme = canvas.theme
        text = self.table.match.lexicon.nation(self.seat)
        name = _(text.name)
        player = self.table.match.people[self.seat]
        box = centred(canvas.rect, theme.letter(520), theme.letter(330))
        canvas.card(box, canvas.palette.panel, canvas.palette.edge, radius=theme.px(10))
        size = theme.letter(72)
        y = box.y + theme.letter(34)
        badges.flag_badge(canvas.surface, (box.centerx, y + size // 2), text.flag, size, theme)
        y += size + theme.letter(18)
        y = self._line(canvas, box, y, _("Hand over to {player}").format(player=player or name), "title")
        y = self._line(
            canvas, box, y, _("{nation} plans turn {turn}.").format(nation=name, turn=self.table.match.turn + 1), "body"
        )
        y = self._line(canvas, box, y, _("Nobody else should look at the screen now."), "body")
        label = _("I am alone")
        width = button_width(canvas, label, "eye") + theme.px(40)
        place = pygame.Rect(0, 0, width, canvas.row + theme.px(6))
        place.midbottom = (box.centerx, box.bottom - theme.letter(26))
        button(canvas, place, "alone", label, self._open, kind="primary", icon="eye", tip=_("Shows this seat's screen"))

    def _line(self, canvas: Canvas, box: pygame.Rect, y: int, words: str, role: str) -> int:
        title = role == "title"
        high = canvas.line_height("title" if title else "body")
        place = pygame.Rect(box.x + canvas.theme.px(20), y, box.width - canvas.theme.px(40), high)
        weight = "bold" if title else "regular"
        colour = canvas.palette.text if title else canvas.palette.muted
        canvas.words(place, words, "title" if title else "body", weight, colour, "centre", shorten=True)  # type: ignore[arg-type]
        return y + high + canvas.theme.px(8)

    def _open(self) -> None:
        self.table.show(self.seat)

    def leaving(self) -> str:
        return self.table.leaving()

    def back(self) -> None:
        """Esc does nothing here: behind the curtain lies somebody's secret."""
