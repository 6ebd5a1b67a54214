"""Cards over a screen: a title, a body that scrolls when it is long, and buttons below, one of them bright."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.desktop.kit.buttons import ButtonSpec, button_row
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.column import Column
from game.desktop.kit.layout import centred
from game.desktop.kit.screen import Screen
from game.desktop.kit.scroll import scroll
from game.telling import _


class Dialog(Screen):
    """A modal card, as high as its body needs and the window allows. The keyboard starts on its bright button."""

    name = "dialog"
    modal = True
    width = 520
    """Layout pixels at text scale 1."""
    icon = ""

    _body = 0
    _foot = 0

    @property
    def title(self) -> str:
        """What stands on top, in the language spoken now."""
        raise NotImplementedError

    def body(self, column: Column) -> None:
        """Draw what the card says."""
        raise NotImplementedError

    def buttons(self) -> Sequence[ButtonSpec]:
        """Buttons below, the safe one first; the bright one is what Enter presses."""
        return (ButtonSpec("close", _("Close"), self.back, "primary", tip=_("Close (Esc)")),)

    def build(self, canvas: Canvas) -> None:
        specs = self.buttons()
        self.focus = self.focus or next((spec.key for spec in specs if spec.kind == "primary"), "close")
        theme = canvas.theme
        pad = theme.px(18)
        width = min(theme.letter(self.width), canvas.rect.width - theme.px(40))
        inner = width - 2 * pad
        head = canvas.paragraph_height(inner, f"**{self.title}**", "title")
        around = 2 * pad + head + theme.px(26) + self._foot
        most = canvas.rect.height - theme.px(40) - around
        body = min(max(self._body, theme.px(20)), most)
        card = centred(canvas.rect, width, around + body)
        canvas.card(card, canvas.palette.panel, canvas.palette.edge, radius=theme.px(10))
        x, y = card.x + pad, card.y + pad
        canvas.paragraph(x, y, inner, f"**{self.title}**", "title")
        y += head + theme.px(10)
        with scroll(canvas, "body", pygame.Rect(x - theme.px(3), y, inner + theme.px(10), body)) as column:
            column.width = inner - (theme.px(8) if self._body > most else 0)
            self.body(column)
        needed = canvas.picture.regions[-1].height
        foot = Column(canvas, x, y + body + theme.px(16), inner)
        top = foot.y
        button_row(foot, specs, align="right")
        if (needed, foot.y - top) != (self._body, self._foot):
            self._body, self._foot = needed, foot.y - top
            self.unsettled = True
