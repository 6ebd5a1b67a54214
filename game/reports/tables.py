"""The monthly record of a match as a tidy table, and the dictionary that explains it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from game.engine.metrics import METRICS
from game.engine.world import Calendar
from game.marks import N_
from game.reports import so_far, spreadsheet, tidy
from game.reports.script import teller_of
from game.session.keys import Key
from game.session.match import Match
from game.session.views import Series, View
from game.telling import Teller

_OWN = ("nation", "good", "stage")
"""Arguments that have a column of their own."""

COLUMNS: Mapping[str, str] = {
    "run": N_("name of the run: the file name of the log without its ending"),
    "seed": N_("seed of every draw of the match"),
    "turn": N_("turn of the match, from 1; 0 is the eve, before the first"),
    "month": N_("calendar month, YYYY-MM, at whose end the value was taken"),
    **{column: tidy.PLACES[column] for column in _OWN},
    "variable": N_("name of the variable; further arguments (site, project, line, second nation) follow in brackets"),
    "value": N_("the value"),
    "unit": N_("its unit"),
}


@dataclass(frozen=True)
class Table:
    """What a table is made of. A match that goes on hides its seed: the column is then left out."""

    run: str
    seed: int | None
    eve: str
    months: Sequence[str]
    turn_months: int
    series: tuple[tuple[Key, Series], ...]
    words: Mapping[str, str]
    """What the meanings of variables may name."""

    @property
    def columns(self) -> dict[str, str]:
        """Column and what it holds."""
        return {name: meaning for name, meaning in COLUMNS.items() if name != "seed" or self.seed is not None}

    def rows(self) -> Iterator[dict[str, object]]:
        """A row for each series and month; the first is the start, the end of the month before."""
        labels = (self.eve, *self.months)
        for (name, *arguments), series in self.series:
            place = _place(name, arguments)
            for month, value in zip(series.months, series.values, strict=True):
                yield {
                    "run": self.run,
                    **({} if self.seed is None else {"seed": self.seed}),
                    "turn": (month - 1) // self.turn_months + 1 if month else 0,
                    "month": labels[month],
                    **place,
                    "value": value,
                    "unit": METRICS[name].unit,
                }


def of_all(match: Match, run: str) -> Table:
    """The whole record of a match."""
    control, calendar = match.control, match.control.world.calendar
    return Table(
        run=run,
        seed=control.seed,
        eve=calendar.label(-1),
        months=[calendar.label(month) for month in range(calendar.months)],
        turn_months=calendar.turn_months,
        series=tuple((key, control.history(*key)) for key in control.recorded()),
        words=tidy.words(teller_of(match)),
    )


def of_seat(view: View, run: str) -> Table:
    """What of the record a seat may see while the match goes on."""
    months = view.briefing.months
    year, month = map(int, months[0].split("-"))
    eve = Calendar(12 * year + month - 1, view.turn_months, view.turns).label(-1)
    return Table(run, None, eve, months, view.turn_months, tuple(so_far.series(view)), tidy.words(Teller.of(view)))


def data(table: Table) -> spreadsheet.Table:
    """A row for each value."""
    return tidy.whole(tuple(table.columns), table.rows())


def _place(name: str, arguments: Iterable[str]) -> dict[str, str]:
    """The columns nation, good, stage and variable for one series."""
    found = dict(zip(tidy.columns_of(name), arguments, strict=True))
    place = {column: found.pop(column, tidy.ALL) for column in _OWN}
    return {**place, "variable": f"{name}[{','.join(found.values())}]" if found else name}


def dictionary(table: Table) -> spreadsheet.Table:
    """What the columns and variables of the table mean."""
    used = sorted({name for (name, *_), _ in table.series})
    entries = [tidy.variable_entry(name, tidy.columns_of(name), table.words) for name in used]
    return tidy.whole(tidy.DICTIONARY, [*tidy.column_entries(table.columns), *entries])
