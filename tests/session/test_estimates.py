"""A draft prices by plan and says by how much chance may pass it; what it really costs is news when it is known."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.package import Package
from game.doctrines import open_match
from game.session.match import Match
from tests import shipped

FUND: dict[str, Any] = {"kind": "fund_project", "project": "mt_weld_1", "instrument": "loan", "public_share": 0.5}


@pytest.fixture(scope="module")
def package() -> Package:
    return shipped.package("embargo_2010")


def opened(package: Package, seed: int) -> Match:
    return open_match(package, seed=seed, people={"japan": "Aki"})


def test_whatever_the_dice_the_draft_reads_the_same(package: Package) -> None:
    shown = set()
    for seed in range(1, 9):
        match = opened(package, seed)
        assert match.add("japan", FUND) is None
        view = match.view("japan")
        shown.add((view.budget_after, view.draft, view.projects))
    assert len(shown) == 1


@given(seed=st.integers(0, 2**63 - 1))
def test_an_order_taken_back_leaves_nothing_behind(package: Package, seed: int) -> None:
    match = opened(package, seed)
    before = match.view("japan")
    match.add("japan", FUND)
    assert match.view("japan").budget_after == pytest.approx(before.budget - match.view("japan").draft[0].price)
    match.undo("japan")
    assert match.view("japan") == before


def test_an_overrun_is_news_with_its_amount_and_lies_in_the_band(package: Package) -> None:
    amounts = []
    for seed in range(1, 9):
        match = opened(package, seed)
        match.add("japan", FUND)
        band = match.view("japan").draft[0].overrun
        match.seal("japan")
        match.resolve()
        told = [event for event in match.control.reports[0].events if event.kind == "project_overrun"]
        mine = [event.amount for event in told if event.actor == 0]
        assert len([line for line in match.headlines("japan", 0) if line.kind == "project_overrun"]) == len(mine)
        assert all(band.low <= amount <= band.high for amount in mine)
        amounts += mine
    assert len(amounts) > 4
    assert min(amounts) < band.expected < max(amounts)


def test_an_instrument_that_does_not_build_has_no_overrun(package: Package) -> None:
    match = opened(package, 1)
    choice = match.try_order("japan", {**FUND, "project": "sareco", "instrument": "grant"})
    assert choice.allowed
    assert choice.overrun.high == 0.0
