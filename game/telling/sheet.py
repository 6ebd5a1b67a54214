"""A titled table as data, and two of its forms: lines in columns, or sentences for a screen reader."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from game.telling.catalogue import _
from game.telling.cells import padded, places, wrapped

_GAP = 2
_LEAST = 12
"""Narrowest that a column of words is made so that the others fit."""
_NARROW = 8
"""The same of other columns than the first, which often holds what is typed and must not be broken."""
_WHOLE = 26
"""Longest word that is kept whole where the rest fits beside it."""
_HANGING = "  "
"""In front of what goes on below."""


def to_right(header: str) -> str:
    """The header of a column of numbers, which are aligned to the right."""
    return f"{header}>"


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
    """The sheet without columns: every figure stands behind the word that says what it is.

    Of two columns the second needs no such word, and a row that begins with nothing goes on with the one before.
    """
    yield f"{sheet.title}."
    headers = sheet.headers if len(sheet.columns) > 2 else ("",) * len(sheet.columns)
    for row in sheet.rows:
        first, *rest = row
        named = headers[1:] if first else ("",) * len(rest)
        cells = [f"{header} {cell}".strip() for header, cell in zip(named, rest, strict=True) if cell]
        yield f"{first}{': ' if first and cells else ''}{', '.join(cells)}".rstrip(".") + "."
    if not sheet.rows:
        yield _("Nothing.")
    if sheet.note:
        yield sheet.note


def lines(sheet: Sheet, width: int, *, at_least: Sequence[int] = ()) -> Iterator[str]:
    """The sheet in columns, title and note included, without a blank line around it.

    No line is longer than `width` as long as its numbers fit. `at_least` are widths of columns that several sheets have
    in common.
    """
    if sheet.title:
        yield from wrapped(sheet.title, width, hanging="  ")
    table = laid(sheet, width, at_least=at_least)
    yield from table.headers
    for row in table.rows:
        yield from row
    if sheet.note:
        yield from wrapped(sheet.note, width, indent="  ", hanging="  ")


@dataclass(frozen=True)
class Laid:
    """The columns of a sheet as lines: those of the headers, none where there are no headers, and those of each row."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def laid(sheet: Sheet, width: int, *, at_least: Sequence[int] = (), gaps: Sequence[int] = (_GAP,)) -> Laid:
    """The sheet in columns, `gaps` apart: the first of them with which nothing has to be broken, else the last.

    Where that is too wide, headers of numbers go on below, then words, then words are broken; numbers never are.
    """
    natural = [max(pair) for pair in zip_longest(_needed(sheet), at_least[: len(sheet.columns)], fillvalue=0)]
    gap = next((gap for gap in gaps if _room(natural, gap) <= width), gaps[-1])
    widths = _fitted(sheet, natural, width, gap)
    headers = tuple(_header(sheet, widths, gap)) if any(sheet.columns) else ()
    return Laid(headers, tuple(tuple(_row(row, widths, sheet.right, gap)) for row in sheet.rows))


def _room(widths: Sequence[int], gap: int) -> int:
    return sum(widths) + gap * (len(widths) - 1)


def _needed(sheet: Sheet) -> list[int]:
    """Width of each column where nothing is broken."""
    table = (sheet.headers, *sheet.rows)
    return [
        max((places(row[column]) for row in table if _alone(row, column, right=at_right)), default=0)
        for column, at_right in enumerate(sheet.right)
    ]


def _fitted(sheet: Sheet, natural: Sequence[int], width: int, gap: int) -> list[int]:
    """`natural` made narrower step by step until all fits into `width`, or nothing more can be done."""
    widths = list(natural)
    right = [column for column, at_right in enumerate(sheet.right) if at_right]
    words = [column for column in range(len(widths)) if column not in right]
    cells = {column: max((places(row[column]) for row in sheet.rows), default=0) for column in right}
    word = {column: _longest_word(sheet, column) for column in range(len(widths))}
    steps = (
        {column: max(cells[column], word[column]) for column in right},
        {column: max(word[column], _LEAST) for column in words},
        {column: max(min(word[column], _WHOLE), _LEAST) for column in words},
        {column: max(cells[column], 1) for column in right},
        dict.fromkeys(words[1:], _NARROW),
        dict.fromkeys(words, _LEAST),
    )
    for least in steps:
        _narrow(widths, least, _room(widths, gap) - width)
    return widths


def _longest_word(sheet: Sheet, column: int) -> int:
    """Room for the longest word of a column; of its header, where it is one of numbers."""
    if sheet.right[column]:
        return max(map(places, sheet.headers[column].split()), default=0)
    texts = [row[column].split() for row in (sheet.headers, *sheet.rows)]
    return max(
        (places(word) + len(_HANGING) * (place > 0) for text in texts for place, word in enumerate(text)), default=0
    )


def _narrow(widths: list[int], least: Mapping[int, int], excess: int) -> None:
    """Take `excess` from `widths`, always from the widest that is still wider than its `least`."""
    for _step in range(excess):
        wider = [column for column in least if widths[column] > least[column]]
        if not wider:
            return
        widths[max(wider, key=widths.__getitem__)] -= 1


def _alone(row: tuple[str, ...], column: int, *, right: bool) -> bool:
    """Whether the cell has no empty one beside it over which it may run on."""
    return right or column + 1 == len(row) or bool(row[column + 1]) or not row[column]


def _header(sheet: Sheet, widths: Sequence[int], gap: int) -> Iterator[str]:
    """The lines of the headers, which stand at the foot of their place."""
    cells = []
    for header, width, at_right in zip(sheet.headers, widths, sheet.right, strict=True):
        parts = wrapped(header, max(width, 1))
        cells.append([padded(part, width, right=True) for part in parts] if at_right else parts)
    height = max(map(len, cells))
    return _lines([[""] * (height - len(parts)) + parts for parts in cells], _starts(widths, gap))


def _row(row: tuple[str, ...], widths: Sequence[int], right: Sequence[bool], gap: int) -> Iterator[str]:
    """The lines of a row; what does not fit into a column of words goes on below, two places in."""
    starts = _starts(widths, gap)
    cells: list[list[str]] = []
    for column, cell in enumerate(row):
        if right[column]:
            cells.append([padded(cell, widths[column], right=True) if cell else ""])
            continue
        end = next((after for after in range(column + 1, len(row)) if row[after]), len(row)) - 1
        room = starts[end] + widths[end] - starts[column]
        indent = " " * (len(cell) - len(cell.lstrip()))
        hanging = f"{indent}{_HANGING}"
        cells.append(wrapped(cell, max(room, 1), hanging=hanging) or [""])
    return _lines(cells, starts)


def _starts(widths: Sequence[int], gap: int) -> list[int]:
    """Where each column begins."""
    return [sum(widths[:column]) + gap * column for column in range(len(widths))]


def _lines(cells: Sequence[Sequence[str]], starts: Sequence[int]) -> Iterator[str]:
    """Lines of cells put beside one another."""
    for parts in zip_longest(*cells, fillvalue=""):
        line = ""
        for start, part in zip(starts, parts, strict=True):
            line = f"{padded(line, start)}{part}" if part else line
        yield line.rstrip()
