"""Tidy tables: a value a row, and a column for every kind of thing that a value may be of."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from game.engine.metrics import METRICS

DICTIONARY = ("kind", "name", "by", "unit", "meaning")
"""Columns of a data dictionary; `by` lists the columns that say what a value of the variable is of."""

PLACES: Mapping[str, str] = {
    "nation": "identifier of the nation; empty where the variable has none",
    "partner": "identifier of the second nation; empty where the variable has none",
    "origin": "identifier of the group of exporting nations from which imports come; empty where the variable has none",
    "material": "identifier of the material; empty where the variable has none",
    "stage": "identifier of the stage whose good it is; empty where the variable has none",
    "site": "identifier of the mine or plant; empty where the variable has none",
    "project": "identifier of the project; empty where the variable has none",
    "sector": "identifier of the sector of industry; empty where the variable has none",
    "line": "identifier of the line of research; empty where the variable has none",
    "agreement": "identifier of the kind of agreement; empty where the variable has none",
    "rule": "identifier of the rule of the rival; empty where the variable has none",
}
"""Column and what it holds, for everything that a metric may be of."""

_COLUMN = {"N": "nation", "X": "origin", "M": "material", "K": "stage", "S": "site", "P": "project", "J": "sector",
           "L": "line", "A": "agreement", "R": "rule"}  # fmt: skip


def columns_of(metric: str) -> Iterator[str]:
    """The column of each argument of a metric, in their order."""
    axes = METRICS[metric].axes
    for place, axis in enumerate(axes):
        yield "partner" if axis == "N" and "N" in axes[:place] else _COLUMN[axis]


def write_table(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> None:
    """Write `rows` as CSV; a column that a row does not have stays empty.

    Raises:
        OSError: when the file cannot be written.
    """
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        table.writeheader()
        table.writerows(rows)


def column_entries(columns: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Rows of a dictionary that explain `columns`."""
    for name, meaning in columns.items():
        yield {"kind": "column", "name": name, "meaning": meaning}


def variable_entry(metric: str, by: Iterable[str]) -> dict[str, str]:
    """The row of a dictionary that explains a metric."""
    entry = METRICS[metric]
    return {"kind": "variable", "name": metric, "by": ", ".join(by), "unit": entry.unit, "meaning": entry.meaning}
