"""What an order adds to the costs of each turn is what the bills of the coming turn rise by once it is given."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from game import orders
from game.engine import running
from game.engine.world import World
from tests.orders.any_order import any_order
from tests.orders.table import ARDEN, PLANT_SITE, RECYCLING, Table, calm
from tests.small_world import builders_world, small_world

WORLD, BUILDERS = small_world(), builders_world()
WAITS = ("propose_agreement",)
"""Costs only once a partner has signed."""


def _bill(table: Table) -> Any:
    return _total({line.cause: line.due for line in running.bills(table.world, table.state)})


def _played(world: World) -> Table:
    """A table after a year in which there is something to pay for."""
    table = Table(world, matches=2)
    table.give(ARDEN, kind="fund_project", project="rescue_plant", instrument="equity", public_share=0.7)
    table.give(ARDEN, kind="set_stockpile", good="light_oxide", target_days=20.0, pace_days=5.0)
    table.months(12)
    table.turn()
    return table


@given(st.booleans(), st.data())
@pytest.mark.slow
def test_running_costs_are_the_rise_of_the_bills(builders: bool, data: st.DataObject) -> None:
    table = _played(BUILDERS if builders else WORLD)
    given_order = data.draw(any_order(table.world))
    assume(given_order["kind"] not in WAITS)
    order = orders.parse(given_order)
    before = _bill(table)
    expected = order.running(table.world, table.state, ARDEN)
    assume((table.give(ARDEN, **given_order) == orders.ALLOWED).all())
    if given_order["kind"] == "fund_project":
        assert not expected.any()  # what it brings in offtake, and floors for it, is paid when it comes
        return
    assert _bill(table) - before == pytest.approx(expected, abs=1e-6)


def test_a_posture_costs_political_capital_each_turn() -> None:
    table = _played(WORLD)
    protest = orders.parse({"kind": "set_posture", "posture": "protest"})
    more = protest.keeping(table.world, table.state, ARDEN)
    assert (more > 0.0).all()
    kept = orders.parse({"kind": "set_posture", "posture": "neutral"}).keeping(table.world, table.state, ARDEN)
    assert not kept.any()
    twin = Table(WORLD, matches=2)
    twin.state = table.state.copy()
    table.give(ARDEN, kind="set_posture", posture="protest")
    for each in (table, twin):
        each.turn()
    assert twin.state.capital[ARDEN] - table.state.capital[ARDEN] == pytest.approx(more)


def test_the_bills_foretell_what_a_calm_turn_costs() -> None:
    table = _played(WORLD)
    table.state.stockpile_target[:] = 0.0  # what is bought depends on who sells
    table.give(ARDEN, kind="fund_research", line="recycling", rate=24.0)
    table.events.terms.take()
    foretold = {line.cause: line.due for line in running.bills(table.world, table.state)}
    assert foretold["research"][ARDEN, RECYCLING] == pytest.approx([12.0, 12.0])
    before = table.state.budget[ARDEN].copy()
    table.months(6)
    assert before - table.state.budget[ARDEN] == pytest.approx(_total(foretold), rel=0.05)


def test_a_guaranteed_price_costs_what_last_month_s_runs_lacked_of_it() -> None:
    table = _played(calm())
    table.give(ARDEN, kind="set_trade_policy", import_tariff=0.0, price_floor=20.0)
    table.months(1)
    booked = table.state.held("support", "S").copy()
    foretold = {line.cause: line.due for line in running.bills(table.world, table.state)}["floor"][ARDEN, PLANT_SITE]
    assert (foretold > 0.0).all()
    table.months(1)
    paid = (table.state.held("support", "S") - booked)[PLANT_SITE]
    assert foretold == pytest.approx(paid * table.world.calendar.turn_months, rel=0.1)


def _total(foretold: dict[str, Any]) -> Any:
    return sum(due[ARDEN].sum(axis=0) if due.ndim > 2 else due[ARDEN] for due in foretold.values())
