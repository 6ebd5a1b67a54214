"""The reports in a language that marks every text: nothing escapes the catalogue, and nothing is cut off."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from game.content.package import Package
from game.doctrines import open_match
from game.reports.debrief import render, render_so_far
from game.session.match import Match
from game.telling import speaking
from tests.telling.marked import escaped

_KNOWN = frozenset({"Ann"})
"""The name of the player; what is typed, files and digests stand in elements of their own."""


class _Texts(HTMLParser):
    """Collects what a person reads of a page, attributes that are read aloud included, one text a line.

    Left out is what no language changes: styles, and what stands in ``code``, which is to be typed or compared.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines = [""]
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"style", "code", "defs", "metadata"}:
            self._silent.append(tag)
        elif tag not in {"b", "span", "a"}:
            self.lines.append("")
        self.lines += [value or "" for name, value in attrs if name in {"aria-label", "alt", "title"}]

    def handle_endtag(self, tag: str) -> None:
        if self._silent and self._silent[-1] == tag:
            self._silent.pop()

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.lines[-1] += data


def _read(page: str) -> str:
    texts = _Texts()
    texts.feed(page)
    return "\n".join(line.strip() for line in texts.lines if line.strip())


@pytest.fixture(scope="module")
def match(package: Package) -> Match:
    """A match with orders, one of them refused, played half way; with the program in the other seats."""
    found = open_match(package, seed=7, people={"japan": "Ann"})
    for order in (
        {"kind": "set_posture", "posture": "protest"},
        {"kind": "fund_research", "line": "recycling", "rate": 2.0},
        {"kind": "fund_project", "project": "mt_weld_1", "instrument": "loan", "public_share": 0.5},
        {"kind": "propose_agreement", "agreement": "joint_stockpile", "partner": "usa"},
        {"kind": "set_stockpile", "material": "all", "target_days": 60.0, "pace_days": 5.0, "release": "shortage"},
    ):
        found.add("japan", order)
    for _turn in range(package.world.calendar.turns // 2):
        found.seal("japan")
        found.resolve()
    return found


def _marked(page: str) -> list[str]:
    return sorted(set(escaped(_read(page), _KNOWN)))


def test_no_text_of_a_report_on_a_match_that_goes_on_escapes_the_catalogue(match: Match) -> None:
    with speaking("pseudo"):
        pages = render_so_far(match, "japan"), render(match)

    assert [_marked(page) for page in pages] == [[], []]


def test_no_text_of_the_debrief_escapes_the_catalogue(match: Match) -> None:
    while not match.finished:
        match.seal("japan")
        match.resolve()
    with speaking("pseudo"):
        page = render(match)

    assert _marked(page) == []
    assert '<html lang="pseudo">' in page
