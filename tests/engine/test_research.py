"""Research: diminishing returns, spill-over, savings for good, levels told."""

from __future__ import annotations

import numpy as np
import pytest

from tests.orders.table import ARDEN, BOREAS, MINELAND, RECYCLING, REFINIA, THRIFTING, Table, calm
from tests.small_sections import LIGHT, OXIDES


def study(rate: float, months: int = 12, line: str = "thrifting", **changes: object) -> Table:
    table = Table(calm(**changes))
    table.state.budget[ARDEN] = 1e6
    if rate:
        table.give(ARDEN, kind="fund_research", line=line, rate=rate)
    table.months(months)
    return table


def test_half_the_pace_at_half_spend() -> None:
    gained = study(15.0, 12).state.readiness[ARDEN, THRIFTING, 0] - 3.0
    assert gained == pytest.approx(0.5 * 1.0)


def test_twice_the_money_brings_less_than_twice_the_gain() -> None:
    gains = [float(study(rate).state.readiness[ARDEN, THRIFTING, 0]) - 3.0 for rate in (0.0, 10.0, 20.0, 40.0)]
    assert gains[0] == 0.0
    assert gains[1] < gains[2] < 2 * gains[1]
    assert gains[2] < gains[3] < 2 * gains[2]


def test_the_last_levels_are_the_hardest_and_nine_is_the_end() -> None:
    table = Table(calm())
    table.state.budget[ARDEN] = 1e6
    table.give(ARDEN, kind="fund_research", line="recycling", rate=50.0)
    table.state.readiness[ARDEN, RECYCLING] = 7.9
    table.months(3)
    slow = table.state.readiness[ARDEN, RECYCLING, 0] - 7.9
    assert 0.0 < slow < 0.7 * 3 * 0.1 * 50 / 60
    table.state.readiness[ARDEN, RECYCLING] = 8.99
    table.months(12)
    assert table.state.readiness[ARDEN, RECYCLING, 0] == 9.0


def test_it_is_paid_month_by_month() -> None:
    spent = study(24.0, 6).state.spent[ARDEN, 0] - study(0.0, 6).state.spent[ARDEN, 0]
    assert spent == pytest.approx(12.0, rel=1e-3)  # what it saves makes stored goods a little cheaper to keep


def test_an_empty_purse_slows_it_and_is_told() -> None:
    table = Table(calm())
    table.give(ARDEN, kind="fund_research", line="thrifting", rate=48.0)
    table.state.budget[ARDEN] = 0.0
    table.months(2)
    assert table.state.readiness[ARDEN, THRIFTING, 0] == 3.0
    assert table.state.budget[ARDEN, 0] == 0.0
    short = table.told("budget_short")
    assert short[0].actor == ARDEN
    assert short[0].amount == pytest.approx(4.0)


def test_partners_share_what_they_know() -> None:
    table = Table(calm())
    table.give(ARDEN, kind="propose_agreement", agreement="pool", partner="mineland")
    table.months(12)
    lead = 6.0 - 3.0
    gained = table.state.readiness[MINELAND, RECYCLING, 0] - 3.0
    assert gained == pytest.approx(lead * (1.0 - (1.0 - 0.3 / 12.0) ** 12), rel=1e-6)
    assert table.state.readiness[ARDEN, RECYCLING, 0] == 6.0
    assert table.state.readiness[BOREAS, THRIFTING, 0] == 3.0


def test_an_agreement_without_research_shares_nothing() -> None:
    table = Table(calm())
    table.give(ARDEN, kind="propose_agreement", agreement="supply", partner="mineland")
    table.months(12)
    assert table.state.readiness[MINELAND, RECYCLING, 0] == 3.0


def test_a_gain_saves_a_dear_feed_for_good() -> None:
    table, idle = study(15.0, 12), study(0.0, 12)
    known = table.state.held("thrift_known", "N")[ARDEN, 0]
    assert known == pytest.approx(0.5 * 0.035, rel=0.15)
    for sitting in (table, idle):
        sitting.state.research_rate[:] = 0.0
        sitting.months(100)
    saved = table.state.thrift[ARDEN, :, 0] - idle.state.thrift[ARDEN, :, 0]
    assert ((0.5 * known < saved[OXIDES]) & (saved[OXIDES] <= known)).all()  # a dear feed had taught part of it


def test_what_is_learnt_makes_plants_of_the_host_cheaper() -> None:
    table = Table(calm(research={"separation_gain": np.array([0.0, 0.1])}))
    table.state.readiness[REFINIA, THRIFTING] = 5.0
    table.months(1)
    assert table.state.held("burden", "S")[:, 0].tolist() == pytest.approx([0.0] * 7 + [-0.2])


def test_a_site_that_needs_a_line_waits_for_it() -> None:
    ready, unready = Table(), Table()
    unready.state.readiness[ARDEN, RECYCLING] = 4.9
    for sitting in (ready, unready):
        sitting.months(3)
    assert ready.state.flow_recycled[ARDEN, LIGHT, 0] > 0.0
    assert not unready.state.flow_recycled.any()
    unready.state.readiness[ARDEN, RECYCLING] = 5.0
    unready.months(6)
    assert unready.state.flow_recycled[ARDEN, LIGHT, 0] > 0.0


def test_whole_levels_are_told_once() -> None:
    told = study(40.0, 24).told("research_level")
    assert [(event.actor, event.item, event.amount, event.cause) for event in told] == [
        (ARDEN, THRIFTING, 4.0, "order:arden:fund_research")
    ]
