"""One chart at a time, of those that the view has; arrows or C go to the next."""

from __future__ import annotations

import pygame

from game.desktop.chart.charts import LineChart
from game.desktop.chart.model import present_series
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.column import Column
from game.desktop.kit.inputs import Option, cycle
from game.desktop.kit.layout import cut_top
from game.desktop.kit.theme import Theme
from game.desktop.present import ChartPage, chart_pages
from game.desktop.shortcuts import hint
from game.session.views import View
from game.telling import _


class ChartCard:
    """A chart with a switch between pages."""

    def __init__(self, key: str = "chart") -> None:
        self.key = key
        self.title = ""
        self._chart: LineChart | None = None
        self._theme: Theme | None = None

    def next_page(self, view: View) -> None:
        """Show the next chart."""
        titles = [page.title for page in chart_pages(view)]
        if titles:
            at = titles.index(self.title) if self.title in titles else 0
            self.title = titles[(at + 1) % len(titles)]

    def _set(self, title: str) -> None:
        self.title = title

    def draw(self, canvas: Canvas, rect: pygame.Rect, view: View) -> None:
        """Switch and chart in `rect`."""
        pages = chart_pages(view)
        if not pages:
            canvas.card(rect)
            canvas.words(
                rect, _("Charts begin with the second month"), colour=canvas.palette.muted, align="centre", shorten=True
            )
            return
        page = next((page for page in pages if page.title == self.title), pages[0])
        theme = canvas.theme
        head, rest = cut_top(rect, canvas.row, theme.px(4))
        column = Column(canvas, head.x, head.y, head.width)
        options = [Option(page.title, page.title) for page in pages]
        cycle(column, self.key, "", options, page.title, self._set, tip=hint(_("Next chart"), "chart"))
        self._plot(canvas, rest, view, page)

    def _plot(self, canvas: Canvas, rect: pygame.Rect, view: View, page: ChartPage) -> None:
        if min(rect.size) < canvas.theme.px(50):
            return
        if self._chart is None:
            self._chart = LineChart(canvas.theme)
        elif self._theme != canvas.theme:
            self._chart.set_theme(canvas.theme)
        self._theme = canvas.theme
        model = present_series(view, page.keys)
        self._chart.draw(canvas.surface, rect, model, pointer=canvas.pointer)
        canvas.image(rect, page.title)
