"""The reports in a language that marks every text: nothing escapes the catalogue, and nothing is cut off."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content.package import Package
from game.doctrines import open_match
from game.lab.rehearsal import page as rehearsal
from game.lab.rehearsal.risks import risks
from game.lab.rehearsal.run import rehearse
from game.lab.runs.seeds import Draws
from game.reports import side_by_side
from game.reports.debrief import render, render_so_far
from game.reports.sheets.write import write
from game.reports.team import teams_of
from game.session.match import Match
from game.telling import speaking
from tests.telling.marked import asked, escaped, given, read

_KNOWN = frozenset({"Ann"})
"""The name of the player; what is typed, files and digests stand in elements of their own."""


@pytest.fixture(scope="module")
def match(package: Package) -> Match:
    """A match with orders, one of them refused, played half way; with the program in the other seats."""
    found = open_match(package, seed=7, people={"japan": "Ann"})
    for order in (
        {"kind": "set_posture", "posture": "protest"},
        {"kind": "fund_research", "line": "recycling", "rate": 2.0},
        {"kind": "fund_project", "project": "mt_weld_1", "instrument": "loan", "public_share": 0.5},
        {"kind": "propose_agreement", "agreement": "joint_stockpile", "partner": "usa"},
        {"kind": "set_stockpile", "good": "all", "target_days": 60.0, "pace_days": 5.0, "release": "shortage"},
    ):
        found.add("japan", order)
    for _turn in range(package.world.calendar.turns // 2):
        found.seal("japan")
        found.resolve()
    return found


def _marked(page: str) -> list[str]:
    return sorted(set(escaped(read(page), _KNOWN)))


@pytest.mark.slow
def test_no_text_of_a_report_on_a_match_that_goes_on_escapes_the_catalogue(match: Match) -> None:
    with speaking("pseudo"):
        pages = render_so_far(match, "japan"), render(match)

    assert [_marked(page) for page in pages] == [[], []]


@pytest.mark.slow
def test_no_text_of_sheets_and_of_teams_side_by_side_escapes_the_catalogue(match: Match, tmp_path: Path) -> None:
    with speaking("pseudo"):
        sheets = write(match, tmp_path, seats=("japan",), first=match.turn, last=match.turn + 1)
        pages = [file.read_text(encoding="utf-8") for file in sheets]
        pages.append(side_by_side.render(teams_of(match, "Ann", facilitator=True)))
        pages.append(side_by_side.render(teams_of(match, "Ann")))

    assert [_marked(page) for page in pages] == [[], [], [], []]


@pytest.mark.slow
def test_no_text_of_a_rehearsal_escapes_the_catalogue(package: Package, tmp_path: Path) -> None:
    with speaking("pseudo"):
        rehearsed = rehearse(package, Draws(1, 2), preset=package.presets[0])
        page = rehearsal.write(rehearsed, risks(rehearsed), tmp_path).read_text(encoding="utf-8")

    assert _marked(page) == []


@pytest.mark.slow
def test_no_text_of_the_debrief_escapes_the_catalogue(
    match: Match, package: Package, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = asked(monkeypatch)
    while not match.finished:
        match.seal("japan")
        match.resolve()
    with speaking("pseudo"):
        page = render(match)

    assert _marked(page) == []
    assert sorted(texts - given(package)) == []
    assert '<html lang="pseudo">' in page
