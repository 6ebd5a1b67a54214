"""Orders: the draft, what it charges, and how to take it back."""

from __future__ import annotations

import pygame

from game.desktop import present
from game.desktop.kit.ask import Ask
from game.desktop.kit.buttons import ButtonSpec, button_row
from game.desktop.kit.column import Column
from game.desktop.panels.panel import Panel, charges, fact
from game.desktop.shortcuts import hint
from game.marks import N_
from game.session.views import DraftOrder, View
from game.telling import Teller, _, ngettext, numbers


class Orders(Panel):
    key = "orders"
    title = N_("Orders of this turn")
    short = N_("Orders")
    icon = "scroll-text"

    def badge(self) -> str:
        return str(len(self.client.view.draft) or "")

    def draw(self, column: Column) -> None:
        view = self.client.view
        if not view.draft:
            self._empty(column)
            return
        for number, order in enumerate(view.draft, 1):
            draw_order(column, number, order, self.client.teller)
        column.rule()
        fact(column, _("Charged at once"), numbers.write(present.draft_price(view), "US$ million"))
        draw_overrun(column, view)
        fact(column, _("Political capital"), numbers.number(present.draft_capital(view), 0))
        fact(
            column,
            _("Budget left"),
            numbers.write(view.budget_after, "US$ million"),
            "bad" if view.budget_after < 0 else "plain",
        )
        draw_running(column, view)
        column.skip(10)
        button_row(
            column,
            (
                ButtonSpec(
                    "undo",
                    _("Undo the last"),
                    self._undo,
                    icon="undo-2",
                    tip=hint(_("Take the last order back"), "undo"),
                ),
                ButtonSpec("clear", _("Clear all"), self._clear, "danger", "trash-2", _("Take all orders back")),
            ),
        )
        column.skip(10)
        note = _("Orders are sealed when you end the turn and opened together with those of all other nations.")
        column.paragraph(note, "small", column.canvas.palette.muted)

    def _empty(self, column: Column) -> None:
        canvas = column.canvas
        column.skip(24)
        rect = column.take(canvas.theme.letter(40))
        canvas.icon("scroll", rect, canvas.palette.muted, 34)
        column.skip(8)
        place = column.take(canvas.line_height())
        canvas.words(place, _("No orders yet"), "body", "semibold", align="centre")
        column.skip(6)
        column.paragraph(
            _(
                "Orders from the other panels collect here until you end the turn. What you decided in earlier turns, "
                "such as research spending or a stockpile policy, goes on without a new order."
            ),
            colour=canvas.palette.muted,
        )

    def _undo(self) -> None:
        self.client.undo()
        self.app.tell(_("The last order is taken back."))

    def _clear(self) -> None:
        count = len(self.client.view.draft)
        self.app.push(
            Ask(
                self.app,
                _("Clear the draft?"),
                ngettext("The order is taken back.", "All {count} orders are taken back.", count).format(count=count),
                _("Clear all"),
                self.client.clear,
            )
        )


def draw_overrun(column: Column, view: View) -> None:
    """What overruns may add to the draft, where they may."""
    band = present.draft_overrun(view)
    if band.high >= 0.5:
        fact(
            column,
            _("Overruns, expected and at most"),
            ", ".join(numbers.write(sum_, "US$ million") for sum_ in (band.expected, band.high)),
        )


def draw_running(column: Column, view: View) -> None:
    """What standing policies will cost in the turn, and what that leaves."""
    foreseen = view.forecast
    fact(column, _("Running costs of the turn"), numbers.write(foreseen.costs, "US$ million"))
    left = numbers.write(foreseen.left, "US$ million")
    fact(column, _("Left at its end"), left, "bad" if foreseen.left < 0 else "plain")


def draw_order(column: Column, number: int, order: DraftOrder, teller: Teller) -> None:
    """An order of the draft with its number and charge."""
    canvas, theme = column.canvas, column.canvas.theme
    price = " · ".join(charges(order))
    width = canvas.width(price, "small", "semibold") + theme.px(10) if price else 0
    side = theme.letter(22)
    beside = width < column.width // 2
    inner = column.width - side - (width if beside else 0)
    told = teller.sentence(order.message)
    words = canvas.paragraph_height(inner, told)
    below = 0 if beside else canvas.line_height("small") + theme.px(2)
    rect = column.take(words + below + theme.px(12))
    if not canvas.seen(rect):
        return
    top = rect.y + theme.px(6)
    line = canvas.line_height()
    canvas.words(pygame.Rect(rect.x, top, side, line), f"{number}.", colour=canvas.palette.muted)
    canvas.paragraph(rect.x + side, top, inner, told)
    place = pygame.Rect(rect.right - width, top, width, line)
    if not beside:
        place = pygame.Rect(rect.x + side, top + words + theme.px(2), rect.width - side, canvas.line_height("small"))
    canvas.words(place, price, "small", "semibold", align="right" if beside else "left", shorten=True)
