"""The books of a seat as sheets: the last turn line by line, and what the coming one will cost."""

from __future__ import annotations

from game.cli.text.amounts import MONEY
from game.session.views import Cause, View
from game.telling import Teller, _
from game.telling.numbers import change, number, write
from game.telling.sheet import Sheet, to_right


def statement(view: View) -> Sheet:
    """What came in and went out in the last turn."""
    teller, books, columns = Teller.of(view), view.books, (_("Line"), to_right(_("US$")))
    if books is None:
        return Sheet(_("Books"), columns, (), _("Nothing has been booked yet: the first turn is not over."))
    rows = [
        (_("At its start"), write(books.opening, MONEY)),
        *(_line(teller, line) for line in books.lines),
        (_("Now, with the new income"), write(books.closing, MONEY)),
    ]
    return Sheet(_("Books of turn {turn}").format(turn=books.turn + 1), columns, tuple(rows))


def forecast(view: View) -> Sheet:
    """What standing policies, and those of the draft, will cost until the turn ends."""
    teller, foreseen = Teller.of(view), view.forecast
    rows = [
        (_("Budget after your orders"), write(view.budget_after, MONEY)),
        *(_line(teller, line) for line in foreseen.lines),
        (_("Left at its end"), write(foreseen.left, MONEY)),
    ]
    notes = [_("At today's prices, as much as policies allow.")]
    if foreseen.left < 0.0:
        notes.insert(0, _("The budget does not reach: what it cannot pay is cut."))
    if foreseen.capital:
        notes.append(_forecast_capital(foreseen.capital))
    return Sheet(_("Running costs of this turn"), (_("Line"), to_right(_("US$"))), tuple(rows), " ".join(notes))


def _forecast_capital(points: float) -> str:
    text = (
        _("Your posture takes {points} political capital.")
        if points > 0.0
        else _("Your posture brings {points} political capital.")
    )
    return text.format(points=number(abs(points), 1))


def _line(teller: Teller, line: Cause) -> tuple[str, str]:
    return teller.sentence(line.what), change(line.size.value, MONEY)
