"""The end of a match: won or lost and why, the score by part, the turns that decided it, the curves."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.desktop import present
from game.desktop.chart.card import ChartCard
from game.desktop.kit.ask import Ask
from game.desktop.kit.badges import meter
from game.desktop.kit.buttons import ButtonSpec, button_row, button_width
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.column import Column
from game.desktop.kit.inputs import Option, choice, spoken
from game.desktop.kit.layout import columns, cut_bottom, roomy, rows
from game.desktop.kit.screen import Screen, Shell
from game.desktop.kit.scroll import scroll
from game.desktop.kit.theme import Tone
from game.desktop.panels.news import draw_headlines
from game.desktop.panels.panel import remark
from game.desktop.screens.afterplay import draw_rules, draw_turns
from game.desktop.screens.debriefing import write_debrief
from game.desktop.screens.seating import Seating
from game.desktop.screens.timeline import draw_timeline
from game.marks import N_
from game.reports.script import RuleFacts
from game.session.views import Result, ScoreView
from game.telling import Teller, _, numbers, told

if TYPE_CHECKING:
    from game.session.match import Match

_SECTIONS = (
    Option("points", N_("Turning points")),
    Option("rules", N_("Rules that fired")),
    Option("turns", N_("Turn by turn")),
)


class Ending(Screen):
    """The end screen; with several people each can look at their own."""

    name = "ending"
    first_focus = "debrief"

    def __init__(self, app: Shell, table: Seating) -> None:
        super().__init__(app)
        self.table = table
        self.seat = table.seats[0]
        self.chart = ChartCard()
        self.section = "points"
        self._told: tuple[RuleFacts, ...] | None = None
        self._results: dict[str, Result] = {}

    @property
    def result(self) -> Result:
        """Of the seat shown."""
        if self.seat not in self._results:
            self._results[self.seat] = self.table.clients[self.seat].result()
        return self._results[self.seat]

    def build(self, canvas: Canvas) -> None:
        theme = canvas.theme
        inner = canvas.rect.inflate(-2 * theme.px(14), -2 * theme.px(12))
        foot_height = self._foot_height(canvas, inner.width)
        body, foot = cut_bottom(inner, foot_height, theme.px(12))
        if roomy(canvas.rect.size, theme.text_size()):
            self._wide(canvas, body)
        else:
            with scroll(canvas, "all", body) as column:
                self._verdict(column)
                self._parts(column)
                self._points(column)
                rect = column.take(theme.letter(260))
                self.chart.draw(canvas, rect, self.table.clients[self.seat].view)
        button_row(Column(canvas, foot.x, foot.y, foot.width), self._buttons(), align="right")

    def _wide(self, canvas: Canvas, body: pygame.Rect) -> None:
        theme = canvas.theme
        left, right = columns(body, (46, 54), theme.gap)
        canvas.card(left)
        with scroll(canvas, "left", left.inflate(-2 * theme.px(14), -2 * theme.px(14))) as column:
            self._verdict(column)
            self._parts(column)
        above, below = rows(right, (1, 1), theme.gap)
        canvas.card(above)
        with scroll(canvas, "points", above.inflate(-2 * theme.px(14), -2 * theme.px(12))) as column:
            self._points(column)
        self.chart.draw(canvas, below, self.table.clients[self.seat].view)

    def _foot_height(self, canvas: Canvas, width: int) -> int:
        """Height of the buttons when they need more than a line."""
        gap = canvas.theme.px(8)
        lines, used = 1, 0
        for spec in self._buttons():
            needed = button_width(canvas, spec.label, spec.icon)
            if used and used + gap + needed > width:
                lines, used = lines + 1, 0
            used += needed + (gap if used else 0)
        return lines * canvas.row + (lines - 1) * gap

    def _buttons(self) -> tuple[ButtonSpec, ...]:
        title = ButtonSpec("title", _("Title"), self.back, icon="house", tip=_("Back to the title (Esc)"))
        match = self.table.own
        return (title,) if match is None else (*self._unkept(match), title, *self._onward(match))

    def _unkept(self, match: Match) -> tuple[ButtonSpec, ...]:
        tip = _("Not all of it is on disk")
        save = partial(self.app.go, "elsewhere", match)
        return () if match.on_disk else (ButtonSpec("elsewhere", _("Save elsewhere"), save, icon="save", tip=tip),)

    def _onward(self, match: Match) -> tuple[ButtonSpec, ...]:
        tip = _("The same chances, other decisions")
        page = _("One page with tables and curves")
        debrief = partial(write_debrief, self.app, match.log_path)
        return (
            ButtonSpec("again", _("Same seed again"), partial(self._again, match), icon="rotate-ccw", tip=tip),
            ButtonSpec("debrief", _("Save debrief"), debrief, "primary", "file-text", page),
        )

    # --- parts --------------------------------------------------------------------------------------------------

    def _verdict(self, column: Column) -> None:
        canvas, theme = column.canvas, column.canvas.theme
        if self.table.shared:
            lexicon = self.table.clients[self.seat].view.lexicon
            options = [Option(seat, _(lexicon.name("nations", seat))) for seat in self.table.seats]
            choice(column, "seat", "", options, self.seat, self._show)
            column.skip(12)
        won = self.result.won
        tone: Tone = "good" if won else "bad"
        rect = column.take(max(canvas.line_height("display"), theme.letter(34)))
        side = theme.letter(44)
        canvas.icon(
            "trophy" if won else "circle-x",
            pygame.Rect(rect.x, rect.y, side, rect.height),
            canvas.palette.tone(tone),
            34,
        )
        points = _("{points} of 100").format(points=numbers.number(self.result.total, 0))
        width = canvas.width(points, "title", "bold") + theme.px(8)
        words = pygame.Rect(rect.x + side, rect.y, rect.width - side - width, rect.height)
        canvas.words(words, _("Won") if won else _("Lost"), "display", "bold", canvas.palette.tone(tone))
        canvas.words(rect, points, "title", "bold", align="right")
        column.skip(8)
        column.paragraph(f"{self._teller().sentence(self.result.verdict)}.")
        column.skip(14)
        match, lost = self.table.own, self.table.leaving()
        if match is not None and lost:
            remark(column, "warn", f"{told(match.save_problem)} {lost}".strip())
            column.skip(14)

    def _teller(self) -> Teller:
        return self.table.clients[self.seat].teller

    def _show(self, seat: str) -> None:
        self.seat = seat

    def _parts(self, column: Column) -> None:
        column.heading(_("Score by part"))
        for part in self.result.parts:
            self._part(column, part)
        column.skip(8)

    def _part(self, column: Column, part: ScoreView) -> None:
        canvas, theme = column.canvas, column.canvas.theme
        share = present.counts(part, self.result.parts)
        counts = _("{points} of 100, counts {share}").format(points=numbers.number(part.points, 0), share=share)
        line = column.take(canvas.line_height())
        width = canvas.width(counts, "body", "semibold") + theme.px(8)
        canvas.words(
            pygame.Rect(line.x, line.y, line.width - width, line.height),
            _(part.label),
            "body",
            "semibold",
            shorten=True,
        )
        canvas.words(line, counts, "body", "semibold", align="right")
        column.skip(4)
        bar = column.take(theme.px(10))
        tone: Tone = "good" if part.points >= 60 else "warn" if part.points >= 30 else "bad"
        if canvas.seen(bar):
            meter(canvas.surface, bar, part.points / 100.0, theme, tone)
        column.skip(4)
        column.paragraph(self._teller().measured(part), "small", canvas.palette.muted)
        column.skip(9)

    def _points(self, column: Column) -> None:
        """Turning points over a line of the turns, the rival's rules, or the whole course."""
        canvas, theme = column.canvas, column.canvas.theme
        choice(column, "after", "", spoken(_SECTIONS), self.section, self._turn_to)
        column.skip(12)
        if self.section == "rules":
            draw_rules(column, self._rules())
            return
        if self.section == "turns":
            draw_turns(column, self._teller(), self.table.clients[self.seat].past())
            return
        view = self.table.clients[self.seat].view
        points = self.result.turning_points
        rect = column.take(theme.letter(34))
        if canvas.seen(rect):
            draw_timeline(
                canvas, rect, view.turns, {p.turn: present.HEADLINE_TONES.get(p.tone, "plain") for p in points}
            )
        column.skip(8)
        if points:
            draw_headlines(column, self._teller(), points)
        else:
            column.paragraph(_("No single turn decided it: the course was steady."), colour=canvas.palette.muted)

    def _turn_to(self, section: str) -> None:
        self.section = section

    def _rules(self) -> tuple[RuleFacts, ...]:
        if self._told is None:
            self._told = self.table.rules()
        return self._told

    # --- acting -------------------------------------------------------------------------------------------------

    def _again(self, match: Match) -> None:
        """A new match with the same seed, people and doctrines."""
        from game.desktop.screens.opening import again

        again(self.app, match)

    def leaving(self) -> str:
        return self.table.leaving()

    def _leave(self) -> None:
        self.app.reset(self.app.make("title"))

    def back(self) -> None:
        lost = self.leaving()
        if lost:
            self.app.push(Ask(self.app, _("Leave the match?"), lost, _("Leave"), self._leave))
        else:
            self._leave()
