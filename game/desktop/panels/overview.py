"""Overview: what the adviser says, the score so far, all key figures."""

from __future__ import annotations

from functools import partial

import pygame

from game.desktop import present
from game.desktop.kit import text
from game.desktop.kit.column import Column
from game.desktop.kit.theme import Tone
from game.desktop.panels.books import draw_books
from game.desktop.panels.figurerow import change_width, draw_change
from game.desktop.panels.panel import Panel, meter_line, remark
from game.session.views import Indicator, ScoreView
from game.telling import Teller, numbers


class Overview(Panel):
    key = "overview"
    title = "Overview"
    short = "Overview"
    icon = "house"

    def draw(self, column: Column) -> None:
        self._advice(column)
        self._goals(column)
        self._score(column)
        column.heading("Key figures")
        for indicator in self.client.view.indicators:
            self._figure(column, indicator)
        column.skip(10)
        self._means(column)
        column.skip(10)
        draw_books(column, self.client.view, self.client.teller)

    def _advice(self, column: Column) -> None:
        column.heading("Your adviser")
        remarks = present.advice(self.client.view)
        if not remarks:
            remark(column, "good", "No shortage, and stocks hold. Use the time to build what takes years.")
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

    def _goals(self, column: Column) -> None:
        """What wins the match, in the scenario's words."""
        briefing, canvas = self.client.view.briefing, column.canvas
        column.heading("To win")
        goals, score = briefing.goals, briefing.win_score
        words = [f"Reach {score:.0f} of 100 points."] if score > 0 else []
        for line in (*words, *goals):
            remark(column, "accent", line, "target")
            column.skip(5)
        if not words and not goals:
            column.paragraph("Keep going to the end.", colour=canvas.palette.muted)
        column.skip(8)

    def _score(self, column: Column) -> None:
        view = self.client.view
        column.heading(f"Score so far: {present.total_score(view):.0f} of 100")
        for part in view.score:
            top = column.y
            meter_line(column, part.label, f"{part.points:.0f}", part.points / 100.0, _tone(part))
            rect = pygame.Rect(column.x, top, column.width, column.y - top - column.canvas.theme.px(4))
            column.canvas.press_area(f"score:{part.key}", rect, part.label, None, _told(self.client.teller, part))
        column.skip(8)

    def _figure(self, column: Column, indicator: Indicator) -> None:
        """A row that opens the card behind the figure."""
        canvas, theme = column.canvas, column.canvas.theme
        figures = self.client.view.indicators
        change = change_width(canvas, figures)
        texts = {figure.key: numbers.write(figure.value, figure.unit) for figure in figures}
        value = max(canvas.width(shown, "body", "semibold") for shown in texts.values())
        name, shown = self.client.teller.label(indicator.key), texts[indicator.key]
        room = column.width - change - value - theme.px(14)
        label = canvas.paragraph_height(room, name)
        rect = column.take(max(label + theme.px(6), canvas.line_height() + theme.px(8)))
        hot = canvas.press_area(
            f"figure:{indicator.key}", rect, name,
            lambda: self.explain(indicator.key, name, shown), "Why? Meaning, causes and sources",
        )  # fmt: skip
        if not canvas.seen(rect):
            return
        if hot:
            canvas.card(rect, canvas.palette.hover, canvas.palette.hover)
        canvas.paragraph(rect.x + theme.px(4), rect.y + (rect.height - label) // 2, room, name)
        place = pygame.Rect(rect.x, rect.y, rect.width - change, rect.height)
        canvas.words(place, shown, "body", "semibold", align="right")
        draw_change(canvas, rect, indicator, change)

    def _means(self, column: Column) -> None:
        view = self.client.view
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


def _told(teller: Teller, part: ScoreView) -> str:
    measured = teller.measured(part)
    return (
        f"{measured}. Counts {part.weight:.0%} of the total."
        if part.weight <= 1
        else f"{measured}. Weight {part.weight:g}."
    )
