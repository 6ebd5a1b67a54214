"""Each secret made another, mark by mark: not a byte that a seat can get at changes."""

from __future__ import annotations

import difflib
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.session.match import Match
from tests import shipped
from tests.examples import few
from tests.played import at_turn
from tests.secrecy.change import changes
from tests.secrecy.reach import reach
from tests.session.scripts import BUSY, PEOPLE, play
from tests.session.small_package import small_package

CHANGES = changes()
SHIPPED = "embargo_2010"
SEATED = {"japan": "Aki", "eu": "Elsa"}
RECORDS = ("state.supply.", "state.played.")
"""Records of many columns, of which each stays what it is whatever the others are."""


@cache
def small(turns: int) -> Match:
    """A match of the small package after so many turns, never to be played on."""
    return play(small_package(), BUSY[:turns], seed=7)


@cache
def played(turns: int) -> Match:
    return at_turn(shipped.package(SHIPPED), turns, SEATED)


@cache
def unchanged(match: Match, seat: str) -> str:
    """What a seat can get at in one of these matches."""
    return reach(match, seat)


def told_apart(match: Match, seat: str, mark: str, size: float) -> str:
    """What a seat could tell two matches apart by that differ in what `mark` keeps from it; empty where nothing."""
    other = CHANGES[mark](match, match.seats.index(seat), size)
    one, two = unchanged(match, seat), reach(other, seat)
    return "\n".join(difflib.unified_diff(one.splitlines(), two.splitlines(), lineterm="", n=0)) if one != two else ""


@given(st.integers(0, 3), st.sampled_from(sorted(PEOPLE)), st.sampled_from(sorted(CHANGES)), st.floats(1.1, 6.0))
@settings(max_examples=few(60))
def test_no_secret_changes_what_a_seat_can_get_at(turns: int, seat: str, mark: str, size: float) -> None:
    assert not told_apart(small(turns), seat, mark, size)


@pytest.mark.slow
@pytest.mark.parametrize("mark", [mark for mark in sorted(CHANGES) if not mark.startswith(RECORDS)])
def test_no_secret_of_a_shipped_scenario_does(mark: str) -> None:
    """In the fourth turn, for one seat or the other: a match of a small package plays them all."""
    seat = sorted(SEATED)[sorted(CHANGES).index(mark) % len(SEATED)]
    assert not told_apart(played(3), seat, mark, 2.5)


@pytest.mark.slow
@pytest.mark.parametrize("seat", sorted(SEATED))
@pytest.mark.parametrize("record", RECORDS)
def test_no_column_of_a_shipped_scenarios_records_does(record: str, seat: str) -> None:
    """All at once, for each stands alone; where a seat can tell, they are tried one by one and named."""
    marks, other = [mark for mark in sorted(CHANGES) if mark.startswith(record)], played(3)
    for mark in marks:
        other = CHANGES[mark](other, other.seats.index(seat), 2.5)
    if unchanged(played(3), seat) != reach(other, seat):
        told = {mark: told_apart(played(3), seat, mark, 2.5) for mark in marks}
        pytest.fail("\n".join(f"{mark}:\n{lines}" for mark, lines in told.items() if lines) or f"together: {marks}")
