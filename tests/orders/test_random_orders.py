"""Whatever is ordered, money and capital never go below nothing and no site's output is promised twice."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game import orders
from game.engine.world import RELEASE_RULES
from tests.examples import few
from tests.orders.any_order import turns_of
from tests.orders.table import Table
from tests.small_world import builders_world, small_world

WORLDS = (small_world(), builders_world())


def _dividends(table: Table) -> Any:
    """What sites paid the two seats since the last look, (2, B)."""
    paid = np.zeros((2, table.state.batch))
    for event in table.events.take():
        if event.kind == "dividend_paid":
            paid[event.actor, event.match] += event.amount
    return paid


@settings(max_examples=few(25))
@given(turns=turns_of(WORLDS[0]), first=st.integers(1, 1000), world=st.sampled_from(range(len(WORLDS))))
def test_bounds_hold(turns: list[list[tuple[int, dict[str, Any]]]], first: int, world: int) -> None:
    table = Table(WORLDS[world], matches=2, first=first)
    seats = slice(0, 2)
    for turn in turns:
        table.turn()
        purse, spent = table.state.budget[seats].copy(), table.state.spent[seats].copy()
        for nation, order in turn:
            before = table.state.budget[nation].copy(), table.state.capital[nation].copy()
            price, capital = orders.charge(table.world, table.state, nation, orders.parse(order))
            accepted = table.give(nation, **order) == orders.ALLOWED
            assert table.state.budget[nation] == pytest.approx(before[0] - price * accepted)
            assert table.state.capital[nation] == pytest.approx(before[1] - capital * accepted)
        table.months(6)
        balance = purse - (table.state.spent[seats] - spent) + _dividends(table)
        assert (table.state.budget[seats] >= balance - 1e-6).all()
        keeps = table.state.release_rule[seats] == RELEASE_RULES.index("hold")  # sells nothing from its stockpile
        assert table.state.budget[seats][keeps] == pytest.approx(balance[keeps], abs=1e-6)
        assert (table.state.budget >= 0.0).all()
        assert (table.state.capital >= 0.0).all()
        assert (table.state.offtake >= 0.0).all()
        assert (table.state.offtake.sum(axis=0) <= 1.0 + 1e-12).all()
        for share in (table.state.tension, table.state.trust, table.state.approval, table.state.reputation):
            assert (np.abs(share - 0.5) <= 0.5).all()
