"""Event lists as files: which kind one is, and the table in it."""

from __future__ import annotations

from game.exercise import delimited, workbook
from game.exercise.findings import EventListError, Finding
from game.exercise.table import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, UNWRITABLE, Table
from game.marks import N_, Said

LARGEST = 1024 * 1024
"""Bytes of a file at most."""
_PACKED = b"PK\x03\x04"


def read(name: str, data: bytes) -> Table:
    """The table in the file `data` called `name`: a workbook by its first bytes, else CSV.

    Raises:
        EventListError: when it cannot be read, or could not be written again without loss.
    """
    if len(data) > LARGEST:
        text = Said(N_("the file has more than {number} bytes"), number=LARGEST)
        raise EventListError([Finding(name, 0, "", text, N_("keep the event list alone in it"))])
    table = workbook.read(name, data) if data.startswith(_PACKED) else delimited.read(name, data)
    if findings := [*_too_many(name, table), *_unwritable(name, table)]:
        raise EventListError(findings)
    return table


def write(table: Table, suffix: str, separator: str = ",") -> bytes:
    """The table as a file with that `suffix`: ``.xlsx``, or else CSV."""
    return workbook.write(table) if suffix.lower() == ".xlsx" else delimited.write(table, separator)


def _too_many(name: str, table: Table) -> list[Finding]:
    if len(table.rows) <= MOST_ROWS and table.columns() <= MOST_COLUMNS:
        return []
    text = N_("an event list has at most {rows} rows and {columns} columns")
    return [Finding(name, 0, "", Said(text, rows=MOST_ROWS, columns=MOST_COLUMNS))]


def _unwritable(name: str, table: Table) -> list[Finding]:
    found = []
    for number, row in enumerate([table.header, *table.rows], 1):
        for title, cell in zip(table.header, row, strict=True):
            if sign := UNWRITABLE.search(cell):
                text = Said(N_("the sign {sign} cannot stand in a table"), sign=ascii(sign[0]))
                found.append(Finding(name, number, title, text, N_("take it out")))
            elif len(cell) > LONGEST_CELL:
                text = Said(N_("the text has more than {number} letters"), number=LONGEST_CELL)
                found.append(Finding(name, number, title, text, N_("make it shorter, or two events of it")))
    return found
