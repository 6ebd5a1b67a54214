"""The register of agreements: what a seat sees of terms, worth, how they are kept and what is over; and its saves."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from game.doctrines import load_match, open_match
from game.session.match import Match
from game.session.saves.replay import verify
from game.session.views import AgreementView
from tests.bargaining import bargaining
from tests.session.small_package import small_package

PACKAGE = replace(small_package(), world=bargaining())
NOTE = "as long as the mine runs"
PEOPLE = {"arden": "Ada", "boreas": "Ben"}


def _turn(match: Match, **orders: list[dict[str, Any]]) -> None:
    for seat in match.seats:
        for order in orders.get(seat, []):
            assert match.add(seat, order) is None
        match.seal(seat)
    match.resolve()


def _pool(match: Match, seat: str) -> AgreementView:
    return next(one for one in match.view(seat).agreements if one.kind == "pool" and one.partner in PEOPLE)


def _pooled(log: Path | None = None) -> Match:
    """A match in which a proposal was countered and the counter-offer accepted."""
    match = open_match(PACKAGE, seed=3, people=PEOPLE, log=log)
    pool = {"agreement": "pool", "days": 40.0, "note": NOTE}
    _turn(match, arden=[{"kind": "propose_agreement", "partner": "boreas", **pool}])
    assert _pool(match, "boreas").status == "offered"
    counter = {"kind": "propose_agreement", "partner": "arden", **pool, "days": 20.0, "fee": -3.0}
    _turn(match, boreas=[counter])
    accept = {"kind": "answer_agreement", "agreement": "pool", "partner": "boreas", "accept": True}
    _turn(match, arden=[accept])
    return match


def test_both_see_the_same_terms_and_note() -> None:
    match = _pooled()
    found = {}
    for seat, sign in (("arden", 1.0), ("boreas", -1.0)):
        one = _pool(match, seat)
        assert (one.status, one.note) == ("in force", NOTE)
        assert one.since < one.until
        stated = {clause.name: clause.value for clause in one.clauses}
        assert (stated["days"], stated["fee"]) == (20.0, 3.0 * sign)
        found[seat] = dict(one.worth)
    assert found["arden"]["fee"] == pytest.approx(-found["boreas"]["fee"])
    assert _pool(match, "arden").paid > _pool(match, "boreas").paid


def test_what_is_over_stays_in_the_register() -> None:
    match = _pooled()
    _turn(match, boreas=[{"kind": "leave_agreement", "agreement": "pool", "partner": "arden"}])
    assert [one.end for one in match.view("boreas").past_agreements] == ["left"]
    (past,) = match.view("arden").past_agreements
    assert (past.kind, past.partner, past.end) == ("pool", "boreas", "left_us")
    assert _pool(match, "arden").status == "none"


def test_a_broken_promise_is_told_to_all() -> None:
    match = _pooled()
    while not match.finished and not match.view("arden").past_agreements:
        _turn(match)
    ends = {seat: match.view(seat).past_agreements[0].end for seat in PEOPLE}
    assert sorted(ends.values()) == ["broke", "broken"]
    for seat in PEOPLE:
        codes = [headline.message.code for headline in match.headlines(seat)]
        assert "event.agreement_breached" in codes


def test_a_save_brings_it_all_back_and_is_replayed(tmp_path: Path) -> None:
    path = tmp_path / "match.chokepoint"
    match = _pooled(path)
    match.close()
    again = load_match(path, package=PACKAGE)
    for seat in PEOPLE:
        assert again.view(seat).agreements == match.view(seat).agreements
        assert again.view(seat).past_agreements == match.view(seat).past_agreements
    again.close()
    assert verify(path, package=PACKAGE).ok


def test_a_note_is_for_the_parties_alone() -> None:
    world = PACKAGE.world
    match = open_match(PACKAGE, seed=3, people=PEOPLE)
    supply = {"kind": "propose_agreement", "agreement": "supply", "partner": "mineland", "note": NOTE}
    assert world.agreements.allowed[0, 1, 3]
    _turn(match, arden=[supply])
    notes = {seat: {one.note for one in match.view(seat).agreements} for seat in PEOPLE}
    assert notes == {"arden": {"", NOTE}, "boreas": {""}}
