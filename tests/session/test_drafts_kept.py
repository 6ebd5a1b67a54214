"""Leaving in mid-turn loses nothing: drafts and sealed orders are in the save."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.doctrines import load_match, open_match
from game.session.match import Match
from game.session.saves.loading import Way
from tests.examples import few
from tests.session.scripts import PEOPLE, orders
from tests.session.small_package import small_package

PACKAGE = small_package()
SEATS = sorted(PEOPLE)

_ACTS = st.one_of(
    st.tuples(st.just("add"), st.sampled_from(SEATS), orders()),
    st.tuples(st.sampled_from(["undo", "clear", "seal", "unseal"]), st.sampled_from(SEATS), st.none()),
)


def _do(match: Match, act: str, seat: str, order: object) -> None:
    getattr(match, act)(*((seat,) if order is None else (seat, order)))


def _stand(match: Match) -> dict[str, object]:
    return {seat: (match.drafts(seat), match.sealed(seat), match.view(seat).budget_after) for seat in SEATS}


@given(st.lists(_ACTS, max_size=12), st.integers(0, 1), st.booleans())
@settings(max_examples=few(25))
def test_whatever_was_drafted_stands_as_it_was_left(
    tmp_path_factory: pytest.TempPathFactory, acts: Sequence[tuple[str, str, Any]], turns: int, branch: bool
) -> None:
    path = tmp_path_factory.mktemp("drafts") / "match.chokepoint"
    match = open_match(PACKAGE, seed=3, people=PEOPLE, log=path)
    for _ in range(turns):
        for seat in SEATS:
            match.seal(seat)
        match.resolve()
    for act in acts:
        _do(match, *act)
    left = _stand(match)
    again = load_match(path, way=Way.BRANCH if branch else Way.PLAY, package=PACKAGE)
    assert _stand(again) == left
    assert again.log_path is not None
    assert _stand(load_match(again.log_path, package=PACKAGE)) == left
    for each in (match, again) if branch else (again,):
        for seat in SEATS:
            each.seal(seat)
        each.resolve()
    if branch:
        assert again.control.state.digest() == match.control.state.digest()


def test_a_match_that_is_only_looked_at_holds_its_drafts_once(tmp_path: Path) -> None:
    path = tmp_path / "match.chokepoint"
    match = open_match(PACKAGE, seed=3, people=PEOPLE, log=path)
    match.add("arden", {"kind": "set_posture", "posture": "engage"})
    looked = load_match(path, way=Way.READ, package=PACKAGE)
    looked.save_as(tmp_path / "copy.chokepoint")
    assert (tmp_path / "copy.chokepoint").read_text() == path.read_text()
    assert looked.drafts("arden") == match.drafts("arden")


def test_orders_that_are_refused_are_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "match.chokepoint"
    match = open_match(PACKAGE, seed=3, people=PEOPLE, log=path)
    before = path.read_bytes()
    assert match.add("arden", {"kind": "fund_project", "project": "no_such_thing"}) is not None
    assert not match.undo("arden")
    match.clear("arden")
    match.unseal("arden")
    assert path.read_bytes() == before
