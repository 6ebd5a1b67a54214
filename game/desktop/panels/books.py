"""The books: what came in and went out in the last turn, and what the coming one will leave."""

from __future__ import annotations

from game.desktop.kit.column import Column
from game.desktop.kit.theme import Tone
from game.desktop.panels.panel import Cell, remark, table
from game.session.views import Cause, View
from game.telling import Teller, _, numbers

_MONEY = "US$ million"


def draw_books(column: Column, view: View, teller: Teller) -> None:
    """The statement of the last turn, and the forecast of the one that is being played."""
    if view.books is not None:
        column.heading(_("Books of the last turn"))
        lines = [_line(_("At its start"), view.books.opening)]
        lines += [_moved(teller, line) for line in view.books.lines]
        table(column, ("", _("US$")), [*lines, _line(_("Now, with the new income"), view.books.closing)])
        column.skip(12)
    if view.finished:
        return
    column.heading(_("Running costs of this turn"))
    foreseen = view.forecast
    begins = _line(_("Budget after your orders"), view.budget_after)
    lines = [begins, *(_moved(teller, line) for line in foreseen.lines)]
    tone: Tone = "bad" if foreseen.left < 0.0 else "plain"
    table(column, ("", _("US$")), [*lines, _line(_("Left at its end"), foreseen.left, tone)])
    if foreseen.left < 0.0:
        column.skip(6)
        remark(column, "warn", _("The budget does not reach: what it cannot pay is cut."))
    column.skip(12)


def _moved(teller: Teller, line: Cause) -> tuple[Cell, Cell]:
    return Cell(teller.sentence(line.what)), Cell(numbers.change(line.size.value, _MONEY))


def _line(label: str, amount: float, tone: Tone = "plain") -> tuple[Cell, Cell]:
    return Cell(label, tone), Cell(numbers.write(amount, _MONEY), tone, strong=True)
