"""Figures of goods, sites and sectors that are worked out from the state, not only looked up in it."""

from __future__ import annotations

import numpy as np
import pytest

from game.engine import metrics, step
from game.engine.month import Month
from game.engine.world import MAGNET, MINE, SEPARATION
from tests.orders.table import ARDEN, RIVAL, Table, calm

GOODS = range(6)


def test_feed_is_what_the_plants_took_in() -> None:
    table = Table(matches=2)
    table.months(3)
    month = Month(table.state, table.events)
    for advance in step.PHASES:
        advance(table.world, table.state, month)
    for good in GOODS:
        material, stage = table.world.goods.place(good)
        feed = metrics.of_nations(table.world, table.state, "flow_feed", 6, good)
        assert feed == pytest.approx(month.feed_drawn[:, material, stage], rel=1e-12, abs=0.0)
    assert month.feed_drawn[RIVAL, 0, MINE:MAGNET].all()


def test_a_quota_is_compared_with_exports() -> None:
    table = Table(calm(rival_rules={"chance": np.zeros(2), "base_quota": np.full((60, 2, 3), 50.0)}))
    table.months(2)
    used = metrics.value(table.world, table.state, "quota_used", "light_oxide")
    assert used == pytest.approx(table.state.flow_exports[RIVAL, 0, SEPARATION] / 50.0)
    table.state.quota[:] = np.inf
    assert metrics.value(table.world, table.state, "quota_used", "light_oxide") == 0.0
    assert np.isinf(metrics.value(table.world, table.state, "quota_by_good", "light_oxide"))


def test_industry_makes_what_its_activity_calls_for_less_what_it_lost() -> None:
    busy = np.ones((60, 6, 2))
    busy[1:, ARDEN, 0] = 1.5
    table = Table(calm(demand={"activity": busy}), matches=2)
    table.months(1)
    table.state.flow_lost_output[ARDEN, 0] = 0.2
    assert metrics.value(table.world, table.state, "activity", "arden", "cars").tolist() == [1.0, 1.0]
    table.state.month += 1
    assert metrics.value(table.world, table.state, "industry_output", "arden", "cars") == pytest.approx([1.2, 1.2])


def test_the_loss_of_a_month_is_told_in_parts_of_a_months_gdp() -> None:
    table = Table()
    table.state.flow_gdp[ARDEN] = 0.01 * table.world.economy.gdp[ARDEN] * 1000.0 / 12.0
    assert metrics.value(table.world, table.state, "gdp_loss_month", "arden") == pytest.approx(1.0)


def test_only_seats_are_promised_a_part_of_what_a_site_makes() -> None:
    table = Table()
    table.state.offtake[ARDEN, 3] = 0.3
    site = table.world.names.sites[3]
    assert metrics.value(table.world, table.state, "promised", "arden", site) == 0.3
    assert metrics.value(table.world, table.state, "promised", "mineland", site) == 0.0
