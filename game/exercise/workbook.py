"""Tables as workbooks: XLSX, the first sheet. All that is written is text, so that no program makes a date or a
formula of it; what a person typed as a date or a number is read as it looks.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

from game.exercise.findings import EventListError, Finding
from game.exercise.table import MOST_COLUMNS, MOST_ROWS, Table, tidy
from game.marks import N_

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell

LARGEST = 40 * 1024 * 1024
"""Bytes that a workbook may have unpacked."""
_CODED = re.compile(r"_x([0-9A-Fa-f]{4})_")
"""How the format writes a sign that XML cannot: ``_x000D_``; and what looks like it as ``_x005F_x000D_``."""
_ZEROS = re.compile(r"0+$")
_BROAD = 48.0
_SHEET = "events"


def read(name: str, data: bytes) -> Table:
    """The table in the first sheet of the workbook `data`.

    Raises:
        EventListError: when it is none, is too large, or has formulas.
    """
    import openpyxl

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            too_large = sum(part.file_size for part in packed.infolist()) > LARGEST
    except zipfile.BadZipFile as error:
        raise _no_workbook(name) from error
    if too_large:
        raise EventListError(
            [Finding(name, 0, "", N_("the workbook is too large"), N_("keep the event list alone in it"))]
        )
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        cells = [list(row) for row in sheet.iter_rows(max_row=MOST_ROWS + 2, max_col=MOST_COLUMNS + 1)]
    except Exception as error:  # a broken file fails in as many ways as the reader has parts
        raise _no_workbook(name) from error
    formulas = [
        Finding(name, number, _letter(place), N_("this is a formula"), N_("paste its value in its place"))
        for number, row in enumerate(cells, 1)
        for place, cell in enumerate(row)
        if cell.data_type == "f"
    ]
    if formulas:
        raise EventListError(formulas)
    return tidy([[_read(cell) for cell in row] for row in cells])


def write(table: Table) -> bytes:
    """The table as a workbook of one sheet."""
    import openpyxl
    from openpyxl.styles import Alignment, Font

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None  # noqa: S101 - a new workbook has a sheet
    sheet.title = _SHEET
    for number, row in enumerate([table.header, *table.rows], 1):
        for place, text in enumerate(row, 1):
            cell = sheet.cell(number, place)
            cell.value = _CODED.sub(r"_x005F_x\1_", text)
            cell.data_type = "s"  # a text that begins with = is no formula, #N/A no error
            cell.number_format = "@"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if number == 1:
                cell.font = Font(bold=True)
    for place, title in enumerate(table.header, 1):
        longest = max([len(title), *(len(row[place - 1]) for row in table.rows)])
        sheet.column_dimensions[_letter(place - 1)].width = min(max(longest, 6) + 2.0, _BROAD)
    sheet.freeze_panes = "A2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _read(cell: Cell | Any) -> str:
    """What a cell shows, as text: leading zeros of its format kept, dates as ISO writes them."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "y" if value else "n"
    if isinstance(value, int) and _ZEROS.match(str(cell.number_format)):
        return str(value).zfill(len(str(cell.number_format)))
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ", "minutes")
    if isinstance(value, dt.time):
        return value.isoformat("minutes")
    return _CODED.sub(lambda found: chr(int(found[1], 16)), str(value))


def _letter(place: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(place + 1))


def _no_workbook(name: str) -> EventListError:
    right = N_("save it as XLSX, without a password, or as CSV UTF-8")
    return EventListError([Finding(name, 0, "", N_("this is no workbook that can be read"), right)])
