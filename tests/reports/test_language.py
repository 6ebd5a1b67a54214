"""Reports in another language: no text of theirs escapes the catalogue."""

from __future__ import annotations

import re

from game.content.package import Package
from game.doctrines import open_match
from game.reports.debrief import render, render_so_far
from game.session.match import Match
from game.telling import speaking
from game.telling.pseudo import CLOSE, OPEN
from tests.reports.test_debrief import Page

_INNERMOST = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")
_NO_WORDS = re.compile(r"<style.*?</style>|<code>.*?</code>|<metadata>.*?</metadata>", re.DOTALL)
"""What is no language: styles, paths and commands, and what a picture says of its program."""


def escaped(page: str) -> list[str]:
    """Words of a page that do not come from the catalogue."""
    found = []
    for words in Page(_NO_WORDS.sub("", page)).words:
        left, more = words, 1
        while more:
            left, more = _INNERMOST.subn("", left)
        if re.search(r"[^\W\d]{2}", left):
            found.append(" ".join(left.split()))
    return found


def _resolve(match: Match) -> None:
    match.seal("japan")
    match.resolve()


def test_no_text_of_a_report_escapes_the_catalogue(package: Package) -> None:
    match = open_match(package, seed=7, people={"japan": "1"})
    match.add("japan", {"kind": "set_posture", "posture": "protest"})
    with speaking("pseudo"):
        _resolve(match)
        so_far = render_so_far(match, "japan")
        while not match.finished:
            _resolve(match)
        debrief = render(match)
    assert escaped(so_far) == []
    assert escaped(debrief) == []
