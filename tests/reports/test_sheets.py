"""Paper for a session: every code on it is read as it says, its figures are the seat's, and a sheet is a page."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from game.content.package import Package
from game.doctrines import open_match
from game.orders.form import OneOf, Pick
from game.reports.sheets.listings import example, listings, offers, ways
from game.reports.sheets.write import write
from game.session.match import Match
from game.telling import _
from game.telling.code_line import parse
from game.telling.codes import CODES, meant, named
from game.telling.numbers import write as written
from tests.cli.conftest import Run, loaded_once, run  # noqa: F401 - fixtures
from tests.reports.test_debrief import Page


@pytest.fixture(scope="module")
def match(package: Package) -> Match:
    """A match of two people after its first turn."""
    match = open_match(package, seed=7, people={"japan": "Ann", "usa": "Ben"})
    offer = {"kind": "propose_agreement", "agreement": "joint_stockpile", "partner": "japan"}
    assert match.add("usa", offer) is None
    for seat in match.people:
        match.seal(seat)
    match.resolve()
    return match


def test_every_code_of_the_sheet_is_read_as_what_stands_beside_it(match: Match) -> None:
    view = match.view("japan")
    codes = {listing.place: listing.entries for listing in listings(view)}
    assert {one.code for one in ways(view)} == set(CODES)
    for one in CODES.values():
        for field in [field for field in one.asked if isinstance(field, Pick | OneOf)][:1]:
            known = named(view, field, {})
            listed = [meant(code, known) for code, *_told in codes[_(field.place)]]
            assert [listed.count((key,)) for key in known] == [1] * len(known)
    ((line, words),) = offers(view)
    assert parse(view, line) == {
        "kind": "answer_agreement", "agreement": "joint_stockpile", "partner": "usa", "accept": True,
    }  # fmt: skip
    assert "United States" in words
    line, words = example(view)
    assert parse(view, line)["kind"] == "fund_project"
    assert words


def test_the_sheet_of_a_turn_that_has_begun_has_the_figures_of_its_seat_alone(match: Match, tmp_path: Path) -> None:
    files = write(match, tmp_path, seats=("japan",), first=1, last=2)

    assert [file.name for file in files] == ["public.html", "japan.html"]
    public, own = (file.read_text(encoding="utf-8") for file in files)
    for text in (public, own):
        assert (Page(text).faults, Page(text).open, Page(text).references) == ([], [], [])
    assert own.count('<section class="sheet">') == 4  # role, codes, two turns
    budget = written(match.view("japan").budget, "US$ million")
    assert own.count(f"<b>{budget}</b>") == 1
    assert budget not in public
    assert "Turn 2 of 14" in public


@pytest.mark.slow
def test_sheets_are_written_for_the_turns_and_seats_that_are_asked_for(run: Run, tmp_path: Path) -> None:  # noqa: F811
    outcome = run("sheets", "embargo_2010", "--out", str(tmp_path), "--seat", "United States", "--turns", "2-3")

    assert outcome.code == 0, outcome.err
    assert sorted(file.name for file in tmp_path.iterdir()) == ["public.html", "usa.html"]
    wrong = run("sheets", "embargo_2010", "--out", str(tmp_path), "--turns", "3-99")
    assert wrong.code == 2
    assert "there are turns 1 to 14 to come" in wrong.err


@pytest.mark.slow
def test_a_sheet_is_a_page_of_paper(match: Match, tmp_path: Path) -> None:
    chromium = shutil.which("chromium")
    assert chromium, "the slow tests need chromium"
    for file in write(match, tmp_path, seats=("japan",), first=1, last=3):
        pdf = file.with_suffix(".pdf")
        words = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={pdf}")
        subprocess.run([chromium, *words, file.as_uri()], check=True, capture_output=True, timeout=120)

        pages = len(re.findall(rb"/Type\s*/Page\b", pdf.read_bytes()))
        assert pages == file.read_text(encoding="utf-8").count('<section class="sheet')
