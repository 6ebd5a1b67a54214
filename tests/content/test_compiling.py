"""What the good files become: names in order, and figures in the units of the engine."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from pathlib import Path

import numpy as np
import pytest

from game.content import Package, Variants, load
from game.content.origin import Origin
from game.economy.small import FREE
from game.engine.world import PHASES, STAYS, World
from tests.content.broken import GOOD, copy_of_good, found, patch

ORE, LIGHT, HEAVY, ALLOY = range(4)
"""Goods."""
MINE, SEPARATION, MAGNET = range(3)
ISLAND, UNION, GIANT, DIGGERS = range(4)
CARS, GLASS = range(2)
PIT, PLANT, FAR_MINE, MAGNETS = range(4)
WORLD, REALM = range(2)
ORIGINS = "  rest: [island, union]\n  giants: [giant]\n  pit: [diggers]\n"


@pytest.fixture(scope="module")
def small() -> Package:
    return load(GOOD / "crisis")


@pytest.fixture(scope="module")
def world(small: Package) -> World:
    return small.world


def test_nations_are_seats_then_the_rival_then_others(world: World) -> None:
    assert world.names.nations == ("island", "union", "giant", "diggers")
    assert (world.seats, world.rival) == (2, GIANT)


def test_sites_stand_in_the_order_of_their_file(world: World) -> None:
    assert world.names.sites == ("big_pit", "big_plant", "far_mine", "island_magnets")
    assert world.sites.host.tolist() == [GIANT, GIANT, DIGGERS, ISLAND]
    assert world.sites.stage.tolist() == [MINE, SEPARATION, MINE, MAGNET]
    assert world.sites.digs.tolist() == [True, False, True, False]
    assert world.sites.treats.tolist() == [0.0, 1.0, 0.0, 0.0]
    assert not world.sites.recycling.any()


def test_the_rivals_origin_and_zone_are_the_first(tmp_path: Path) -> None:
    scenario = copy_of_good(tmp_path)
    patch(tmp_path, "small/trade.yaml", "  giants: [giant]\n  rest: [island, union, diggers]\n", ORIGINS)
    reef = "zones:\n  reef: {name: The reef, controller: diggers, members: [diggers], goods: [ore]}\n"
    patch(tmp_path, "small/zones.yaml", "zones:\n", reef)
    world = load(scenario).world
    w = world.supply.rules[0]
    assert world.names.origins == ("giants", "rest", "pit")
    assert world.names.zones == ("world", "realm", "reef")
    assert w["origin"][:4].tolist() == [1, 1, 0, 2]
    assert w["zone"][:4].tolist() == [WORLD, WORLD, REALM, 2]
    assert w["origin_zone"][:3].tolist() == [REALM, WORLD, 2]


def test_use_and_activity_reach_the_economy(world: World) -> None:
    w = world.supply.rules[0]
    assert w["use"][:4, :2].tolist() == [[5000.0 / 12.0, 125.0], [5000.0 / 12.0, 0.0], [0.0, 0.0], [0.0, 0.0]]
    activity = w["activity"][:4, CARS]
    assert (activity[[UNION, DIGGERS]] == 1.0).all()
    # A line between the middles of two years, which the scenario puts in the place of that of the rule set.
    assert activity[ISLAND, [0, 6, 12, 18, 299]] == pytest.approx([1.0, 1.0, 0.75, 0.5, 0.5])
    assert (w["activity"][:4, GLASS] == 1.0).all()


def test_a_match_begins_at_rest_under_the_duties_that_stand(world: World) -> None:
    s = world.supply.start[0]
    assert s["capacity"][:4] * 12.0 == pytest.approx([9000.0, 7000.0, 0.0, 12000.0])
    assert s["duty"][REALM, HEAVY] == 0.25
    assert (s["price"][:2, :4] > 0.0).all()
    assert s["month"][0] == 0
    assert world.goods.basket == pytest.approx(np.array([0.0, 1.0, 1.0, 0.0]) * world.goods.basket)
    assert world.goods.basket.sum() == pytest.approx(1.0)


def test_units_are_those_of_the_engine(world: World) -> None:
    w = world.supply.rules[0]
    assert w["thriftable"][:4].tolist() == [0.0, 0.5, 0.0, 0.0]
    assert w["run_cost"][:4].tolist() == [2.0, 3.0, 8.0, 9.0]
    assert w["collected"][:4].tolist() == [0.01] * 4
    assert w["ceiling"][PIT, [0, 11, 12, 23]].tolist() == [750.0, 750.0, 375.0, 375.0]
    assert w["ceiling"][PLANT, 0] == FREE
    assert world.finance.support_months == 36.0


def test_yearly_figures_become_those_of_a_turn(world: World) -> None:
    assert world.economy.income.tolist() == [200.0, 25.0, 25.0, 25.0]
    assert world.economy.capital_income.tolist() == [4.0] * 4
    assert world.finance.vetting.tolist() == [2.0, 0.5, 0.5, 0.5]
    assert world.diplomacy.posture_capital.tolist() == [0.5, 0.0, 0.5, 1.5]


def test_an_override_changes_a_figure_and_its_source(small: Package) -> None:
    [figure] = [figure for figure in small.figures if figure.path == "sites.yaml:big_plant.capacity"]
    assert (figure.value, figure.origin.cited) == (7000.0, ("table_9",))


def test_recipes_offtake_and_needs(world: World) -> None:
    w = world.supply.rules[0]
    assert w["makes"][PLANT, :4].tolist() == [0.0, 0.8, 0.06, 0.0]
    assert w["takes"][MAGNETS, :4].tolist() == [0.0, 0.3, 0.03, 0.0]
    assert world.sites.offtake.tolist() == [[0.0, 0.0, 0.2, 0.0], [0.0] * 4]
    assert world.sites.needs_line.tolist() == [-1, -1, -1, 0]
    assert world.sites.needs_level.tolist() == [0.0, 0.0, 0.0, 2.0]
    assert (world.sites.care_months, world.sites.restart_margin) == (24.0, 1.1)


def test_projects(world: World) -> None:
    projects = world.projects
    assert projects.site.tolist() == [FAR_MINE]
    assert projects.phase_mode.tolist() == [[0.0, 9.0, 12.0, 24.0, 6.0]]
    assert PHASES[projects.start_phase[0]] == "feasibility"
    assert (projects.overrun_mode[0], projects.overrun_high[0]) == (1.2, 2.0)
    assert (projects.private_month[0], projects.private_price[0]) == (17, 60.0)
    assert projects.needs_line.tolist() == [-1]


def test_groups_fall_back_to_other(world: World) -> None:
    assert world.stockpiles.goods.tolist() == [False, True, True, False]
    assert world.stockpiles.reserve.tolist() == [[0.0, 10.0, 5.0, 0.0], *[[0.0] * 4] * 3]
    assert world.stockpiles.target[ISLAND].tolist() == [0.0, 60.0, 60.0, 0.0]
    assert world.research.readiness[:, 0].tolist() == [4.0, 2.0, 2.0, 2.0]
    assert world.economy.sector_output[:2].tolist() == [[50.0, 5.0], [20.0, 20.0]]


def test_trust_is_the_same_both_ways(world: World) -> None:
    trust = world.diplomacy.trust
    assert (trust == trust.T).all()
    assert (trust[ISLAND, UNION], trust[ISLAND, DIGGERS], trust[GIANT, UNION]) == (0.9, 0.8, 0.5)
    assert np.diag(trust).tolist() == [1.0] * 4


def test_who_may_sign_what(world: World) -> None:
    pool, offtake, _ = world.agreements.allowed
    assert np.argwhere(pool).tolist() == [[ISLAND, UNION], [UNION, ISLAND]]
    assert np.argwhere(offtake).tolist() == [[ISLAND, DIGGERS], [DIGGERS, ISLAND]]


def test_goods_have_their_places(small: Package, world: World) -> None:
    goods, names = world.goods, world.names
    assert names.goods == ("ore", "light_oxide", "heavy_oxide", "alloy")
    assert goods.material.tolist() == [-1, 0, 1, -1]
    assert goods.stage.tolist() == [MINE, SEPARATION, SEPARATION, MAGNET]
    assert (goods.headline, goods.counted.tolist()) == (SEPARATION, [False, True, True])
    assert (small.goods["light_oxide"].name, small.goods["light_oxide"].within) == ("Light oxide", "light oxide")
    assert small.products["separation"].name == "oxide"


def test_a_basket_may_be_written(tmp_path: Path) -> None:
    scenario = copy_of_good(tmp_path)
    patch(tmp_path, "small/market.yaml", "market:\n", "basket: {light_oxide: 0.7, alloy: 0.3}\nmarket:\n")
    assert load(scenario).world.goods.basket.tolist() == [0.0, 0.7, 0.0, 0.3]


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
        "crisis/rival.yaml:10:26: the controller acts on itself: 'diggers', name other nations, "
        "or leave it out for all of them"
    ]


def test_incidents(world: World) -> None:
    boats, slump, _ = world.incidents
    assert (boats.month, boats.when, boats.tension.tolist()) == (2, None, [0.4, 0.0, 0.0, 0.0])
    assert (slump.month, slump.chance, slump.months) == (-1, 0.1, 3)
    assert slump.demand.tolist() == [[0.7, 1.0], *[[0.9, 0.9]] * 3]


def test_score_and_goals(small: Package) -> None:
    assert [part.metric for part in small.world.score] == ["shortage", "readiness sorting"]
    [goal] = small.goals
    assert (goal.metric, goal.arguments, goal.at_most, goal.when) == (
        "dependence",
        ("self", "separation"),
        0.6,
        "end",
    )


def test_a_doctrine_is_bound_to_its_seat(small: Package) -> None:
    island, union = small.bind_doctrine("hedger", "island"), small.bind_doctrine("hedger", "union")
    assert [rule.cooldown for rule in island.rules] == [2, -1, 0, 0]
    assert island.rules[0].when.any_of[0][0].reading.arguments == (ISLAND,)
    assert union.rules[0].when.any_of[0][0].reading.arguments == (UNION,)
    assert island.rules[2].order == {"kind": "propose_agreement", "agreement": "offtake", "partner": "diggers"}
    assert small.bind_doctrine("idle", "union").rules == ()
    with pytest.raises(KeyError):
        small.bind_doctrine("nobody", "island")
    with pytest.raises(KeyError):
        small.bind_doctrine("hedger", "nobody")


def test_a_scenario_of_ones_own_is_found_again_by_its_folder_or_by_its_files(
    small: Package,
) -> None:
    assert load(small.folder).hash == small.hash
    again = Variants(small.scenario, small.originals.texts())
    assert again.package({}).hash == small.hash
    assert again.meaning({}) == Variants(small.folder).meaning({})


def test_words_and_sources(small: Package) -> None:
    assert (small.title, small.default_seat) == ("A crisis", "island")
    assert small.seat_doctrines == {"island": "hedger", "union": "idle"}
    assert small.sites["big_pit"].origin == Origin(("table_3",), "medium")
    assert small.sites["island_magnets"].origin == Origin((), "assumed", "What the cars need.")
    assert small.rules["embargo"].text == "It bites."
    assert small.lines["sorting"].name == "Sorting of scrap"
    paths = {figure.path: figure for figure in small.figures}
    assert paths["sites.yaml:big_pit.cost"].origin.confidence == "medium"
    assert paths["sites.yaml:far_mine.cost"].origin.cited == ("table_4",)
    assert paths["finance.yaml:support_months"].origin.confidence == "assumed"
    assert paths["sectors.yaml:cars.use.island"].unit == "t/year"


def test_the_hash_is_of_the_files(small: Package, tmp_path: Path) -> None:
    scenario = copy_of_good(tmp_path)
    assert load(scenario).hash == small.hash
    for path in tmp_path.rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert load(scenario).hash == small.hash
    patch(tmp_path, "small/market.yaml", "noise_size: 0.02", "noise_size: 0.03")
    assert load(scenario).hash != small.hash


@pytest.mark.parametrize("which", ["small", "package"])
def test_no_array_holds_what_is_not_a_number(which: str, request: pytest.FixtureRequest) -> None:
    world: World = request.getfixturevalue(which).world
    for part in fields(world):
        group = getattr(world, part.name)
        if is_dataclass(group):
            for field in fields(group):
                value = getattr(group, field.name)
                if isinstance(value, np.ndarray) and value.dtype.kind == "f":
                    assert not np.isnan(value).any(), f"{part.name}.{field.name}"
                    assert value.flags.c_contiguous, f"{part.name}.{field.name}"


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


def test_jobs_repute_and_example_are_nothing_where_they_are_left_out(tmp_path: Path) -> None:
    scenario = copy_of_good(tmp_path)
    world = load(scenario).world
    assert not world.economy.jobs.any()
    assert (world.diplomacy.reputation_weight, world.diplomacy.precedent) == (0.0, 0.0)
    patch(tmp_path, "small/economy.yaml", "staff:", "jobs: {island: {cars: 2000, other: 500}, other: 100}\nstaff:")
    patch(tmp_path, "small/diplomacy.yaml", "trust_gain:", "precedent: 0.01\nreputation_weight: 0.5\ntrust_gain:")
    world = load(scenario).world
    assert world.economy.jobs[:2].tolist() == [[2000.0, 500.0], [100.0, 100.0]]
    assert (world.diplomacy.reputation_weight, world.diplomacy.precedent) == (0.5, 0.01)
