"""A table as people keep it in a spreadsheet: a header and rows of text, and nothing understood of it yet."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ENDS = re.compile(r"\r\n?")
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Signs that a workbook cannot hold."""
MOST_ROWS, MOST_COLUMNS, LONGEST_CELL = 2000, 100, 32_767
"""The last is what a cell of a workbook holds; longer texts would be cut without a word."""


@dataclass(frozen=True)
class Table:
    """Text cells, row by row, each row as long as the header. Lines within a cell end as in Unix."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def columns(self) -> int:
        """How many there are."""
        return len(self.header)


def tidy(cells: list[list[str]]) -> Table:
    """`cells`, the header first, as a table: rows made equally long, ends of lines made alike, and rows and columns at
    the end that hold nothing left out. Empty rows between others stay.
    """
    rows = [[_ENDS.sub("\n", cell) for cell in row] for row in cells]
    while rows and not any(rows[-1]):
        rows.pop()
    if not rows:
        return Table((), ())
    width = max((place + 1 for row in rows for place, cell in enumerate(row) if cell), default=0)
    header, *others = [tuple((row + [""] * width)[:width]) for row in rows]
    return Table(header, tuple(others))
