"""Tables as files: what was written is read again, in the signs of any country, and no text becomes a formula."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from game.reports.spreadsheet import BadSigns, Signs, Table, signs, write_csv, write_xlsx

TEXTS = st.text(st.characters(min_codepoint=32, exclude_categories=["Cs"]), max_size=12)


@given(texts=st.lists(TEXTS, min_size=1, max_size=4), number=st.floats(-1e9, 1e9))
def test_a_table_in_the_signs_of_a_country_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], number: float
) -> None:
    path = tmp_path_factory.getbasetemp() / "signs.csv"
    table = Table(("text", "number", "none"), [[text, number, None] for text in texts])

    write_csv(table, path, Signs(";", ","))

    with path.open(encoding="utf-8", newline="") as file:
        names, *rows = csv.reader(file, delimiter=";")
    assert names == ["text", "number", "none"]
    assert [row[0].removeprefix("'") for row in rows] == [text.removeprefix("'") for text in texts]
    assert all(float(row[1].replace(",", ".")) == pytest.approx(number, rel=1e-8) and row[2] == "" for row in rows)


FORMULAS = ("=1+1", "+1", "-1+2", "@SUM(A1)", "#N/A", "\tx")


def test_no_text_becomes_a_formula(tmp_path: Path) -> None:
    table = Table(("name", "points"), [[text, 1.5] for text in FORMULAS])

    write_xlsx({"results": table}, tmp_path / "t.xlsx")
    write_csv(table, tmp_path / "t.csv")

    sheet = load_workbook(tmp_path / "t.xlsx")["results"]
    cells = [row[0] for row in sheet.iter_rows(min_row=2)]
    assert [(cell.value, cell.data_type) for cell in cells] == [(text, "s") for text in FORMULAS]
    written = [row[0] for row in csv.reader((tmp_path / "t.csv").read_text(encoding="utf-8").splitlines())][1:]
    assert written == [text if text.startswith("#") else f"'{text}" for text in FORMULAS]


def test_a_workbook_keeps_numbers_as_numbers_and_names_what_it_has_no_number_for(tmp_path: Path) -> None:
    table = Table(("a", "b", "c", "d"), [[2.25, float("inf"), None, "bell\a"]])

    write_xlsx({"data": table}, tmp_path / "t.xlsx")

    names, row = load_workbook(tmp_path / "t.xlsx")["data"].iter_rows(values_only=True)
    assert (names, row) == (("a", "b", "c", "d"), (2.25, "inf", None, "bell?"))


@pytest.mark.parametrize("said", ["tab", "\\t", "\t"])
def test_a_tab_may_be_written_out(said: str) -> None:
    assert signs(said, ",") == Signs("\t", ",")


@pytest.mark.parametrize(
    ("separator", "decimal"), [(",", ","), ("ab", "."), ("", "."), (";", "3"), (";", "\t"), ('"', ".")]
)
def test_signs_with_which_no_table_can_be_read_are_refused(separator: str, decimal: str) -> None:
    with pytest.raises(BadSigns, match="--"):
        signs(separator, decimal)
