"""Figures of goods, sites and sectors that are worked out from the state, not only looked up in it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.engine import metrics, step
from game.engine.conditions import Condition, Reading
from game.engine.month import Month
from game.engine.world import DAYS_A_MONTH, MAGNET, MINE, SEPARATION
from tests.orders.table import ARDEN, RIVAL, Table, calm
from tests.small_world import GOODS as GOODS_OF_ALL

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


@pytest.mark.parametrize("name", ["reserve", "reserve_days", "flow_release", "flow_purchase", "stockpile_target"])
def test_stockpiles_hold_nothing_of_goods_that_they_do_not_keep(name: str) -> None:
    table = Table()
    table.state.reserve[:] = table.state.flow_release[:] = table.state.flow_purchase[:] = 7.0
    held = {
        good: float(metrics.value(table.world, table.state, name, "arden", good)[0]) for good in table.world.names.goods
    }
    assert {good for good, value in held.items() if value} == {"light_oxide", "heavy_oxide"}


def test_a_site_makes_goods_of_its_own_stage_alone() -> None:
    table = Table()
    table.months(1)
    made = [
        metrics.value(table.world, table.state, "site_made", "dominion_mine", good)[0]
        for good in table.world.names.goods
    ]
    assert [value > 0.0 for value in made] == [True, False, False, True, False, False]


def test_what_is_won_from_scrap_is_of_one_stage() -> None:
    table = Table()
    table.state.flow_recycled[:] = 3.0
    won = [
        metrics.value(table.world, table.state, "flow_recycled", "arden", good)[0] for good in table.world.names.goods
    ]
    assert won == [0.0, 3.0, 0.0, 0.0, 3.0, 0.0]


def test_the_cover_of_a_good_counts_what_is_made_of_it_later() -> None:
    table = Table()
    state = table.state
    state.stock[ARDEN, 0] = np.array([1.0, 20.0, 40.0])[:, None]
    state.reserve[ARDEN, 0], state.year_use[ARDEN, 0] = 10.0, np.array([2.0, 6.0, 5.0])[:, None]
    state.year_output[ARDEN, 0] = np.array([0.0, 1.0, 4.0])[:, None]
    covers = [
        float(metrics.value(table.world, state, "cover", "arden", f"light_{good}")[0]) for good in ("oxide", "alloy")
    ]
    assert covers == pytest.approx([70.0 / 7.0 * DAYS_A_MONTH, 40.0 / 5.0 * DAYS_A_MONTH])


def test_the_bottleneck_looks_at_the_stages_that_count() -> None:
    mines = replace(GOODS_OF_ALL, counted=np.ones(3, dtype=bool))
    for goods, stages in ((GOODS_OF_ALL, (SEPARATION, MAGNET)), (mines, (MINE, SEPARATION, MAGNET))):
        table = Table(calm(goods=goods))
        table.state.year_rival[ARDEN, :, MINE] = table.state.year_use[ARDEN, :, MINE] = 5.0
        shares = [metrics.read(table.world, table.state, Reading("dependence", (ARDEN, stage))) for stage in stages]
        bottleneck = metrics.value(table.world, table.state, "bottleneck", "arden")
        assert bottleneck.tolist() == np.maximum.reduce(shares).tolist()


def test_a_shortage_is_told_of_the_good_of_which_most_is_lacking() -> None:
    always = Condition(((),), "always")
    table = Table(calm(rival_rules={"chance": np.array([0.0, 1.0]), "when": (always, always)}, market={"leakage": 0.0}))
    table.state.stock[ARDEN] *= 0.1
    table.months(2)
    told = {event.item for event in table.told("shortage") if event.actor == ARDEN}
    lacking = table.state.flow_unmet[ARDEN, ..., 0] / np.maximum(table.state.flow_need[ARDEN, ..., 0], 1e-9)
    assert told
    assert all(lacking[table.world.goods.place(good)] > 0.0 for good in told)


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
