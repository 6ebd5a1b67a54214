"""The books of a seat as sheets: the last turn line by line, and what the coming one will cost."""

from __future__ import annotations

from game.cli.text.amounts import money
from game.session.views import View
from game.telling import Teller
from game.telling.numbers import change
from game.telling.sheet import Sheet

_MONEY = "US$ million"


def statement(view: View) -> Sheet:
    """What came in and went out in the last turn."""
    teller, books = Teller.of(view), view.books
    if books is None:
        return Sheet("Books", ("Line", "US$>"), (), "Nothing has been booked yet: the first turn is not over.")
    lines = [(teller.sentence(line.what), change(line.size.value, _MONEY)) for line in books.lines]
    rows = [("At its start", money(books.opening)), *lines, ("Now, with the new income", money(books.closing))]
    return Sheet(f"Books of turn {books.turn + 1}", ("Line", "US$>"), tuple(rows))


def forecast(view: View) -> Sheet:
    """What standing policies, and those of the draft, will cost until the turn ends."""
    teller, foreseen = Teller.of(view), view.forecast
    lines = [(teller.sentence(line.what), change(line.size.value, _MONEY)) for line in foreseen.lines]
    rows = [("Budget after your orders", money(view.budget_after)), *lines, ("Left at its end", money(foreseen.left))]
    short = "The budget does not reach: what it cannot pay is cut. " if foreseen.left < 0.0 else ""
    posture = f" Your posture takes {foreseen.capital:.1f} political capital." if foreseen.capital else ""
    note = f"{short}At today's prices, as much as policies allow.{posture}"
    return Sheet("Running costs of this turn", ("Line", "US$>"), tuple(rows), note)
