"""What a seat sees of what it holds; matches with such orders saved and played again; orders that come too late."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game.content.package import Package
from game.doctrines import load_match, open_match
from game.engine.phases import cofinance
from game.engine.state import DONE
from game.session.match import Match
from game.session.views import HoldingView
from tests.session.scripts import PEOPLE
from tests.session.small_package import small_package

FUND = {"kind": "fund_project", "project": "new_mine", "instrument": "equity", "public_share": 0.4}
SHARED = {**FUND, "instrument": "loan", "public_share": 0.3}


def play(match: Match, turns: int = 1, **orders: dict[str, Any]) -> None:
    """Turns in which the seats give these orders in the first."""
    for seat, order in orders.items():
        refusal = match.add(seat, order)
        assert refusal is None, refusal
    for _ in range(turns):
        for seat in match.people:
            match.seal(seat)
        match.resolve()


def holding(match: Match, seat: str, site: str = "new_mine_site") -> HoldingView | None:
    return next((one for one in match.view(seat).holdings if one.site == site), None)


@pytest.fixture
def match(seed: int) -> Match:
    return open_match(small_package(), seed=seed, people=PEOPLE)


def site_of(match: Match) -> str:
    world = match.control.world
    site: str = world.names.sites[world.projects.site[world.names.index("projects", "new_mine")]]
    return site


def test_each_seat_sees_its_part_and_with_whom(match: Match) -> None:
    play(match, arden=FUND, boreas=SHARED)
    site = site_of(match)
    mine, theirs = holding(match, "arden", site), holding(match, "boreas", site)
    assert mine is not None
    assert theirs is not None
    assert [(one.project, one.instrument, one.part, one.others) for one in mine.parts] == [
        ("new_mine", "equity", 0.4, (("boreas", 0.3),))
    ]
    assert (mine.paid, mine.back) == pytest.approx((80.0, 0.0))
    assert theirs.paid == pytest.approx(60.0)
    project = next(one for one in match.view("arden").projects if one.id == "new_mine")
    assert (project.public_share, project.own_share) == pytest.approx((0.7, 0.4))
    assert project.financiers == (("arden", 0.4), ("boreas", 0.3))


def test_what_is_completed_is_worth_something_and_can_be_sold(match: Match) -> None:
    play(match, arden=FUND)
    state, site = match.control.state, site_of(match)
    place = match.control.world.names.index("sites", site)
    state.project_phase[0], state.site_status[place], state.stake[0, place] = DONE, 1, 0.4
    state.held("capacity", "S")[place], state.held("year_margin", "S")[place] = 50.0, 3.0
    seen = holding(match, "arden", site)
    assert seen is not None
    choice = match.try_order("arden", {"kind": "sell_stake", "site": site, "part": 0.5})
    assert choice.allowed
    assert -choice.price == pytest.approx(0.5 * seen.worth)
    ease = match.try_order("arden", {"kind": "ease_terms", "site": site, "years": 3})
    assert ease.price == pytest.approx(3 * seen.interest)


@pytest.mark.parametrize("deed", ["let_go", "together"])
def test_such_a_match_is_saved_and_played_again(match: Match, tmp_path: Path, deed: str) -> None:
    path = tmp_path / "shared.chokepoint"
    match.save_as(path)
    together = deed == "together"
    play(match, arden={**FUND, "together": together}, boreas={**SHARED, "together": together})
    if deed == "let_go":
        play(match, boreas={"kind": "let_go", "site": site_of(match)})
    play(match)
    digest, held = match.control.state.digest(), match.view("arden").holdings
    match.keep()
    match.close()
    again = load_match(path, package=small_package())
    assert again.control.state.digest() == digest
    assert again.view("arden").holdings == held
    assert (holding(again, "boreas", site_of(again)) is None) == (deed == "let_go")
    play(again)


def test_the_draft_tells_what_would_be_ready_after_the_end(match: Match) -> None:
    months = match.control.world.calendar.months
    play(match, turns=match.control.world.calendar.turns - 1)
    cofinance.offer_again(match.control.state, 0, np.ones(1, dtype=bool))
    left = months - match.control.state.month
    ready = match.control.world.projects.phase_mode[0, match.control.world.projects.start_phase[0] :].sum()
    choice = match.try_order("arden", FUND)
    assert choice.allowed
    assert choice.late == pytest.approx(ready - left)
    assert match.add("arden", FUND) is None
    assert match.view("arden").draft[0].late == choice.late
    pile = {"kind": "set_stockpile", "good": "heavy_oxide", "release": "shortage"}
    assert match.try_order("arden", {**pile, "target_days": 300.0, "pace_days": 5.0}).late > 30.0
    assert match.try_order("arden", {**pile, "target_days": 20.0, "pace_days": 20.0}).late == 0.0


def test_what_acts_in_time_is_not_called_late(package: Package, seed: int) -> None:
    match = open_match(package, seed=seed, people={package.default_seat: ""})
    late = {one.id: one.choice.late for one in match.view(package.default_seat).projects}
    assert min(late.values()) == 0.0
    assert max(late.values()) > 0.0
