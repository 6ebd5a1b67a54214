"""A titled table as data, and two of its forms: lines in columns, or sentences for a screen reader."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

_GAP = 2
_LEAST = 12
"""Narrowest that a column of words is made so that the others fit."""


@dataclass(frozen=True)
class Sheet:
    """`columns` are headers, one ending in ``>`` is aligned to the right; each of `rows` has a text for each column.

    A text in a column of words may run on over empty cells beside it. `tones` gives a row's tone (``good``, ``bad``,
    ``rival``, ``plain``) and may be shorter than the rows.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    tones: tuple[str, ...] = ()

    @property
    def headers(self) -> tuple[str, ...]:
        """The headers as they are read."""
        return tuple(header.removesuffix(">") for header in self.columns)

    @property
    def right(self) -> tuple[bool, ...]:
        """Whether each column is aligned to the right."""
        return tuple(header.endswith(">") for header in self.columns)

    def tone(self, row: int) -> str:
        """Tone of a row."""
        return self.tones[row] if row < len(self.tones) else "plain"


def sentences(sheet: Sheet) -> Iterator[str]:
    """The sheet without columns: every figure stands behind the word that says what it is."""
    yield f"{sheet.title}."
    headers = sheet.headers
    for row in sheet.rows:
        first, *rest = row
        cells = [f"{header} {cell}".strip() for header, cell in zip(headers[1:], rest, strict=True) if cell]
        yield f"{first}{': ' if cells else ''}{', '.join(cells)}".rstrip(".") + "."
    if not sheet.rows:
        yield "Nothing."
    if sheet.note:
        yield sheet.note


def lines(sheet: Sheet, width: int, *, at_least: Sequence[int] = ()) -> Iterator[str]:
    """The sheet in columns, title and note included, without a blank line around it.

    No line is longer than `width` as long as its numbers fit. `at_least` are widths of columns that several sheets have
    in common.
    """
    if sheet.title:
        yield from textwrap.wrap(sheet.title, width, subsequent_indent="  ")
    widths = _widths(sheet, width, at_least)
    for row in (sheet.headers, *sheet.rows) if any(sheet.columns) else sheet.rows:
        yield from _row(row, widths, sheet.right)
    if sheet.note:
        yield from textwrap.wrap(sheet.note, width, initial_indent="  ", subsequent_indent="  ")


def _widths(sheet: Sheet, width: int, at_least: Sequence[int]) -> list[int]:
    """Width of each column: what its cells need, columns of words cut so that all fit into `width`."""
    table = (sheet.headers, *sheet.rows)
    count = len(sheet.columns)
    needed = [
        max(len(row[column]) for row in table if _alone(row, column, right=sheet.right[column])) if table else 0
        for column in range(count)
    ]
    needed = [max(pair) for pair in zip_longest(needed, at_least[:count], fillvalue=0)]
    words = [column for column in range(count) if not sheet.right[column]]
    while words and sum(needed) + _GAP * (count - 1) > width:
        widest = max(words, key=needed.__getitem__)
        if needed[widest] <= _LEAST:
            break
        needed[widest] -= 1
    return needed


def _alone(row: tuple[str, ...], column: int, *, right: bool) -> bool:
    """Whether the cell has no empty one beside it over which it may run on."""
    return right or column + 1 == len(row) or bool(row[column + 1]) or not row[column]


def _row(row: tuple[str, ...], widths: Sequence[int], right: Sequence[bool]) -> Iterator[str]:
    """The lines of a row; what does not fit into a column of words goes on below, two places in."""
    places = [sum(widths[:column]) + _GAP * column for column in range(len(widths))]
    cells: list[list[str]] = []
    for column, cell in enumerate(row):
        if right[column]:
            cells.append([f"{cell:>{widths[column]}}" if cell else ""])
            continue
        end = next((after for after in range(column + 1, len(row)) if row[after]), len(row)) - 1
        room = places[end] + widths[end] - places[column]
        indent = " " * (len(cell) - len(cell.lstrip()))
        hanging = f"{indent}  "
        cells.append(textwrap.wrap(cell, max(room, 1), subsequent_indent=hanging, drop_whitespace=True) or [""])
    for parts in zip_longest(*cells, fillvalue=""):
        line = ""
        for place, part in zip(places, parts, strict=True):
            line = f"{line:<{place}}{part}" if part else line
        yield line.rstrip()
