"""The turn of who leads the rival: a curtain, then what it may do, each with a switch, and what its script would."""

from __future__ import annotations

from functools import partial

from game.desktop.kit.buttons import ButtonSpec, button_row
from game.desktop.kit.canvas import Canvas
from game.desktop.kit.column import Column
from game.desktop.kit.inputs import switch
from game.desktop.kit.layout import cut_bottom, cut_top
from game.desktop.kit.screen import Screen, Shell
from game.desktop.kit.scroll import scroll
from game.desktop.screens.table import Table
from game.session.rival_moves import Move
from game.telling import Teller, _, numbers
from game.telling.redcell import doing, standing


class RedCellScreen(Screen):
    """Seats have sealed their orders; the rival decides last and the turn is played."""

    name = "redcell"
    first_focus = "alone"

    def __init__(self, app: Shell, table: Table) -> None:
        super().__init__(app)
        self.table = table
        self.view = table.match.rival_view()
        self.rival = Teller(self.view.lexicon).name("nations", self.view.lexicon.rival)
        self.alone = False
        self.chosen: list[str] = []

    def build(self, canvas: Canvas) -> None:
        theme = canvas.theme
        inner = canvas.rect.inflate(-2 * theme.px(24), -2 * theme.px(20))
        head, rest = cut_top(inner, canvas.line_height("display"), theme.px(12))
        title = _("{rival}, turn {turn}: what it may do") if self.alone else _("Hand over to {player}")
        told = title.format(rival=self.rival, turn=self.view.turn + 1, player=self.table.match.red_cell)
        canvas.words(head, told, "display", "bold", shorten=True)
        body, foot = cut_bottom(rest, canvas.row + theme.px(4), theme.px(12))
        with scroll(canvas, "moves", body) as column:
            column.width = min(column.width, theme.letter(820))
            if self.alone:
                self._moves(column)
            else:
                column.paragraph(_("Nobody else should look at the screen now."), colour=canvas.palette.muted)
        self._foot(Column(canvas, foot.x, foot.y, foot.width))

    def _moves(self, column: Column) -> None:
        told = _(
            "What is switched on comes in the first month from {month} to {until} in which its condition holds. What "
            "is not does not come. Its price, its length and its rest are those of the script."
        )
        months = {"month": numbers.month(self.view.month), "until": numbers.month(self.view.until)}
        column.paragraph(told.format(**months), colour=column.canvas.palette.muted)
        column.skip(10)
        for move in self.view.moves:
            self._move(column, move)

    def _move(self, column: Column, move: Move) -> None:
        muted, name = column.canvas.palette.muted, _(move.name)
        if self.view.away(move):
            column.paragraph(f"**{name}**", colour=muted)
        else:
            on, change = move.rule in self.chosen, partial(self._set, move.rule)
            switch(column, f"move:{move.rule}", name, on=on, change=change)
        column.paragraph(doing(self.view, move))
        column.paragraph(standing(self.view, move), "small", muted)
        column.rule()

    def _set(self, rule: str, on: bool) -> None:  # noqa: FBT001 - a switch hands it over by position
        self.chosen = [*self.chosen, rule] if on else [one for one in self.chosen if one != rule]

    def _foot(self, column: Column) -> None:
        if not self.alone:
            tip = _("Shows what {rival} may do").format(rival=self.rival)
            button_row(column, (ButtonSpec("alone", _("I am alone"), self._open, "primary", "eye", tip),))
            return
        script = ButtonSpec("script", _("As the script does"), partial(self._end, None), tip=_("The program decides"))
        end = ButtonSpec("decide", _("End the turn"), partial(self._end, self.chosen), "primary", "send")
        button_row(column, (script, end))

    def _open(self) -> None:
        self.alone, self.focus = True, ""

    def _end(self, chosen: list[str] | None) -> None:
        self.table.match.lead_rival(chosen)
        self.app.sounds.play("confirm")
        self.table.resolve()

    def leaving(self) -> str:
        return self.table.leaving()

    def back(self) -> None:
        """Esc does nothing here: what the rival is about to do is nobody else's to see."""
