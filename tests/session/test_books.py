"""The books: every line of a turn, and what the coming one will cost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.doctrines import load_match, open_match
from game.session.match import Match
from game.session.views import Statement
from tests.examples import few
from tests.session.scripts import BUSY, PEOPLE, Script, play, play_turn, scripts
from tests.session.small_package import small_package

PACKAGE = small_package()
RESEARCH = {"kind": "fund_research", "line": "thrifting", "rate": 24.0}


def _books(match: Match, seat: str) -> Statement:
    books = match.view(seat).books
    assert books is not None
    return books


def test_there_are_no_books_before_the_first_turn_is_over(seed: int) -> None:
    assert open_match(PACKAGE, seed=seed, people=PEOPLE).view("arden").books is None


@settings(max_examples=few(10))
@given(scripts(), st.integers(0, 2**63 - 1))
def test_the_books_add_up_from_turn_to_turn(script: Script, seed: int) -> None:
    match = open_match(PACKAGE, seed=seed, people=PEOPLE)
    for turn in script:
        before = {seat: match.view(seat).budget for seat in PEOPLE}
        play_turn(match, turn)
        for seat in PEOPLE:
            books = _books(match, seat)
            assert books.turn == match.turn - 1
            assert books.opening == pytest.approx(before[seat], abs=1e-3)
            assert books.closing == match.view(seat).budget
            lines = sum(line.size.value for line in books.lines)
            assert books.opening + lines == pytest.approx(books.closing, abs=0.05)


def test_a_loaded_match_has_the_same_books(tmp_path: Path, seed: int) -> None:
    log = tmp_path / "match.chokepoint"
    match = play(PACKAGE, BUSY, seed=seed, log=log)
    loaded = load_match(log, package=PACKAGE)
    for seat in PEOPLE:
        assert _books(loaded, seat) == _books(match, seat)


def test_running_costs_stand_in_the_price_the_draft_and_what_is_left(seed: int) -> None:
    match = open_match(PACKAGE, seed=seed, people=PEOPLE)
    before = match.view("arden")
    assert match.try_order("arden", RESEARCH).running == pytest.approx(12.0)
    assert match.add("arden", RESEARCH) is None
    view = match.view("arden")
    assert view.draft[0].running == pytest.approx(12.0)
    assert view.budget_after == before.budget_after
    assert view.forecast.costs == pytest.approx(before.forecast.costs + 12.0)
    assert view.forecast.left == pytest.approx(view.budget_after - view.forecast.costs)
    assert ("term.research", -12.0) in [(line.what.code, line.size.value) for line in view.forecast.lines]


def test_what_is_left_is_what_a_calm_turn_leaves(seed: int) -> None:
    match = open_match(PACKAGE, seed=seed, people=PEOPLE)
    for good in ("light_oxide", "heavy_oxide"):
        match.add("arden", {"kind": "set_stockpile", "good": good, "target_days": 0.0, "pace_days": 0.0})
    match.add("arden", RESEARCH)
    left = match.view("arden").forecast.left
    play_turn(match, {})
    income = next(line.size.value for line in _books(match, "arden").lines if line.what.code == "term.income")
    assert match.view("arden").budget - income == pytest.approx(left, abs=1.0)


def test_a_posture_says_what_it_will_take(seed: int) -> None:
    match = open_match(PACKAGE, seed=seed, people=PEOPLE)
    protest = {"kind": "set_posture", "posture": "protest"}
    keeping = match.try_order("arden", protest).keeping
    assert keeping > 0.0
    match.add("arden", protest)
    assert match.view("arden").forecast.capital == pytest.approx(keeping)


def test_another_seat_sees_nothing_of_the_books(seed: int) -> None:
    one, other = (open_match(PACKAGE, seed=seed, people=PEOPLE) for _ in range(2))
    play_turn(one, {"arden": [RESEARCH]})
    play_turn(other, {})
    assert one.view("arden").books != other.view("arden").books
    assert one.view("boreas").books == other.view("boreas").books
    assert one.view("boreas").forecast == other.view("boreas").forecast
