"""A titled table as data, and its two forms: lines in columns, or sentences for a screen reader."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.table import Table

_UNBROKEN = 26
"""Columns up to which the first text of a row is kept on one line."""
WIDTH = 80
TONES = {"good": "green", "bad": "red", "rival": "yellow", "plain": ""}


@dataclass(frozen=True)
class Sheet:
    """`columns` are headers, one ending in ``>`` is aligned to the right; each of `rows` has a text for each column.

    `tones` gives a row's tone (a key of `TONES`) and may be shorter than the rows.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    tones: tuple[str, ...] = ()

    def tone(self, row: int) -> str:
        """Colour of a row; empty for none."""
        return TONES.get(self.tones[row], "") if row < len(self.tones) else ""


def sentences(sheet: Sheet) -> Iterator[str]:
    """The sheet without columns: every figure stands behind the word that says what it is."""
    yield f"{sheet.title}."
    headers = [header.removesuffix(">") for header in sheet.columns]
    for row in sheet.rows:
        first, *rest = row
        cells = [f"{header} {cell}".strip() for header, cell in zip(headers[1:], rest, strict=True) if cell]
        yield f"{first}{': ' if cells else ''}{', '.join(cells)}".rstrip(".") + "."
    if not sheet.rows:
        yield "Nothing."
    if sheet.note:
        yield sheet.note


def table(sheet: Sheet, *, ascii_only: bool) -> Table:
    """The rows of the sheet in columns; title and note are printed apart, as they may be wider."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    widest = [
        max([len(header.rstrip(">")), *(len(row[n]) for row in sheet.rows)]) for n, header in enumerate(sheet.columns)
    ]
    drawn = Table(
        box=box.ASCII2 if ascii_only else box.SIMPLE_HEAD,
        show_header=any(sheet.columns),
        show_edge=False,
        pad_edge=False,
        padding=(0, int(sum(widest) + 2 * len(widest) <= WIDTH), 0, 0),
    )
    for number, header in enumerate(sheet.columns):
        right = header.endswith(">")
        # Numbers are never cut, and what is typed, in the first column, is never broken over two lines.
        whole = right or (number == 0 and widest[0] <= _UNBROKEN)
        drawn.add_column(
            header.rstrip(">"), justify="right" if right else "left", min_width=widest[number] if whole else None
        )
    for number, row in enumerate(sheet.rows):
        drawn.add_row(*(Text(cell) for cell in row), style=sheet.tone(number))
    return drawn
