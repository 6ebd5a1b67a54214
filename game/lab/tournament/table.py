"""A tournament as tables, a seat each."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.content.package import Package
from game.lab.tournament.run import Seat, Tournament
from game.session.lexicon import Lexicon
from game.telling import Teller, _, ngettext, sheet
from game.telling.numbers import number, write
from game.telling.sheet import Sheet, to_right

_WIDTH = 80
_CELLS = (38, 10, 10, 16)
"""Least widths of the columns, so that those of all seats stand below each other."""


def lines(package: Package, done: Tournament) -> Iterator[str]:
    """The whole report, no line longer than a screen of 80 columns."""
    text = ngettext(
        "{title}: {number} match at each table, seed {seed}",
        "{title}: {number} matches at each table, seed {seed}",
        done.seeds,
    )
    yield text.format(title=_(done.title), number=done.seeds, seed=done.seed)
    for each in sheets(package, done):
        yield ""
        yield from sheet.lines(each, _WIDTH, at_least=_CELLS)
    yield ""
    yield from sheet.lines(Sheet("", (), (), chosen()), _WIDTH)


def chosen() -> str:
    """How doctrines and tables were chosen."""
    return _(
        "In each seat play the doctrines that suit it: all but those that lead only other seats when nobody does."
        " A table is what the others play, of the doctrines that suit them and go by rules; where there are many, some"
        " are drawn."
        " The best answer to a table is the doctrine with the most points at it."
    )


def sheets(package: Package, done: Tournament) -> Iterator[Sheet]:
    """Doctrines of each seat, the best first."""
    teller = Teller(Lexicon.of_control(package))
    for seat in done.seats:
        yield _of_seat(seat, teller)


def _of_seat(seat: Seat, teller: Teller) -> Sheet:
    columns = (
        teller.name("nations", seat.seat),
        to_right(_("points")),
        to_right(_("won")),
        to_right(_("best answer")),
    )
    order = np.argsort(-seat.means, kind="stable")
    return Sheet("", columns, tuple(_row(seat, int(place), teller) for place in order))


def _row(seat: Seat, place: int, teller: Teller) -> tuple[str, ...]:
    doctrine = seat.doctrines[place]
    best = _("{number} of {tables}").format(number=int(seat.best_at[place]), tables=seat.tables)
    points, won = number(float(seat.means[place]), 1), write(float(seat.wins[place]), "share")
    return f"{teller.name('doctrines', doctrine)} ({doctrine})", points, won, best
