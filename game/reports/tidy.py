"""Tidy tables: a value a row, and a column for every kind of thing that a value may be of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from game.engine.metrics import METRICS
from game.marks import N_
from game.reports.spreadsheet import Table
from game.telling import Teller, _

DICTIONARY = ("kind", "name", "by", "unit", "meaning")
"""Columns of a data dictionary; `by` lists the columns that say what a value of the variable is of, `ALL` is none."""

ALL = "all"
"""Stands in a column of `PLACES` where a value is not of one of them. Libraries that read tables take an empty cell,
and words like NA, None and null, for a missing value and leave such rows out when they group; this word they keep."""

NOT_SO = "-"
"""Stands in a column of a dictionary that means nothing for the kind of entry."""

PLACES: Mapping[str, str] = {
    "nation": N_("identifier of the nation"),
    "partner": N_("identifier of the second nation"),
    "origin": N_("identifier of the group of exporting nations from which imports come"),
    "good": N_("identifier of the good"),
    "stage": N_("identifier of the stage"),
    "site": N_("identifier of the mine or plant"),
    "project": N_("identifier of the project"),
    "sector": N_("identifier of the sector of industry"),
    "line": N_("identifier of the line of research"),
    "agreement": N_("identifier of the kind of agreement"),
    "rule": N_("identifier of the rule of the script"),
}
"""Column and what it holds, for everything that a metric may be of; `ALL` where a value is not of one."""


def columns_of(metric: str) -> tuple[str, ...]:
    """The column of each argument of a metric, in their order."""
    return METRICS[metric].places


def whole(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> Table:
    """A table no cell of which is empty: `NOT_SO` stands in a column that a row does not have."""
    return Table(tuple(columns), [[row.get(column, NOT_SO) for column in columns] for row in rows])


def column_entries(columns: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Rows of a dictionary that explain `columns`."""
    for name, meaning in columns.items():
        told = _(meaning)
        if name in PLACES:
            told = _("{meaning}; '{all}' where the variable is not divided by it").format(meaning=told, all=ALL)
        yield {"kind": "column", "name": name, "meaning": told}


def words(teller: Teller) -> dict[str, str]:
    """What the meaning of a metric may name; the rival is not named, for tables of scenarios lie side by side."""
    return {**teller.words(), "rival": _("the rival")}


def variable_entry(metric: str, by: Iterable[str], named: Mapping[str, str]) -> dict[str, str]:
    """The row of a dictionary that explains a metric; `named` are the words that its meaning may name."""
    entry, columns = METRICS[metric], ", ".join(by) or ALL
    meaning = _(entry.meaning).format(**named)
    return {"kind": "variable", "name": metric, "by": columns, "unit": entry.unit, "meaning": meaning}
