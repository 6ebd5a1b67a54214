"""Tidy tables: a value a row, and a column for every kind of thing that a value may be of."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from game.engine.metrics import METRICS

DICTIONARY = ("kind", "name", "by", "unit", "meaning")
"""Columns of a data dictionary; `by` lists the columns that say what a value of the variable is of, `ALL` is none."""

ALL = "all"
"""Stands in a column of `PLACES` where a value is not of one of them. Libraries that read tables take an empty cell,
and words like NA, None and null, for a missing value and leave such rows out when they group; this word they keep."""

NOT_SO = "-"
"""Stands in a column of a dictionary that means nothing for the kind of entry."""

_UNDIVIDED = f"; '{ALL}' where the variable is not divided by it"

PLACES: Mapping[str, str] = {
    "nation": f"identifier of the nation{_UNDIVIDED}",
    "partner": f"identifier of the second nation{_UNDIVIDED}",
    "origin": f"identifier of the group of exporting nations from which imports come{_UNDIVIDED}",
    "material": f"identifier of the material{_UNDIVIDED}",
    "stage": f"identifier of the stage whose good it is{_UNDIVIDED}",
    "site": f"identifier of the mine or plant{_UNDIVIDED}",
    "project": f"identifier of the project{_UNDIVIDED}",
    "sector": f"identifier of the sector of industry{_UNDIVIDED}",
    "line": f"identifier of the line of research{_UNDIVIDED}",
    "agreement": f"identifier of the kind of agreement{_UNDIVIDED}",
    "rule": f"identifier of the rule of the rival{_UNDIVIDED}",
}
"""Column and what it holds, for everything that a metric may be of."""


def columns_of(metric: str) -> tuple[str, ...]:
    """The column of each argument of a metric, in their order."""
    return METRICS[metric].places


def write_table(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> None:
    """Write `rows` as CSV, no cell of it empty; `NOT_SO` stands in a column that a row does not have.

    Raises:
        OSError: when the file cannot be written.
    """
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, columns, restval=NOT_SO, lineterminator="\n")
        table.writeheader()
        table.writerows(rows)


def column_entries(columns: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Rows of a dictionary that explain `columns`."""
    for name, meaning in columns.items():
        yield {"kind": "column", "name": name, "meaning": meaning}


def variable_entry(metric: str, by: Iterable[str]) -> dict[str, str]:
    """The row of a dictionary that explains a metric."""
    entry, columns = METRICS[metric], ", ".join(by) or ALL
    meaning = entry.meaning.format(rival="the rival")
    return {"kind": "variable", "name": metric, "by": columns, "unit": entry.unit, "meaning": meaning}
