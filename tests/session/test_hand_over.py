"""Seats change hands in a match that is played: from person to person, to a doctrine and back, and the log knows."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.doctrines import load_match, open_match
from game.session.faults import HandOverError, MatchOver
from game.session.interventions import Handed
from game.session.match import Match
from game.session.saves import describe
from game.session.saves.loading import Way
from game.session.saves.replay import verify
from tests.session.small_package import small_package

PACKAGE = small_package()
ORDER = {"kind": "fund_research", "line": "recycling", "rate": 20.0}


def _read(match: Match) -> Match:
    return load_match(match.log_path or Path(), way=Way.READ, package=PACKAGE)


def _turn(match: Match) -> None:
    for seat in match.people:
        match.seal(seat)
    match.resolve()


@pytest.fixture
def match(tmp_path: Path) -> Match:
    return open_match(PACKAGE, seed=3, people={"arden": "Ada"}, log=tmp_path / "a.chokepoint")


def test_a_draft_goes_with_the_seat_from_person_to_person(match: Match) -> None:
    assert match.add("arden", ORDER) is None
    assert match.hand_over("arden", "Bo") == Handed(0, "arden", "Ada", "Bo", led=False)
    assert match.people == {"arden": "Bo"}
    assert len(match.drafts("arden")) == 1
    again = _read(match)
    assert (again.people, again.drafts("arden"), again.handed) == (match.people, match.drafts("arden"), match.handed)
    assert describe(match.log_path or Path()).people == (("arden", "Bo"),)
    _turn(match)
    assert describe(match.log_path or Path()).people == (("arden", "Bo"),)


def test_a_doctrine_takes_over_without_the_draft_and_a_person_takes_the_seat_back(match: Match) -> None:
    match.add("arden", ORDER)
    match.hand_over("arden", "loud")
    assert (match.people, match.doctrines["arden"], match.drafts("arden")) == ({}, "loud", ())
    _turn(match)
    assert match.control.reports[0].orders["arden"]
    match.hand_over("arden", "Cy")
    assert match.people == {"arden": "Cy"}
    assert "arden" not in match.doctrines
    _turn(match)
    assert match.control.reports[1].orders["arden"] == ()
    assert verify(match.log_path or Path(), package=PACKAGE).ok
    again = _read(match)
    assert (again.people, again.doctrines, again.handed) == (match.people, match.doctrines, match.handed)
    match.close()
    back = load_match(match.log_path or Path(), turn=1, package=PACKAGE)
    assert (back.people, back.doctrines["arden"]) == ({}, "loud")


def test_a_doctrine_that_takes_over_goes_on_after_loading_as_it_would_have(match: Match) -> None:
    match.hand_over("arden", "careful")
    again = _read(match)
    for one in (match, again):
        one.resolve()
        one.resolve()
    assert again.control.state.digest() == match.control.state.digest()


def test_a_person_may_take_a_seat_that_the_program_led(match: Match) -> None:
    match.hand_over("boreas", "Ben")
    assert match.people == {"arden": "Ada", "boreas": "Ben"}
    assert not match.sealed("boreas")
    assert match.add("boreas", ORDER) is None


@pytest.mark.parametrize(
    ("seat", "to", "right"),
    [
        ("arden", "Ada", "already"),
        ("arden", " ", "there are idle, careful, loud"),
        ("arden", "x" * 70, "at most"),
        ("boreas", "idle", "already"),
    ],
)
def test_what_cannot_be_says_why(tmp_path: Path, seat: str, to: str, right: str) -> None:
    match = open_match(PACKAGE, seed=3, people={"arden": "Ada"}, doctrines={"boreas": "idle"})
    with pytest.raises(HandOverError, match=right):
        match.hand_over(seat, to)
    assert match.handed == ()


def test_an_unknown_seat_and_a_match_that_is_over(match: Match) -> None:
    with pytest.raises(KeyError):
        match.hand_over("nowhere", "Bo")
    match.hand_over("arden", "idle")
    while not match.finished:
        match.resolve()
    with pytest.raises(MatchOver):
        match.hand_over("arden", "Bo")
