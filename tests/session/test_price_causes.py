"""What moved a price, where orders and events have little part in it."""

from __future__ import annotations

import numpy as np
import pytest

from game.doctrines import open_match
from game.engine import price_pulls
from game.engine.terms import CAUSES
from game.session.match import Match
from game.session.measured.moves import HALF
from tests import shipped

TURNS = 6


@pytest.fixture(scope="module")
def match() -> Match:
    found = open_match(shipped.package("embargo_2010"), seed=3)
    for _ in range(TURNS):
        found.resolve()
    return found


def test_the_parts_of_a_price_are_all_of_its_move(match: Match) -> None:
    world = match.control.world
    for report, turn in zip(match.control.reports, range(TURNS), strict=True):
        before = match.start_of(turn)
        after = match.start_of(turn + 1) if turn + 1 < TURNS else match.control.state
        for good in ("ndpr", "bulk", "magnet"):
            place = world.names.goods.index(good)
            moved = float(after.price[0, place, 0] - before.price[0, place, 0])
            parts = report.terms[f"price {good}"]
            assert sum(parts.values()) == pytest.approx(moved, abs=1e-6)
            assert set(parts) <= set(CAUSES)


def test_what_the_equation_does_not_name_is_little_in_calm(match: Match) -> None:
    state = match.start_of(0)
    goods = match.control.world.goods.counted_goods
    left = price_pulls.pulls(match.control.world, state)["ceiling"][goods]
    assert np.abs(left).max() < 0.2


def test_every_price_of_the_first_screen_has_causes_in_every_turn() -> None:
    package = shipped.package("embargo_2010")
    match = open_match(package, seed=3, people={"japan": "A"})
    by_market = 0
    for _ in range(TURNS):
        match.seal("japan")
        match.resolve()
        for figure in match.view("japan").indicators:
            if figure.key.startswith("price"):
                why = match.why("japan", figure.key)
                acts = sum(cause.size.value for cause in why.causes if cause.what.code.startswith("act."))
                assert why.causes
                by_market += abs(acts) < HALF * abs(why.moved)
    assert by_market
