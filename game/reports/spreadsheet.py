"""Tables as files that other programs open: CSV, in the signs of a country, and workbooks (XLSX).

A number is a number in both. A text is a text: one with which a spreadsheet would begin to calculate, because it begins
as a formula does, gets an apostrophe before it in CSV, and its type in a workbook.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from game.marks import N_, Said

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a formula begins with, as spreadsheets read it."""
_TABS = ("tab", "\\t")
"""Ways to write a tab where a shell has none."""
_WIDEST = 60
"""Letters that a column of a workbook shows at most."""


class BadSigns(ValueError):  # noqa: N818 - it is an answer to a person, who reads it
    """Signs with which no table can be written. ``str()`` says which and why."""


@dataclass(frozen=True)
class Signs:
    """What stands between the cells of a row, and before the decimals of a number."""

    separator: str = ","
    decimal: str = "."


USUAL = Signs()


@dataclass(frozen=True)
class Table:
    """Names of the columns, and rows with a cell for each; a cell that is None is empty."""

    columns: tuple[str, ...]
    rows: Sequence[Sequence[object]]


def signs(separator: str, decimal: str) -> Signs:
    """The signs that a person asked for; a separator may be called as in `_TABS`.

    Raises:
        BadSigns: when one is not a single sign, or could be part of a number or of a quoted text, or both are the same.
    """
    separator = "\t" if separator.lower() in _TABS else separator
    for option, sign in (("--separator", separator), ("--decimal", decimal)):
        if not _usable(sign) and (option, sign) != ("--separator", "\t"):
            text = N_("{option} {sign}: it has to be one sign, no letter, digit, quote, plus or minus; such as , or ;")
            raise BadSigns(Said(text, option=option, sign=repr(sign)))
    if separator == decimal:
        text = N_("--separator and --decimal are both {sign}: they have to differ, as ; and ,")
        raise BadSigns(Said(text, sign=repr(decimal)))
    return Signs(separator, decimal)


def write(tables: Mapping[str, Table], folder: Path, written: Signs, workbook: str) -> tuple[Path, ...]:
    """Write each of `tables` into `folder` as CSV under its name; where `workbook` names one, all of them into it too.

    Returns:
        The files.

    Raises:
        OSError: when one cannot be written.
    """
    files = []
    for name, table in tables.items():
        files.append(folder / f"{name}.csv")
        write_csv(table, files[-1], written)
    if workbook:
        files.append(folder / f"{workbook}.xlsx")
        write_xlsx(tables, files[-1])
    return tuple(files)


def _usable(sign: str) -> bool:
    return len(sign) == 1 and sign.isprintable() and not sign.isspace() and not sign.isalnum() and sign not in "\"'+-"


def write_csv(table: Table, path: Path, written: Signs = USUAL) -> None:
    """Write `table` to `path` in UTF-8.

    Raises:
        OSError: when the file cannot be written.
    """
    with path.open("w", encoding="utf-8", errors="replace", newline="") as file:
        lines = csv.writer(file, delimiter=written.separator, lineterminator="\n")
        lines.writerow(table.columns)
        lines.writerows([_text(cell, written) for cell in row] for row in table.rows)


def _text(cell: object, written: Signs) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:.9g}".replace(".", written.decimal)
    text = str(cell)
    return f"'{text}" if isinstance(cell, str) and len(text) > 1 and text.startswith(FORMULA) else text


def write_xlsx(tables: Mapping[str, Table], path: Path) -> None:
    """Write a workbook with a sheet for each of `tables`, by its name; the first row of each stays in sight.

    Raises:
        OSError: when the file cannot be written.
    """
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    for name, table in tables.items():
        sheet = book.create_sheet(name)
        sheet.freeze_panes = "A2"
        rows = [table.columns, *([_plain(cell) for cell in row] for row in table.rows)]
        for place, width in enumerate(_widths(rows), start=1):
            sheet.column_dimensions[get_column_letter(place)].width = width
        for row in rows:
            sheet.append([_cell(sheet, value) if isinstance(value, str) else value for value in row])
    book.save(path)


def _cell(sheet: WriteOnlyWorksheet, text: str) -> Cell:
    """A text that stays one, whatever it begins with."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, WriteOnlyCell

    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("?", text))
    cell.data_type = "s"
    return cell


def _plain(cell: object) -> str | int | float | None:
    """A cell as a workbook can hold it: it has no infinity, and would leave the cell empty."""
    if isinstance(cell, float):
        return cell if math.isfinite(cell) else str(cell)
    if cell is None or isinstance(cell, int):
        return cell
    return str(cell).encode("utf-8", errors="replace").decode("utf-8")


def _widths(rows: Sequence[Sequence[object]]) -> list[int]:
    """The width of each column, in letters."""
    return [min(max(len(str(cell)) for cell in column), _WIDEST) + 2 for column in zip(*rows, strict=True)]
