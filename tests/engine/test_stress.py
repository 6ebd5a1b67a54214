"""The stress test: what a nation would lack if nothing more came from the rival."""

from __future__ import annotations

import numpy as np
import pytest

from game.engine import metrics
from game.engine.metrics.cover import made_of
from game.engine.state import State
from game.engine.world import RELEASE_RULES, World
from tests.orders.table import ARDEN, Table


def test_who_holds_nothing_and_buys_all_of_it_from_the_rival_lacks_all() -> None:
    table = Table()
    good, state = _only(table), table.state
    state.year_imports[ARDEN, good] = state.year_rival[ARDEN, good] = 10.0
    assert _lack(table) == pytest.approx(1.0)


def test_stocks_count_for_as_long_as_they_last_and_a_stockpile_only_if_it_may_be_opened() -> None:
    table = Table()
    good, state = _only(table), table.state
    state.year_imports[ARDEN, good] = state.year_rival[ARDEN, good] = 10.0
    state.stock[ARDEN, good], state.reserve[ARDEN, good] = 15.0, 30.0
    # Ten tonnes a month for six months: a quarter lies in firms, a half in the stockpile.
    assert _lack(table) == pytest.approx(0.25)
    state.release_rule[ARDEN] = RELEASE_RULES.index("hold")
    assert _lack(table) == pytest.approx(0.75)


def test_what_comes_from_elsewhere_goes_on_coming() -> None:
    table = Table()
    good, state = _only(table), table.state
    state.year_imports[ARDEN, good], state.year_rival[ARDEN, good] = 10.0, 6.0
    assert _lack(table) == pytest.approx(0.6)
    state.year_imports[ARDEN, good] = 40.0
    assert _lack(table) == 0.0


def test_what_is_made_at_home_is_made_of_what_there_is() -> None:
    table = Table()
    world, state = table.world, table.state
    made, feeds = _made_at_home(world)
    _nothing(state)
    state.year_use[ARDEN, made] = state.year_output[ARDEN, made] = 10.0
    for flow in (state.year_use, state.year_imports, state.year_rival):
        flow[ARDEN, feeds] = 12.0
    all_lacking = _lack(table)
    state.stock[ARDEN, feeds] = 36.0
    assert all_lacking == pytest.approx(1.0)
    assert _lack(table) == pytest.approx(0.5)


def test_who_uses_nothing_lacks_nothing_and_seats_at_once_are_what_they_are_alone() -> None:
    table = Table(matches=3)
    alone = [metrics.value(table.world, table.state, "stress", name) for name in ("arden", "boreas")]
    together = metrics.of_nations(table.world, table.state, "stress", 2)
    assert np.array_equal(together, np.array(alone))
    assert np.all((together >= 0.0) & (together <= 1.0))
    _nothing(table.state)
    assert not metrics.value(table.world, table.state, "stress", "arden").any()


def _nothing(state: State) -> None:
    for figure in ("year_use", "year_output", "year_imports", "year_rival", "stock", "reserve"):
        getattr(state, figure)[:] = 0.0


def _only(table: Table) -> int:
    """The first counted good, the only one that is used, ten tonnes a month."""
    _nothing(table.state)
    good = int(table.world.goods.counted_goods[0])
    table.state.year_use[ARDEN, good] = 10.0
    return good


def _made_at_home(world: World) -> tuple[int, list[int]]:
    """A counted good, and the counted goods that it is made of."""
    counted = set(world.goods.counted_goods.tolist())
    made = ((good, feeds.tolist()) for good, feeds in made_of(world))
    return next((good, feeds) for good, feeds in made if {good, *feeds} <= counted)


def _lack(table: Table) -> float:
    return float(metrics.value(table.world, table.state, "stress", "arden")[0])
