"""Several saves make one page and one table; what cannot be told of is named, and all else is told."""

from __future__ import annotations

import csv
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from game.content import load
from game.content.package import Package
from game.doctrines import open_match
from game.reports.results import dictionary, results
from game.reports.several import compare, saves_in
from game.reports.side_by_side import render
from game.reports.spreadsheet import Signs
from game.reports.team import Team, teams_of
from tests.reports.test_debrief import Page


def _played(package: Package, folder: Path, name: str, turns: int, *people: str, seed: int = 3) -> Path:
    log = folder / f"{name}.chokepoint"
    match = open_match(package, seed=seed, people={seat: name.title() for seat in people}, log=log)
    while match.turn < min(turns, package.world.calendar.turns):
        for seat in people:
            match.seal(seat)
        match.resolve()
    return log


def test_a_row_a_seat_with_the_parts_of_every_scenario_as_columns(package: Package) -> None:
    first = open_match(package, seed=1, people={"japan": "Ann"})
    other = open_match(load("first_steps"), seed=1, people={"japan": "Bo"})
    teams = (*teams_of(first, "a"), *teams_of(other, "b"))

    table = results(teams)

    named = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    assert [row["player"] for row in named] == ["Ann", "Bo"]
    assert [row["points_economy"] is None for row in named] == [False, True]
    assert all(row["seed"] is None and row["rival"] is None and row["won"] is None for row in named)
    assert {row[1] for row in dictionary(teams).rows} == set(table.columns)


def _twin(team: Team, number: int) -> Team:
    return replace(team, player=f"Team {number}", run=f"m{number}", total=float(number))


@pytest.mark.slow
def test_of_many_teams_three_are_named_in_each_chart(package: Package) -> None:
    (team,) = teams_of(open_match(package, seed=1, people={"japan": "Ann"}), "a")

    text = render([_twin(team, number) for number in range(9)])

    svg = text[text.index("<svg") :]
    assert [number for number in range(9) if f">Team {number}<" in svg] == [0, 4, 8]
    assert (Page(text).faults, Page(text).open) == ([], [])


@pytest.mark.slow
def test_what_cannot_be_told_of_is_named_and_the_others_are_told(package: Package, tmp_path: Path) -> None:
    over = _played(load("first_steps"), tmp_path, "over", 99, "japan")
    begun = _played(package, tmp_path, "begun", 2, "japan")
    hot = _played(package, tmp_path, "hot", 1, "japan", "usa")
    (broken := tmp_path / "broken.chokepoint").write_text("no save\n", encoding="utf-8")
    copy = Path(shutil.copy(over, tmp_path / "zcopy.chokepoint"))
    paths = (over, begun, hot, broken, copy, tmp_path / "gone.chokepoint")
    assert set(saves_in([tmp_path])) == set(paths[:-1])

    written = compare(paths, tmp_path / "out", signs=Signs(";", ","), workbook=True)

    assert [path.name for path in written.files] == [
        "index.html",
        "results.csv",
        "results_dictionary.csv",
        "results.xlsx",
    ]
    for why, text in zip(("--seat", "not a save", "same match", "no such file"), written.left_out, strict=True):
        assert why in text
    lines = (tmp_path / "out" / "results.csv").read_text(encoding="utf-8").splitlines()
    rows = list(csv.DictReader(lines, delimiter=";"))
    assert [(row["player"], row["seed"], row["won"] != "") for row in rows] == [
        ("Over", "3", True),
        ("Begun", "", False),
    ]
    assert "," in rows[0]["total"]
    assert load_workbook(tmp_path / "out" / "results.xlsx").sheetnames == ["results", "results_dictionary"]
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    silent = [rule for key, rule in package.rules.items() if rule.played and rule.name in page]
    assert not silent
    assert "begun" in " ".join(written.warnings)
