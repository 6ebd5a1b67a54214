"""Event lists go in and out without loss, and what is wrong with a file is told with its place."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.exercise import delimited, files, workbook
from game.exercise.delimited import SEPARATORS
from game.exercise.findings import EventListError
from game.exercise.table import Table, tidy

SIGNS = "aZé漢😀 \t\n\",;='_x0D5F#-+@.\x85\u2028"
CELLS = st.one_of(
    st.text(SIGNS, max_size=12),
    st.sampled_from(
        ["=1+1", "007", "#N/A", "_x000D_", "_x005F_", " a ", "a\nb", '"', "a;b,c\td", "TRUE", "2010-09-01", "1e5"]
    ),
)
TABLES = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=5).map(tidy)
)


@given(TABLES, st.sampled_from(SEPARATORS))
def test_csv_comes_back_as_it_was(table: Table, separator: str) -> None:
    assert delimited.read("a.csv", delimited.write(table, separator)) == table


@given(TABLES)
def test_workbook_comes_back_as_it_was(table: Table) -> None:
    data = workbook.write(table)
    assert workbook.read("a.xlsx", data) == table
    assert all(cell.data_type != "f" for row in openpyxl.load_workbook(io.BytesIO(data)).worksheets[0] for cell in row)


@pytest.mark.parametrize("head", ["a;b\tx;c", '"a,b,c,d";b;c', "a;b;c\r\n1,2,3,4,5,6"])
def test_separator_is_what_stands_most_often_in_the_header(head: str) -> None:
    assert delimited.separator_of(head) == ";"


def test_workbook_of_a_person_is_read_as_it_looks() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["serial", "turn", "planned time", "when", "contingency"])
    sheet.append([7, 3, dt.time(14, 30), dt.date(2026, 3, 1), True])
    sheet["A2"].number_format = "000"
    sheet.append([8.0, None, dt.datetime.fromisoformat("2026-03-01T09:05"), 0.5, False])
    out = io.BytesIO()
    book.save(out)
    assert workbook.read("a.xlsx", out.getvalue()).rows == (
        ("007", "3", "14:30", "2026-03-01", "y"),
        ("8", "", "2026-03-01 09:05", "0.5", "n"),
    )
    sheet["B2"] = "=A2+1"
    book.save(out := io.BytesIO())
    with pytest.raises(EventListError, match="row 2, column B: this is a formula: paste its value"):
        workbook.read("a.xlsx", out.getvalue())


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"serial,message\n1,caf\xe9\n", "row 2: this is not text in UTF-8: save it as CSV UTF-8"),
        ("serial".encode("utf-16"), "the text is in UTF-16"),
        (b'serial\n"a"b\n', "this is no CSV"),
        (b"PK\x03\x04nothing", "this is no workbook that can be read: save it as XLSX"),
        (b"serial,message\n1,a\x07b\n", r"row 2, column message: the sign '\\x07' cannot stand in a table"),
        (b"a" * 2_000_000, "the file has more than"),
        (b"a\n" + b"1\n" * 3000, "at most 2000 rows"),
        (b"serial\n" + b"x" * 40_000, "row 2, column serial: the text has more than 32767 letters"),
    ],
)
def test_broken_file_is_told(data: bytes, told: str) -> None:
    with pytest.raises(EventListError, match=told):
        files.read("list.csv", data)
