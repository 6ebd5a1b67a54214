"""A sheet drawn in columns, in colours where the terminal has them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.telling.cells import places
from game.telling.sheet import laid

if TYPE_CHECKING:
    from rich.text import Text

    from game.telling.sheet import Sheet

WIDTH = 80
_GAPS = (2, 1)
"""Blanks between columns: two, or one where they would not fit beside one another."""
_COLOURS = {"good": "green", "bad": "red", "rival": "yellow"}


def drawn(sheet: Sheet, width: int, *, ascii_only: bool) -> Iterator[Text]:
    """The lines of the sheet in columns, `width` wide at most; title and note are printed apart."""
    from rich.text import Text

    table = laid(sheet, width, gaps=_GAPS)
    for line in table.headers:
        yield Text(line, style="bold")
    if table.headers:
        widest = max(places(line) for row in (table.headers, *table.rows) for line in row)
        yield Text(("-" if ascii_only else "─") * widest)
    for number, row in enumerate(table.rows):
        for line in row:
            yield Text(line, style=_COLOURS.get(sheet.tone(number), ""))
