"""An event list: the table of a file, understood for a scenario and checked, or every finding in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from game.content.package import Package
from game.exercise import effects, files
from game.exercise.columns import COLUMNS, key
from game.exercise.event import Event, Reader
from game.exercise.findings import EventListError, Finding
from game.exercise.table import Table
from game.marks import N_, Said

Row = Event | tuple[str, ...]
"""An event, or the cells of a row that holds none."""


@dataclass(frozen=True)
class EventList:
    """A checked list. Its table is what `table` gives: all cells as they were read."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def events(self) -> tuple[Event, ...]:
        """The rows that hold an event, in order."""
        return tuple(row for row in self.rows if isinstance(row, Event))

    def table(self) -> Table:
        """The list as it is written to a file."""
        return Table(self.header, tuple(row.cells if isinstance(row, Event) else row for row in self.rows))


def read(name: str, data: bytes, package: Package) -> EventList:
    """The list in a file called `name`, checked for the scenario.

    Raises:
        EventListError: with every finding; nothing is loaded in part.
    """
    return understood(name, files.read(name, data), package)


def understood(name: str, table: Table, package: Package) -> EventList:
    """The list in `table`, checked for the scenario. Raises as `read`."""
    columns = [key(title) for title in table.header]
    if findings := _of_header(name, columns):
        raise EventListError(findings)
    reader = reader_of(columns, package)
    rows: list[Row] = []
    titles = dict(zip(columns, table.header, strict=True))
    seen: dict[str, int] = {}
    for number, cells in enumerate(table.rows, 2):
        if not any(cell.strip() for cell in cells):
            rows.append(cells)
            continue
        event, faults = reader.event(cells)
        if event.serial in seen:
            what = Said(N_("row {row} has the serial {serial} as well"), row=seen[event.serial], serial=event.serial)
            faults.append(("serial", what, N_("give each event a number or a name of its own")))
        if event.serial:
            seen.setdefault(event.serial, number)
        faults += effects.faults(package, event)
        findings += [Finding(name, number, titles.get(column, column), what, right) for column, what, right in faults]
        rows.append(event)
    if not any(isinstance(row, Event) for row in rows):
        findings.append(Finding(name, 0, "", N_("there is no event in it"), N_("write one in a row below the header")))
    if findings:
        raise EventListError(findings)
    return EventList(table.header, tuple(rows))


def reader_of(columns: Sequence[str], package: Package) -> Reader:
    """What reads the rows of a list with those columns for a scenario."""
    seats = package.world.names.nations[: package.world.seats]
    names = {seat: package.nations[seat].name for seat in seats}
    return Reader(columns, names, package.world.calendar.turns)


def _of_header(name: str, columns: Sequence[str]) -> list[Finding]:
    known = [one for one in columns if one in COLUMNS]
    if not known:
        right = Said(N_("name the columns in the first row: {names}"), names=", ".join(COLUMNS))
        return [Finding(name, 1, "", N_("no column is known"), right)]
    twice = dict.fromkeys(one for one, other in pairwise(sorted(known)) if one == other)
    what, keep = N_("two columns have that name"), N_("keep one of them under that name")
    return [Finding(name, 1, column, what, keep) for column in twice]
