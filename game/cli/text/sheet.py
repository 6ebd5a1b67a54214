"""A sheet drawn in columns by rich, in colours where the terminal has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.table import Table

    from game.telling.sheet import Sheet

_UNBROKEN = 26
"""Columns up to which the first text of a row is kept on one line."""
WIDTH = 80
_COLOURS = {"good": "green", "bad": "red", "rival": "yellow"}


def table(sheet: Sheet, *, ascii_only: bool) -> Table:
    """The rows of the sheet in columns; title and note are printed apart, as they may be wider."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    widest = [max([len(header), *(len(row[n]) for row in sheet.rows)]) for n, header in enumerate(sheet.headers)]
    drawn = Table(
        box=box.ASCII2 if ascii_only else box.SIMPLE_HEAD,
        show_header=any(sheet.columns),
        show_edge=False,
        pad_edge=False,
        padding=(0, int(sum(widest) + 2 * len(widest) <= WIDTH), 0, 0),
    )
    for number, (header, right) in enumerate(zip(sheet.headers, sheet.right, strict=True)):
        # Numbers are never cut, and what is typed, in the first column, is never broken over two lines.
        whole = right or (number == 0 and widest[0] <= _UNBROKEN)
        drawn.add_column(header, justify="right" if right else "left", min_width=widest[number] if whole else None)
    for number, row in enumerate(sheet.rows):
        drawn.add_row(*(Text(cell) for cell in row), style=_COLOURS.get(sheet.tone(number), ""))
    return drawn
