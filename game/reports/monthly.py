"""The monthly table: every figure of a match, month by month, for anyone's own checks, and its data dictionary.

It is written as the match goes on. What can never be anything else than nothing has no rows, and neither has a figure
that does not exist, such as a quota where none stands.
"""

from __future__ import annotations

import contextlib
import csv
import io
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TextIO

from game.content.package import Package
from game.engine.metrics import METRICS, When
from game.engine.state import State
from game.engine.world import World
from game.marks import N_
from game.reports import spreadsheet, tidy
from game.reports.variables import VARIABLES, Variable
from game.session.lexicon import Lexicon
from game.session.origins import members
from game.session.readings import Readings
from game.telling import Teller, _

_MEASURE = "figure"
"""Stands for the word of a value that is no code; the dictionary says so."""

COLUMNS: Mapping[str, str] = {
    "month": N_("calendar month, YYYY-MM"),
    "index": N_("months played: 1 is the first month of the match, 0 the eve, which has only what stands at its end"),
    "variable": N_("name of the variable, the same as in conditions of rules and doctrines"),
    **{column: meaning for column, meaning in tidy.PLACES.items() if column != "agreement"},
    "unit": N_("unit of the value"),
    "value": N_("the value"),
    "word": N_("what the value means in a word, where it is a code; 'figure' where it is none"),
}
_PLACES = tuple(column for column in COLUMNS if column in tidy.PLACES)
_WHEN = {
    When.MONTH: N_("of the whole month; flows are the tonnes of that month"),
    When.END: N_("what stands at the end of the month, before the incomes and orders of the next turn"),
}
_NOTES = {
    "balance": N_(
        "stock and yard a month before + flow_production + flow_recycled + flow_release + flow_imports = flow_use + "
        "flow_purchase + flow_exports + stock and yard, for each nation and good; scrap apart, which use leaves behind"
    ),
    "use": N_(
        "flow_need = flow_use + flow_unmet + what works could have had and did not take, as they lacked another feed; "
        "the part of industry in it is that without flow_feed"
    ),
    "left out": N_(
        "what the rule set and the scenario never let be anything but 0 (licences, activity, exports of "
        "industry: but 1) has no rows, whatever the seed and the doctrines, such as imports of a good that no industry "
        "and no plant of the nation takes; two matches of a scenario have the same rows"
    ),
    "no figure": N_("the one exception: quota_by_good has no row in a month in which no quota stands"),
    "all": N_(
        "a variable has either identifiers or 'all' in a column, never both: nothing is counted twice in a sum over "
        "it. No cell is empty, so that grouping by any of the columns keeps every row"
    ),
    "hosts": N_(
        "of a site or a project the nation is the host, and stage is that of what it makes; of promised the nation is "
        "the one to which it is promised"
    ),
    "origins": N_(
        "imports come from groups of exporters: which nation of a group sold to whom is no part of the model"
    ),
    "contracts": N_("what a single site delivers under contract is no part of the record: promised is the share owed"),
}


@dataclass(frozen=True)
class _Series:
    """One variable of one thing."""

    variable: Variable
    text: str
    """Its part of a row, from the variable to the unit."""


class MonthlyTable(contextlib.AbstractContextManager["MonthlyTable"]):
    """The file `path`, into which `write` puts month after month.

    Raises:
        OSError: when the file cannot be made or written, also from `write` and at the end.
    """

    def __init__(self, package: Package, path: Path) -> None:
        world = package.world
        keys = [(variable, key) for variable in VARIABLES for key in variable.keys(world)]
        self._calendar = world.calendar
        self._series = [_Series(variable, _text(variable.columns(world, key), key[0])) for variable, key in keys]
        self._readings = Readings(world, [key for _, key in keys])
        self._path = path
        self._file: TextIO = path.open("w", encoding="utf-8", newline="")
        self._put(_line(list(COLUMNS)))

    def write(self, state: State) -> None:
        """Write the month that has ended in `state`, a batch of one; of the eve what stands at its end."""
        start = f"{self._calendar.label(state.month - 1)},{state.month},"
        values = self._readings.of(state)[:, 0].tolist()
        rows = []
        for series, value in zip(self._series, values, strict=True):
            if math.isfinite(value) and (state.month or series.variable.at_end):
                rows.append(f"{start}{series.text}{value!r},{_word(series.variable, value)}\n")
        self._put("".join(rows))

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def _put(self, text: str) -> None:
        try:
            self._file.write(text)
            self._file.flush()
        except OSError as error:
            with contextlib.suppress(OSError):  # closing tries to write once more
                self._file.close()
            raise OSError(error.errno, error.strerror, str(self._path)) from error


def _text(columns: Mapping[str, str], metric: str) -> str:
    """The part of a row that every month of a series has in common."""
    places = [columns.get(column, tidy.ALL) for column in _PLACES]
    return _line([metric, *places, METRICS[metric].unit]).rstrip("\n") + ","


def _line(cells: list[str]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(cells)
    return text.getvalue()


def _word(variable: Variable, value: float) -> str:
    return variable.entry.codes[int(value)] if variable.entry.codes else _MEASURE


def write_dictionary(package: Package, path: Path) -> None:
    """Write what the columns, variables and identifiers of the table mean.

    Raises:
        OSError: when the file cannot be written.
    """
    columns = (*tidy.DICTIONARY[:-1], "when", tidy.DICTIONARY[-1])
    spreadsheet.write_csv(tidy.whole(columns, _entries(package)), path)


def _entries(package: Package) -> Iterator[dict[str, str]]:
    yield from tidy.column_entries(COLUMNS)
    for kind, texts in (("when", {when.value: text for when, text in _WHEN.items()}), ("note", _NOTES)):
        yield from ({"kind": kind, "name": name, "meaning": _(meaning)} for name, meaning in texts.items())
    words = tidy.words(Teller(Lexicon.of_control(package)))
    for variable in VARIABLES:
        yield _variable(variable, package.world, words)
    yield from _identifiers(package)


def _variable(variable: Variable, world: World, words: Mapping[str, str]) -> dict[str, str]:
    key = next(variable.keys(world), None)
    by = variable.columns(world, key) if key else dict.fromkeys(variable.entry.places, "")
    entry = tidy.variable_entry(variable.metric, (column for column in _PLACES if column in by), words)
    return {**entry, "when": variable.export.when.value}


def _identifiers(package: Package) -> Iterator[dict[str, str]]:
    """What each identifier stands for; of an origin the nations that belong to it."""
    names = package.world.names
    for place, name in enumerate(names.origins):
        nations = ", ".join(names.nations[nation] for nation in members(package.world, place))
        yield {"kind": "origin", "name": name, "meaning": _("exports of {nations}").format(nations=nations)}
    for kind, texts in (
        ("nation", package.nations),
        ("good", package.goods),
        ("stage", package.stages),
        ("site", package.sites),
        ("project", package.projects),
        ("sector", package.sectors),
        ("line", package.lines),
        ("rule", package.rules),
    ):
        yield from ({"kind": kind, "name": name, "meaning": _(text.name)} for name, text in texts.items())
