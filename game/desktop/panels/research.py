"""Research: readiness of each line and what is spent on it."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.desktop.client import Client
from game.desktop.kit import badges
from game.desktop.kit.column import Column
from game.desktop.kit.inputs import slider
from game.desktop.kit.screen import Shell
from game.desktop.panels.panel import Panel, fact, order_button
from game.marks import N_
from game.session.views import ResearchView
from game.telling import _, citations, numbers

_LEVELS = 9.0


class Research(Panel):
    key = "research"
    title = N_("Research")
    short = N_("Research")
    icon = "flask-conical"

    def __init__(self, app: Shell, client: Client, go: Callable[[str], None]) -> None:
        super().__init__(app, client, go)
        self.rates: dict[str, float] = {}

    def renew(self) -> None:
        self.rates = {}

    def draw(self, column: Column) -> None:
        lines = self.client.view.research
        fact(column, _("Spent on research now"), numbers.write(sum(line.rate for line in lines), "US$ million/year"))
        column.skip(6)
        for line in lines:
            self._line(column, line)
            column.rule()
        note = _("Spending runs until you change it, and is paid month by month.")
        column.paragraph(note, "small", column.canvas.palette.muted)

    def _line(self, column: Column, line: ResearchView) -> None:
        canvas = column.canvas
        column.paragraph(f"**{_(line.name)}**")
        column.skip(4)
        fact(column, _("Readiness"), numbers.write(line.readiness, "1-9"))
        rect = column.take(canvas.theme.px(8))
        if canvas.seen(rect):
            badges.meter(canvas.surface, pygame.Rect(rect), line.readiness / _LEVELS, canvas.theme, "recycled")
        column.skip(8)
        column.paragraph(_(line.effect), colour=canvas.palette.muted)
        column.skip(8)
        rate = self.rates.get(line.id, line.rate)
        step = _step(line.max_rate)
        slider(
            column,
            f"rate:{line.id}",
            _("A year"),
            rate,
            (0.0, line.max_rate, step),
            numbers.write(rate, "US$ million"),
            lambda value: self.rates.__setitem__(line.id, value),
            tip=_("Source: {source}").format(source=citations.sources(line.evidence)),
        )
        if abs(rate - line.rate) > 1e-9:
            column.skip(6)
            label = _("Stop paying") if rate == 0 else _("Pay this")
            order_button(
                column, self, f"research:{line.id}", label, {"kind": "fund_research", "line": line.id, "rate": rate}
            )


def _step(most: float) -> float:
    """A round step that cuts the range in about twenty."""
    return next((step for step in (0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0) if most / step <= 25), 100.0)
