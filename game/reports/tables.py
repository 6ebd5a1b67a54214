"""The monthly record of a match as a tidy table, and the dictionary that explains it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from game.engine.metrics import METRICS
from game.reports import tidy
from game.session.match import Match

_OWN = ("nation", "material", "stage")
"""Arguments that have a column of their own."""

COLUMNS: Mapping[str, str] = {
    "run": "name of the run: the file name of the log without its ending",
    "seed": "seed of every draw of the match",
    "turn": "turn of the match, from 1; 0 is the eve, before the first",
    "month": "calendar month, YYYY-MM, at whose end the value was taken",
    **{column: tidy.PLACES[column] for column in _OWN},
    "variable": "name of the variable; further arguments (site, project, line, second nation) follow in brackets",
    "value": "the value",
    "unit": "its unit",
}


def write_data(match: Match, run: str, path: Path) -> None:
    """Write the record of `match` to `path`, a row for each value.

    Raises:
        OSError: when the file cannot be written.
    """
    tidy.write_table(path, tuple(COLUMNS), rows(match, run))


def rows(match: Match, run: str) -> Iterator[dict[str, object]]:
    """The record of `match`, a row for each series and month; the first is the start, the end of the month before."""
    calendar = match.control.world.calendar
    for name, *arguments in match.control.recorded():
        series = match.control.history(name, *arguments)
        place = _place(name, arguments)
        for month, value in zip(series.months, series.values, strict=True):
            yield {
                "run": run,
                "seed": match.control.seed,
                "turn": (month - 1) // calendar.turn_months + 1 if month else 0,
                "month": calendar.label(month - 1),
                **place,
                "value": f"{value:.9g}",
                "unit": METRICS[name].unit,
            }


def _place(name: str, arguments: Iterable[str]) -> dict[str, str]:
    """The columns nation, material, stage and variable for one series."""
    found = dict(zip(tidy.columns_of(name), arguments, strict=True))
    place = {column: found.pop(column, tidy.ALL) for column in _OWN}
    return {**place, "variable": f"{name}[{','.join(found.values())}]" if found else name}


def write_dictionary(match: Match, path: Path) -> None:
    """Write what the columns and variables of the table mean.

    Raises:
        OSError: when the file cannot be written.
    """
    used = sorted({name for name, *_ in match.control.recorded()})
    entries = [tidy.variable_entry(name, tidy.columns_of(name)) for name in used]
    tidy.write_table(path, tidy.DICTIONARY, [*tidy.column_entries(COLUMNS), *entries])
