"""Overview: what the adviser says, the score so far, all key figures."""

from __future__ import annotations

from functools import partial

import pygame

from game.desktop import badges, present, text
from game.desktop.canvas import Column
from game.desktop.figurerow import change_width
from game.desktop.panels.panel import Panel, meter_line, remark
from game.desktop.theme import Tone
from game.session.views import Indicator, ScoreView


class Overview(Panel):
    key = "overview"
    title = "Overview"
    short = "Overview"
    icon = "house"

    def draw(self, column: Column) -> None:
        self._advice(column)
        self._score(column)
        column.heading("Key figures")
        for indicator in self.desk.view.indicators:
            self._figure(column, indicator)
        column.skip(10)
        self._means(column)

    def _advice(self, column: Column) -> None:
        column.heading("Your adviser")
        remarks = present.advice(self.desk.view)
        if not remarks:
            remark(column, "good", "Nothing presses. Use the calm to build what takes years.")
        for number, item in enumerate(remarks):
            top = column.y
            remark(column, item.tone, item.text)
            if item.panel:
                rect = pygame.Rect(column.x, top, column.width, column.y - top)
                column.canvas.press_area(
                    f"advice:{number}", rect, item.text, partial(self.go, item.panel), "Open the panel"
                )
            column.skip(6)
        column.skip(8)

    def _score(self, column: Column) -> None:
        view = self.desk.view
        column.heading("Score so far")
        for part in view.score:
            top = column.y
            meter_line(column, part.label, f"{part.points:.0f} of 100", part.points / 100.0, _tone(part))
            rect = pygame.Rect(column.x, top, column.width, column.y - top - column.canvas.theme.px(4))
            column.canvas.press_area(f"score:{part.key}", rect, part.label, None, _told(part))
        column.skip(8)

    def _figure(self, column: Column, indicator: Indicator) -> None:
        """A row that opens the card behind the figure."""
        canvas = column.canvas
        label = canvas.paragraph_height(column.width * 9 // 20, indicator.label)
        rect = column.take(max(label + canvas.theme.px(6), canvas.line_height() + canvas.theme.px(8)))
        key = f"figure:{indicator.key}"
        hot = canvas.press_area(
            key, rect, indicator.label,
            lambda: self.explain(indicator.key, indicator.label, indicator.text), "Why? Meaning, causes and sources",
        )  # fmt: skip
        if not canvas.seen(rect):
            return
        if hot:
            canvas.card(rect, canvas.palette.hover, canvas.palette.hover)
        canvas.paragraph(
            rect.x + canvas.theme.px(4), rect.y + (rect.height - label) // 2, column.width * 9 // 20, indicator.label
        )
        change = change_width(canvas, self.desk.view.indicators)
        value = pygame.Rect(rect.x, rect.y, rect.width - change, rect.height)
        canvas.words(value, indicator.text, "body", "semibold", align="right")
        shown = present.change_text(indicator)
        if shown:
            size = canvas.width(shown, "small") + canvas.theme.letter(14)
            at = (rect.right - size - canvas.theme.px(4), rect.centery - canvas.line_height("small") // 2)
            where = badges.change(canvas.surface, at, indicator.change, shown, indicator.good, canvas.theme)
            canvas.ink(where, shown)

    def _means(self, column: Column) -> None:
        view = self.desk.view
        column.heading("Your means")
        meter_line(
            column, "Budget after the draft", text.money(view.budget_after), _part(view.budget_after, view.budget)
        )
        meter_line(
            column, "Political capital after the draft", f"{view.capital_after:.0f} of {view.capital:.0f}",
            _part(view.capital_after, view.capital),
        )  # fmt: skip


def _part(after: float, before: float) -> float:
    return min(1.0, max(0.0, after / before)) if before > 0 else 0.0


def _tone(part: ScoreView) -> Tone:
    if part.points >= 60:
        return "good"
    return "warn" if part.points >= 30 else "bad"


def _told(part: ScoreView) -> str:
    return (
        f"{part.text}. Counts {part.weight:.0%} of the total."
        if part.weight <= 1
        else f"{part.text}. Weight {part.weight:g}."
    )
