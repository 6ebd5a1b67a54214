"""Figures of goods, sites and sectors that are worked out from the state, not only looked up in it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from game.engine import metrics
from game.engine.conditions import Condition, Reading
from game.engine.world import DAYS_A_MONTH
from tests.orders.table import ARDEN, RIVAL, Table, calm
from tests.small_sections import ALLOY, HEAVY, LIGHT, NAMES, ORE, OXIDES, SCRAP
from tests.small_world import GOODS as GOODS_OF_ALL

MINE, SEPARATION, MAGNET = range(3)


def test_feed_is_what_the_plants_took_in() -> None:
    table = Table(matches=2)
    table.months(3)
    state = table.state
    ran, takes = state.handed("ran", "S"), table.world.supply.rules["takes"][0, :8, :5]
    for good, name in enumerate(NAMES.goods):
        taken = sum(ran[site] * takes[site, good] for site in (2, 3, 4))
        feed = metrics.value(table.world, state, "flow_feed", "dominion", name)
        assert feed == pytest.approx(taken, rel=0.02, abs=1e-6)  # recipes save a little of it
    assert (metrics.value(table.world, state, "flow_feed", "dominion", "ore") > 0.0).all()


def test_a_quota_is_compared_with_exports() -> None:
    table = Table(calm(rival_rules={"chance": np.zeros(2), "base_quota": np.full((60, 2), 50.0)}))
    table.months(2)
    used = metrics.value(table.world, table.state, "quota_used", "light_oxide")
    assert used == pytest.approx(table.state.flow_exports[RIVAL, LIGHT] / 50.0)
    table.state.quota[:] = np.inf
    assert metrics.value(table.world, table.state, "quota_used", "light_oxide") == 0.0
    assert np.isinf(metrics.value(table.world, table.state, "quota_by_good", "light_oxide"))


def test_what_is_dug_at_home_and_promised_to_nobody_is_under_contract() -> None:
    mine = int(np.flatnonzero(calm().sites.digs & (calm().supply.start["capacity"][0, :8] > 0.0))[0])
    hosts = calm().sites.host.copy()
    hosts[mine] = ARDEN
    abroad, home = Table(), Table(calm(sites={"host": hosts}))
    found = []
    for table in (abroad, home):
        table.months(2)
        found.append(metrics.value(table.world, table.state, "contracted", "arden")[0])
        table.state.offtake[RIVAL, mine] = 1.0 - table.state.offtake[:, mine].sum() + table.state.offtake[RIVAL, mine]
        found.append(metrics.value(table.world, table.state, "contracted", "arden")[0])
    assert found[0] == found[1]
    assert found[2] > found[3]


def test_imports_from_all_origins_add_up() -> None:
    table = Table(matches=2)
    table.months(2)
    for nation in NAMES.nations:
        parts = [
            metrics.value(table.world, table.state, "flow_imports_from", nation, origin, "magnet_alloy")
            for origin in NAMES.origins
        ]
        whole = metrics.value(table.world, table.state, "flow_imports", nation, "magnet_alloy")
        assert np.sum(parts, axis=0) == pytest.approx(whole)


@pytest.mark.parametrize("name", ["reserve", "reserve_days", "flow_release", "flow_purchase", "stockpile_target"])
def test_stockpiles_hold_nothing_of_goods_that_they_do_not_keep(name: str) -> None:
    table = Table()
    table.give(ARDEN, kind="set_stockpile", target_days=60.0, pace_days=10.0, release="shortage")
    table.state.embargo[1, ARDEN] = 1.0
    table.months(3)
    held = {good: float(metrics.value(table.world, table.state, name, "arden", good)[0]) for good in NAMES.goods}
    assert {good for good, value in held.items() if value} <= {"light_oxide", "heavy_oxide"}


def test_a_site_makes_the_goods_of_its_process_alone() -> None:
    table = Table()
    table.months(1)
    made = [metrics.value(table.world, table.state, "site_made", "dominion_plant", good)[0] for good in NAMES.goods]
    assert [value > 0.0 for value in made] == [False, True, True, False, False]


def test_what_is_won_from_scrap_is_counted_apart() -> None:
    table = Table()
    table.months(2)
    won = [metrics.value(table.world, table.state, "flow_recycled", "arden", good)[0] for good in NAMES.goods]
    assert [value > 0.0 for value in won] == [False, True, True, False, False]
    assert not table.state.flow_production[ARDEN, [LIGHT, HEAVY, SCRAP]].any()
    assert table.state.flow_production[ARDEN, ALLOY].all()


def test_the_cover_of_a_good_counts_what_it_is_made_of() -> None:
    table = Table()
    state = table.state
    state.held("stock", "NG")[ARDEN, [LIGHT, HEAVY, ALLOY]] = np.array([20.0, 3.0, 40.0])[:, None]
    state.held("reserve", "NG")[ARDEN, LIGHT], state.held("reserve", "NG")[ARDEN, HEAVY] = 10.0, 0.0
    state.year_use[ARDEN, [LIGHT, HEAVY, ALLOY]] = np.array([6.0, 1.0, 5.0])[:, None]
    state.year_output[ARDEN, [LIGHT, HEAVY, ALLOY]] = np.array([0.0, 0.0, 4.0])[:, None]
    covers = [
        float(metrics.value(table.world, state, "cover", "arden", good)[0])
        for good in ("light_oxide", "heavy_oxide", "magnet_alloy")
    ]
    assert covers == pytest.approx([5.0 * DAYS_A_MONTH, 3.0 * DAYS_A_MONTH, (8.0 + 0.8 * 3.0) * DAYS_A_MONTH])


def test_the_bottleneck_looks_at_the_stages_that_count() -> None:
    mines = replace(GOODS_OF_ALL, counted=np.array([True, True, True, False]))
    for goods, stages in ((GOODS_OF_ALL, (SEPARATION, MAGNET)), (mines, (MINE, SEPARATION, MAGNET))):
        table = Table(calm(goods=goods))
        table.state.year_rival[ARDEN, ORE] = table.state.year_use[ARDEN, ORE] = 5.0
        shares = [metrics.read(table.world, table.state, Reading("dependence", (ARDEN, stage))) for stage in stages]
        bottleneck = metrics.value(table.world, table.state, "bottleneck", "arden")
        assert bottleneck.tolist() == np.maximum.reduce(shares).tolist()


def test_a_shortage_is_told_of_the_goods_that_are_lacking() -> None:
    always = Condition(((),), "always")
    rules: dict[str, Any] = {"chance": np.array([0.0, 1.0]), "when": (always, always), "duration": np.array([24, 12])}
    table = Table(calm(rival_rules=rules, supply={"rules": {"leakage": 0.0}}))
    table.state.held("stock", "NG")[ARDEN] *= 0.1
    table.months(4)
    told = {event.item for event in table.told("shortage") if event.actor == ARDEN}
    assert told
    assert told <= {*OXIDES, ALLOY}
    lacking = table.state.flow_unmet[ARDEN, :, 0] / np.maximum(table.state.flow_need[ARDEN, :, 0], 1e-9)
    over = {event.item for event in table.told("shortage_over") if event.actor == ARDEN}
    assert {good for good in range(SCRAP) if lacking[good] > 0.02} == told - over


def test_industry_makes_what_its_activity_calls_for_less_what_it_lost() -> None:
    def busy(held: Any) -> None:
        held[ARDEN, 0, 1:] = 1.5

    table = Table(calm(supply={"rules": {"activity": busy}}), matches=2)
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
