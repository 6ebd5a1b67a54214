"""Research: readiness of each line and what is spent on it."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.desktop.client import Client
from game.desktop.kit import badges
from game.desktop.kit.column import Column
from game.desktop.kit.screen import Shell
from game.desktop.panels.forms import Filling, draw_fields, draw_way
from game.desktop.panels.panel import Panel, fact
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
        self._fillings: dict[str, Filling] = {}

    def renew(self) -> None:
        self._fillings = {}

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
        canvas, top = column.canvas, column.y
        column.paragraph(f"**{_(line.name)}**")
        column.skip(4)
        fact(column, _("Readiness"), numbers.write(line.readiness, "1-9"))
        rect = column.take(canvas.theme.px(8))
        if canvas.seen(rect):
            badges.meter(canvas.surface, pygame.Rect(rect), line.readiness / _LEVELS, canvas.theme, "recycled")
        about = pygame.Rect(column.x, top, column.width, column.y - top)
        source = _("Source: {source}").format(source=citations.sources(line.evidence))
        canvas.press_area(f"line:{line.id}", about, _(line.name), None, source)
        column.skip(8)
        column.paragraph(_(line.effect), colour=canvas.palette.muted)
        column.skip(8)
        filling = self._filling(line.id)
        draw_fields(column, filling)
        if filling.changed():
            stops = _("Stop paying") if not filling.given["rate"] else ""
            draw_way(column, self, filling, "research", stops)
            column.skip(6)

    def _filling(self, line: str) -> Filling:
        return self._fillings.setdefault(line, Filling(self.client, "fund_research", line=line))
