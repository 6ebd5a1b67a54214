"""The card behind a figure: what it means, what moved it, where it comes from."""

from __future__ import annotations

from game.desktop.kit.column import Column
from game.desktop.kit.dialog import Dialog
from game.desktop.kit.screen import Shell
from game.session.views import Why
from game.telling import Teller, _, numbers


class WhyCard(Dialog):
    """Shows a `Why` with the figure's label and its value now."""

    name = "why"
    width = 560

    def __init__(self, app: Shell, label: str, value: str, teller: Teller, why: Why) -> None:
        super().__init__(app)
        self._title = label
        self.value = value
        self.teller = teller
        self.why = why

    @property
    def title(self) -> str:
        return self._title

    def body(self, column: Column) -> None:
        if self.value:
            column.line(self.value, "display", "bold", column.canvas.palette.accent, shorten=True)
            column.skip(4)
        column.paragraph(self.teller.sentence(self.why.meaning))
        column.skip(12)
        causes = tuple(self.teller.owed(one) for one in self.why.causes)
        sources = tuple(self.teller.citation(one) for one in self.why.sources)
        change = numbers.change(self.why.moved, self.why.unit)
        moved = _("What moved it in the last turn: {change}").format(change=change)
        nothing = _("Nothing that was ordered or that happened counts for much of it.")
        self._list(column, moved if self.why.moved else _("What moved it in the last turn"), causes, nothing)
        self._list(column, _("Sources"), sources, _("It follows from the course of the match, not from a source."))

    def _list(self, column: Column, title: str, lines: tuple[str, ...], empty: str) -> None:
        column.heading(title)
        for line in lines or (empty,):
            bullet = column.canvas.theme.letter(14)
            column.canvas.paragraph(column.x, column.y, bullet, "•", colour=column.canvas.palette.muted)
            height = column.canvas.paragraph(column.x + bullet, column.y, column.width - bullet, line)
            column.y += height
            column.skip(4)
        column.skip(8)
