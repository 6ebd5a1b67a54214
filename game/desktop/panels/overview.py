"""Overview: what the adviser says, the score so far, all key figures."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import pygame

from game.desktop import present
from game.desktop.advice import advice
from game.desktop.kit.column import Column
from game.desktop.kit.theme import Tone
from game.desktop.panels.books import draw_books
from game.desktop.panels.figurerow import change_width, draw_change
from game.desktop.panels.panel import Panel, meter_line, remark
from game.marks import N_
from game.session.views import Indicator, ScoreView
from game.telling import Teller, _, numbers
from game.telling.grammar import capital


class Overview(Panel):
    key = "overview"
    title = N_("Overview")
    short = N_("Overview")
    icon = "house"

    def draw(self, column: Column) -> None:
        self._advice(column)
        self._goals(column)
        self._score(column)
        self._figures(column)
        column.skip(10)
        self._means(column)
        column.skip(10)
        draw_books(column, self.client.view, self.client.teller)

    def _advice(self, column: Column) -> None:
        column.heading(_("Your adviser"))
        remarks = advice(self.client.view)
        if not remarks:
            remark(column, "good", _("No shortage, and stocks hold. Use the time to build what takes years."))
        for number, item in enumerate(remarks):
            top = column.y
            remark(column, item.tone, item.text)
            if item.panel:
                rect = pygame.Rect(column.x, top, column.width, column.y - top)
                column.canvas.press_area(
                    f"advice:{number}", rect, item.text, partial(self.go, item.panel), _("Open the panel")
                )
            column.skip(6)
        column.skip(8)

    def _goals(self, column: Column) -> None:
        """What wins the match, in the scenario's words, and how far it is today."""
        view, canvas = self.client.view, column.canvas
        column.heading(_("To win"))
        score = view.briefing.win_score
        if score > 0:
            reached = present.total_score(view) >= score
            words = _("Reach {score} of 100 points.").format(score=numbers.number(score, 0))
            remark(column, "good" if reached else "accent", words, "target")
            column.skip(5)
        for goal in view.goals:
            words = f"{capital(self.client.teller.standing(goal))}."
            remark(column, "good" if goal.met else "accent", words, "target")
            column.skip(5)
        if score <= 0 and not view.goals:
            column.paragraph(_("Keep going to the end."), colour=canvas.palette.muted)
        column.skip(8)

    def _score(self, column: Column) -> None:
        view = self.client.view
        score = numbers.number(present.total_score(view), 0)
        column.heading(_("Score so far: {score} of 100").format(score=score))
        for part in view.score:
            top = column.y
            meter_line(column, _(part.label), numbers.number(part.points, 0), part.points / 100.0, _tone(part))
            rect = pygame.Rect(column.x, top, column.width, column.y - top - column.canvas.theme.px(4))
            column.canvas.press_area(
                f"score:{part.key}", rect, _(part.label), None, _told(self.client.teller, part, view.score)
            )
        column.skip(8)

    def _figures(self, column: Column) -> None:
        """All key figures and what else is documented, their values and changes under one another."""
        canvas, view, beside = column.canvas, self.client.view, present.documented(self.client.view)
        told = {figure.key for figure in view.indicators}
        more = (known for known in view.documented if known.key not in told)
        figures = (*view.indicators, *(Indicator(known.key, known.value, known.unit, 0.0, 0) for known in more))
        column.heading(_("Key figures"))
        shown = [numbers.write(figure.value, figure.unit) for figure in figures]
        value = max((canvas.width(words, "body", "semibold") for words in shown), default=0)
        change = change_width(canvas, figures)
        for figure, words in zip(figures, shown, strict=True):
            self._figure(column, figure, words, value, change)
            if figure.key in beside:
                self._documented(column, beside[figure.key])

    def _figure(self, column: Column, indicator: Indicator, shown: str, value: int, change: int) -> None:
        """A row that opens the card behind the figure; `value` and `change` are the pixels of the two columns."""
        canvas, theme = column.canvas, column.canvas.theme
        name = self.client.teller.label(indicator.key)
        room = column.width - change - value - theme.px(14)
        label = canvas.paragraph_height(room, name)
        rect = column.take(max(label + theme.px(6), canvas.line_height() + theme.px(8)))
        hot = canvas.press_area(
            f"figure:{indicator.key}", rect, name,
            lambda: self.explain(indicator.key, name, shown), _("Why? Meaning, causes and sources"),
        )  # fmt: skip
        if not canvas.seen(rect):
            return
        if hot:
            canvas.card(rect, canvas.palette.hover, canvas.palette.hover)
        canvas.paragraph(rect.x + theme.px(4), rect.y + (rect.height - label) // 2, room, name)
        place = pygame.Rect(rect.x, rect.y, rect.width - change, rect.height)
        canvas.words(place, shown, "body", "semibold", align="right")
        draw_change(canvas, rect, indicator, change)

    def _documented(self, column: Column, words: str) -> None:
        """What is documented of the figure above."""
        canvas, side = column.canvas, column.canvas.theme.px(4)
        rect = column.take(canvas.paragraph_height(column.width - side, words, "small"))
        if canvas.seen(rect):
            canvas.paragraph(rect.x + side, rect.y, rect.width - side, words, "small", canvas.palette.muted)
        column.skip(4)

    def _means(self, column: Column) -> None:
        view = self.client.view
        column.heading(_("Your means"))
        meter_line(
            column,
            _("Budget after your orders"),
            numbers.write(view.budget_after, "US$ million"),
            _part(view.budget_after, view.budget),
        )
        left, whole = numbers.number(view.capital_after, 0), numbers.number(view.capital, 0)
        meter_line(
            column,
            _("Political capital after your orders"),
            _("{left} of {whole}").format(left=left, whole=whole),
            _part(view.capital_after, view.capital),
        )


def _part(after: float, before: float) -> float:
    return min(1.0, max(0.0, after / before)) if before > 0 else 0.0


def _tone(part: ScoreView) -> Tone:
    if part.points >= 60:
        return "good"
    return "warn" if part.points >= 30 else "bad"


def _told(teller: Teller, part: ScoreView, parts: Sequence[ScoreView]) -> str:
    counts = _("{measured}. Counts {share} of the total.")
    return counts.format(measured=teller.measured(part), share=present.counts(part, parts))
