"""What scenarios and treaties of the good files become: controls, rules, incidents, deals, trust."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from game.content import load
from game.engine.world import STAYS, World
from tests.content.broken import copy_of_good, found, patch

ORE, LIGHT, HEAVY, ALLOY = range(4)
"""Goods."""
MINE = 0
ISLAND, UNION, GIANT, DIGGERS = range(4)
CARS = 0
REALM = 1


def test_trust_is_the_same_both_ways(world: World) -> None:
    trust = world.diplomacy.trust
    assert (trust == trust.T).all()
    assert (trust[ISLAND, UNION], trust[ISLAND, DIGGERS], trust[GIANT, UNION]) == (0.9, 0.8, 0.5)
    assert np.diag(trust).tolist() == [1.0] * 4


def test_who_may_sign_what(world: World) -> None:
    pool, offtake, _ = world.agreements.allowed
    assert np.argwhere(pool).tolist() == [[ISLAND, UNION], [UNION, ISLAND]]
    assert np.argwhere(offtake).tolist() == [[ISLAND, DIGGERS], [DIGGERS, ISLAND]]


def test_standing_controls(world: World) -> None:
    quota, tax = world.rival_rules.base_quota, world.rival_rules.base_tax
    assert quota[[0, 12], 0].tolist() == [500.0, 250.0]
    assert tax.shape == (24, 2, 4)
    assert np.argwhere(tax[5]).tolist() == [[REALM, HEAVY]]
    assert tax[5, REALM, HEAVY] == 0.25


@pytest.mark.parametrize(("until", "second"), [("2010-06", 500.0), ("2009-01", 500.0), ("2011-01", 250.0)])
def test_history_decides_up_to_a_month_and_what_stood_then_stands_on(until: str, second: float, tmp_path: Path) -> None:
    scenario = copy_of_good(tmp_path)
    patch(tmp_path, "crisis/rival.yaml", "base_until: 2011-12", f"base_until: {until}")
    assert load(scenario).world.rival_rules.base_quota[[0, 12, 23], 0].tolist() == [500.0, second, second]


def test_a_match_may_be_longer_than_what_was_decided(tmp_path: Path) -> None:
    scenario = copy_of_good(tmp_path)
    patch(tmp_path, "crisis/rival.yaml", "base_until: 2011-12\n", "")
    quota = load(scenario, {"scenario.turns": 60}).world.rival_rules.base_quota
    assert quota[[0, 12, 359], 0].tolist() == [500.0, 250.0, 250.0]


def test_rules_of_the_rival(world: World) -> None:
    rules = world.rival_rules
    does = rules.does
    embargo, squeeze, _ = range(3)
    assert rules.zone.tolist() == [REALM] * 3
    assert rules.target[:2].tolist() == [[True, False, False, False], [False, True, False, False]]
    assert np.argwhere(does["embargo"]).tolist() == [[embargo, ISLAND, good] for good in (LIGHT, HEAVY)]
    assert does["tension"][embargo].tolist() == [0.05, 0.0, 0.0, 0.0]
    assert does["quota"].tolist() == [[1.0], [0.5], [1.0]]
    assert does["tax"][squeeze].tolist() == [0.1, 0.2, 0.1, 0.0]
    assert (does["licence"][squeeze, [ISLAND, UNION, DIGGERS], :ALLOY] == 0.5).all()
    assert (does["licence"][squeeze, :, ALLOY] == 1.0).all(), "the realm does not control it"
    assert (does["licence"][squeeze, GIANT] == 1.0).all()
    assert does["flood"][:2].tolist() == [[0.0] * 4, [0.0, 0.3, 0.0, 0.0]]
    assert (rules.duration[:2].tolist(), rules.cooldown[:2].tolist()) == ([2, 6], [0, 12])
    assert (rules.once[:2].tolist(), rules.chance[:2].tolist()) == ([True, False], [1.0, 0.5])
    assert rules.reason[:2] == ("It bites.", "Because.")


def test_a_rule_of_another_controller_is_about_its_own_border(tmp_path: Path) -> None:
    scenario = copy_of_good(tmp_path)
    patch(
        tmp_path,
        "small/trade.yaml",
        "  rest: [island, union, diggers]\n",
        "  rest: [island, union]\n  pit: [diggers]\n",
    )
    reef = "zones:\n  reef: {name: The reef, controller: diggers, members: [diggers], goods: [ore]}\n"
    patch(tmp_path, "small/zones.yaml", "zones:\n", reef)
    patch(tmp_path, "crisis/rival.yaml", "embargo: {nations: [island], goods: [separation], ", "embargo: {")
    patch(tmp_path, "crisis/rival.yaml", "    for_months: 2\n", "    for_months: 2\n    by: reef\n")
    assert found(tmp_path, scenario) == []
    rules = load(scenario).world.rival_rules
    assert rules.zone.tolist() == [2, REALM, REALM]
    assert np.argwhere(rules.does["embargo"]).tolist() == [[0, nation, ORE] for nation in (ISLAND, UNION, GIANT)]
    patch(tmp_path, "crisis/rival.yaml", "nations: [island], change", "nations: [diggers], change")
    assert found(tmp_path, scenario) == [
        (
            "crisis/rival.yaml:10:26: the controller acts on itself: 'diggers', name other nations, "
            "or leave it out for all of them"
        )
    ]


def test_incidents(world: World) -> None:
    boats, slump, _ = world.incidents
    assert (boats.month, boats.when, boats.tension.tolist()) == (2, None, [0.4, 0.0, 0.0, 0.0])
    assert (slump.month, slump.chance, slump.months) == (-1, 0.1, 3)
    assert slump.demand.tolist() == [[0.7, 1.0], *[[0.9, 0.9]] * 3]


def test_exports_become_lanes_and_a_tariff_falls_on_those_named(world: World) -> None:
    exports = world.economy.exports
    assert [exports.seller.tolist(), exports.sector.tolist(), exports.buyer.tolist()] == [
        [ISLAND, ISLAND],
        [CARS, CARS],
        [UNION, DIGGERS],
    ]
    assert exports.share.tolist() == [0.2, 0.1]
    boats, _, toll = world.incidents
    assert boats.tariff.size == 0
    assert toll.tariff.tolist() == [0.25, STAYS]
    assert toll.months == 6


def test_deals_of_the_rival(world: World) -> None:
    rules, reach = world.rival_rules, world.names.index("rules", "reach")
    far_mine, together = world.names.index("sites", "far_mine"), world.names.index("agreements", "together")
    assert np.argwhere(rules.does["grab"]).tolist() == [[reach, far_mine]]
    assert (rules.does["grab"][reach, far_mine], rules.does["grab_trust"][reach, far_mine]) == (0.3, 0.2)
    slower = rules.does["technology"]
    assert np.argwhere(slower).tolist() == [[reach, DIGGERS, MINE]]
    assert slower[reach, DIGGERS, MINE] == 1.4
    assert np.argwhere(rules.does["offer"]).tolist() == [[reach, ISLAND, together]]
    assert rules.target[reach].tolist() == [True, False, False, True]
    assert world.agreements.attachment[together] == 0.01


def test_a_tariff_can_be_settled_where_one_may_come_up(tmp_path: Path) -> None:
    scenario = copy_of_good(tmp_path)
    between = "between:\n      - {one: seats, other: seats}"
    patch(tmp_path, "small/agreements.yaml", between, f"tariff_relief: 0.4\n    {between}")
    pool = load(scenario).world.agreements.allowed[0]
    assert np.argwhere(pool).tolist() == [[ISLAND, UNION], [UNION, ISLAND]]
    patch(
        tmp_path,
        "crisis/incidents.yaml",
        "{by: union, against: {island: 0.25}",
        "{by: diggers, against: {island: 0.25}",
    )
    world = load(scenario).world
    assert world.agreements.tariff_relief.tolist() == [0.4, 0.0, 0.0]
    assert not world.agreements.allowed[0].any()


def test_a_kind_of_agreement_has_its_time(tmp_path: Path) -> None:
    scenario = copy_of_good(tmp_path)
    patch(tmp_path, "small/agreements.yaml", "months: 60", "months: 60\n    since: 2011-03")
    agreements = load(scenario).world.agreements
    assert agreements.since.tolist() == [14, 0, 0]
    assert agreements.allowed[0].any()
    patch(tmp_path, "small/agreements.yaml", "since: 2011-03", "since: 2012-01")
    agreements = load(scenario).world.agreements
    assert not agreements.allowed[0].any()
    assert agreements.allowed[1].any()
