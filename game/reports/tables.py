"""The monthly record of a match as a tidy table, and the dictionary that explains it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from game.engine.metrics import METRICS, argument_axis
from game.session.match import Match

COLUMNS: Mapping[str, str] = {
    "run": "name of the run: the file name of the log without its ending",
    "seed": "seed of every draw of the match",
    "turn": "turn of the match, from 1; empty before the first",
    "month": "calendar month, YYYY-MM, at whose end the value was taken",
    "nation": "identifier of the nation; empty where the variable has none",
    "material": "identifier of the material; empty where the variable has none",
    "stage": "identifier of the stage; empty where the variable has none",
    "variable": "name of the variable; further arguments (site, project, line, second nation) follow in brackets",
    "value": "the value",
    "unit": "its unit",
}
_OWN_COLUMN = {"N": "nation", "M": "material", "K": "stage"}


def write_data(match: Match, run: str, path: Path) -> None:
    """Write the record of `match` to `path`, a row for each value.

    Raises:
        OSError: when the file cannot be written.
    """
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        table.writeheader()
        table.writerows(rows(match, run))


def rows(match: Match, run: str) -> Iterator[dict[str, object]]:
    """The record of `match`, a row for each series and month; the first is the start, the end of the month before."""
    calendar = match.world.calendar
    for name, *arguments in match.recorded():
        series = match.history(name, *arguments)
        place = _place(name, arguments)
        for month, value in zip(series.months, series.values, strict=True):
            yield {
                "run": run,
                "seed": match.seed,
                "turn": (month - 1) // calendar.turn_months + 1 if month else "",
                "month": calendar.label(month - 1),
                **place,
                "value": f"{value:.9g}",
                "unit": METRICS[name].unit,
            }


def _place(name: str, arguments: Iterable[str]) -> dict[str, str]:
    """The columns nation, material, stage and variable for one series."""
    place = {"nation": "", "material": "", "stage": ""}
    further = []
    for axis, argument in zip(METRICS[name].axes, arguments, strict=True):
        column = _OWN_COLUMN.get(axis)
        if column and not place[column]:
            place[column] = argument
        else:
            further.append(argument)
    return {**place, "variable": f"{name}[{','.join(further)}]" if further else name}


def write_dictionary(match: Match, path: Path) -> None:
    """Write what the columns and variables of the table mean.

    Raises:
        OSError: when the file cannot be written.
    """
    used = {name for name, *_ in match.recorded()}
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("kind", "name", "by", "unit", "meaning"))
        for column, meaning in COLUMNS.items():
            table.writerow(("column", column, "", "", meaning))
        for name in sorted(used):
            entry = METRICS[name]
            by = ", ".join(argument_axis(axis) for axis in entry.axes)
            table.writerow(("variable", name, by, entry.unit, entry.meaning))
