"""What the good files become: names in order, and figures in the units of the engine."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from pathlib import Path

import numpy as np
import pytest

from game.content import Package, Variants, load
from game.content.origin import Origin
from game.engine.world import INSIDE, MAGNET, MINE, OUTSIDE, PHASES, SEPARATION, STAYS, World
from tests.content.broken import GOOD, copy_of_good, patch

LIGHT, HEAVY = 0, 1
ISLAND, UNION, GIANT, DIGGERS = range(4)
CARS, GLASS = 0, 1


@pytest.fixture(scope="module")
def small() -> Package:
    return load(GOOD / "crisis")


@pytest.fixture(scope="module")
def world(small: Package) -> World:
    return small.world


def test_nations_are_seats_then_the_rival_then_others(world: World) -> None:
    assert world.names.nations == ("island", "union", "giant", "diggers")
    assert (world.seats, world.rival) == (2, GIANT)


def test_sites_are_sorted_by_host_then_stage(world: World) -> None:
    assert world.names.sites == ("island_magnets", "big_pit", "big_plant", "far_mine")
    assert world.sites.host.tolist() == [ISLAND, GIANT, GIANT, DIGGERS]
    assert world.sites.stage.tolist() == [MAGNET, MINE, SEPARATION, MINE]


def test_the_rivals_origin_is_the_first(world: World) -> None:
    assert world.names.origins[0] == "giants"
    assert world.market.origin.tolist() == [1, 1, 0, 1]


def test_demand_is_use_times_activity(world: World) -> None:
    base = world.demand.base
    assert base.shape == (24, 4, 2, 3)
    # Cars follow a line between the middles of two years, glass a step in July 2010.
    assert base[0, ISLAND, LIGHT, MAGNET] == pytest.approx(100.0)
    assert base[11, ISLAND, LIGHT, MAGNET] == pytest.approx(100.0 * (1.0 - 0.5 * 5.5 / 12.0))
    assert base[23, ISLAND, HEAVY, MAGNET] == pytest.approx(5.0)
    assert base[[5, 6], ISLAND, LIGHT, SEPARATION].tolist() == [50.0, 100.0]
    assert base[23, UNION, LIGHT, MAGNET] == 100.0
    assert np.count_nonzero(base[:, DIGGERS]) == 0


def test_activity_of_a_sector_is_the_scenarios_index(world: World) -> None:
    assert world.demand.activity.shape == (24, 4, 2)
    assert world.demand.activity[[0, 11], ISLAND, CARS] == pytest.approx([1.0, 1.0 - 0.5 * 5.5 / 12.0])
    assert world.demand.activity[[5, 6], ISLAND, GLASS].tolist() == [1.0, 2.0]
    assert (world.demand.activity[:, [UNION, DIGGERS]] == 1.0).all()


def test_activity_by_good_counts_by_the_use_of_the_good(tmp_path: Path) -> None:
    scene = copy_of_good(tmp_path) / "scenario.yaml"
    by_good = "cars.magnet.heavy: {by_year: {2010: 3.1}, between: step, unit: factor, source: a, confidence: low}"
    scene.write_text(scene.read_text(encoding="utf-8").replace("    cars: {", f"    {by_good}\n    cars: {{"), "utf-8")
    # Of 1,320 t a year 120 are heavy: (1200 * 1.0 + 120 * 3.1) / 1320.
    assert load(scene.parent).world.demand.activity[0, ISLAND, CARS] == pytest.approx(1572.0 / 1320.0)


def test_sector_shares_sum_to_one_where_something_is_used(world: World) -> None:
    whole = world.demand.sector_share.sum(axis=1)
    used = world.demand.base.sum(axis=0) > 0
    assert whole[used] == pytest.approx(1.0)
    assert np.count_nonzero(whole[~used]) == 0
    assert world.demand.sector_share[ISLAND, GLASS, LIGHT, SEPARATION] == 1.0


def test_units_are_those_of_the_engine(world: World) -> None:
    assert world.demand.thrift_limit.tolist() == [0.5, 0.5]
    assert world.sites.cash_cost[3] == pytest.approx(8.0)
    assert world.finance.support_months == 36.0
    assert world.recycling.life_months.tolist() == [144.0, 96.0]
    assert world.recycling.in_use[ISLAND].tolist() == [40_000.0, 0.0]
    assert world.recycling.collection.tolist() == [0.01] * 4


def test_yearly_figures_become_those_of_a_turn(world: World) -> None:
    assert world.economy.income.tolist() == [200.0, 25.0, 25.0, 25.0]
    assert world.economy.capital_income.tolist() == [4.0] * 4
    assert world.finance.vetting.tolist() == [2.0, 0.5, 0.5, 0.5]
    assert world.diplomacy.posture_capital.tolist() == [0.5, 0.0, 0.5, 1.5]


def test_a_ceiling_is_a_multiple_of_the_capacity(world: World) -> None:
    pit = world.names.sites.index("big_pit")
    assert world.sites.ceiling[[0, 11, 12, 23], pit].tolist() == [1.0, 1.0, 0.5, 0.5]
    assert np.isinf(world.sites.ceiling[:, 0]).all()


def test_an_override_changes_a_figure_and_its_source(small: Package) -> None:
    assert small.world.sites.capacity.tolist() == [2000.0, 9000.0, 7000.0, 0.0]
    [figure] = [figure for figure in small.figures if figure.path == "sites.yaml:big_plant.capacity"]
    assert (figure.value, figure.origin.cited) == (7000.0, ("table_9",))


def test_grades_contracts_and_needs(world: World) -> None:
    assert world.sites.grade.tolist() == [[1.0, 1.0], [0.9, 0.1], [1.0, 1.0], [0.95, 0.05]]
    assert world.sites.feed_to.tolist() == [-1, -1, -1, GIANT]
    assert world.sites.offtake.tolist() == [[0.0, 0.0, 0.0, 0.2], [0.0] * 4]
    assert world.sites.needs_line.tolist() == [0, -1, -1, -1]
    assert world.sites.needs_level.tolist() == [2.0, 0.0, 0.0, 0.0]


def test_projects(world: World) -> None:
    projects = world.projects
    assert projects.site.tolist() == [3]
    assert projects.phase_mode.tolist() == [[0.0, 9.0, 12.0, 24.0, 6.0]]
    assert PHASES[projects.start_phase[0]] == "feasibility"
    assert (projects.overrun_mode[0], projects.overrun_high[0]) == (1.2, 2.0)
    assert (projects.private_month[0], projects.private_price[0]) == (17, 60.0)
    assert projects.needs_line.tolist() == [-1]


def test_prices_and_their_default_reference(world: World) -> None:
    assert world.market.start_price[OUTSIDE, HEAVY, SEPARATION] == 20.0
    assert world.demand.reference_price[OUTSIDE, LIGHT, SEPARATION] == 18.0
    assert world.demand.reference_price[INSIDE, LIGHT, SEPARATION] == 18.0
    assert world.market.marginal_cost[INSIDE, LIGHT, MAGNET] == 28.0


def test_a_later_line_of_preferences_goes_before_an_earlier_one(world: World) -> None:
    assert world.market.preference[:, ISLAND, LIGHT, SEPARATION].tolist() == [0.8, 0.2]
    assert world.market.preference[:, ISLAND, HEAVY, SEPARATION].tolist() == [0.9, 0.1]
    assert world.market.preference.sum(axis=0) == pytest.approx(1.0)


def test_groups_fall_back_to_other(world: World) -> None:
    assert world.stockpiles.reserve.tolist() == [[10.0, 5.0], [0.0, 0.0], [0.0, 0.0], [0.0, 0.0]]
    assert world.stockpiles.commercial_cover.tolist() == [[1.0, 3.0, 1.0], *[[2.0] * 3] * 3]
    assert world.research.readiness[:, 0].tolist() == [4.0, 2.0, 2.0, 2.0]
    assert world.economy.criticality[CARS, :, MAGNET].tolist() == [0.4, 0.4]
    assert world.economy.criticality[CARS, :, SEPARATION].tolist() == [0.0, 0.0]
    assert world.economy.criticality[GLASS].tolist() == [[0.1] * 3] * 2


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
    assert names.goods[:3] == ("light_concentrate", "light_oxide", "light_alloy")
    assert [goods.place(good) for good in range(6)] == [
        (LIGHT, 0),
        (LIGHT, 1),
        (LIGHT, 2),
        (HEAVY, 0),
        (HEAVY, 1),
        (HEAVY, 2),
    ]
    assert (goods.at(HEAVY, SEPARATION), goods.at(HEAVY, 3)) == (names.goods.index("heavy_oxide"), -1)
    assert (goods.headline, goods.scrap, goods.counted.tolist()) == (SEPARATION, SEPARATION, [False, True, True])
    assert goods.onward == ((MINE, SEPARATION, MAGNET), (SEPARATION, MAGNET), (MAGNET,))
    assert (small.goods["light_oxide"].name, small.goods["light_oxide"].within) == ("Light oxide", "light oxide")
    assert small.products["separation"].name == "oxide"


def test_standing_controls(world: World) -> None:
    quota, tax = world.rival_rules.base_quota, world.rival_rules.base_tax
    assert quota[[0, 12], LIGHT, SEPARATION].tolist() == [200.0, 100.0]
    assert np.isinf(quota[:, HEAVY]).all()
    assert tax[5].tolist() == [[0.0, 0.0, 0.0], [0.0, 0.25, 0.0]]


def test_rules_of_the_rival(world: World) -> None:
    rules = world.rival_rules
    does = rules.does
    embargo, squeeze, _ = range(3)
    assert rules.target[:2].tolist() == [[True, False, False, False], [False, True, False, False]]
    assert np.argwhere(does["embargo"]).tolist() == [[embargo, ISLAND, m, SEPARATION] for m in (LIGHT, HEAVY)]
    assert does["tension"][embargo].tolist() == [0.05, 0.0, 0.0, 0.0]
    assert does["quota"][squeeze].tolist() == [[1.0, 0.5, 1.0], [1.0, 1.0, 1.0]]
    assert does["tax"][squeeze].tolist() == [[0.0, 0.0, 0.2], [0.1, 0.1, 0.1]]
    assert (does["licence"][squeeze, [ISLAND, UNION, DIGGERS]] == 0.5).all()
    assert (does["licence"][squeeze, GIANT] == 1.0).all()
    assert does["flood"][:2].tolist() == [[0.0, 0.0], [0.3, 0.0]]
    assert (rules.duration[:2].tolist(), rules.cooldown[:2].tolist()) == ([2, 6], [0, 12])
    assert (rules.once[:2].tolist(), rules.chance[:2].tolist()) == ([True, False], [1.0, 0.5])
    assert rules.reason[:2] == ("It bites.", "Because.")


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
    assert paths["sites.yaml:big_pit.grade.light"].origin.confidence == "medium"
    assert paths["sites.yaml:far_mine.cash_cost"].origin.cited == ("table_4",)
    assert paths["finance.yaml:support_months"].origin.confidence == "assumed"
    assert paths["demand.yaml:use.island.sectors.cars.magnet.light"].unit == "t/year"


def test_the_hash_is_of_the_files(small: Package, tmp_path: Path) -> None:
    scenario = copy_of_good(tmp_path)
    assert load(scenario).hash == small.hash
    for path in tmp_path.rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert load(scenario).hash == small.hash
    patch(tmp_path, "small/demand.yaml", "noise: {value: 0.02", "noise: {value: 0.03")
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
    assert (world.diplomacy.reputation_weight, world.diplomacy.precedent, world.market.wariness_repute) == (
        0.0,
        0.0,
        0.0,
    )
    patch(tmp_path, "small/economy.yaml", "staff:", "jobs: {island: {cars: 2000, other: 500}, other: 100}\nstaff:")
    patch(tmp_path, "small/diplomacy.yaml", "trust_gain:", "precedent: 0.01\nreputation_weight: 0.5\ntrust_gain:")
    patch(tmp_path, "small/market.yaml", "behaviour:", "behaviour:\n  wariness_repute: 0.3")
    world = load(scenario).world
    assert world.economy.jobs[:2].tolist() == [[2000.0, 500.0], [100.0, 100.0]]
    assert (world.diplomacy.reputation_weight, world.diplomacy.precedent, world.market.wariness_repute) == (
        0.5,
        0.01,
        0.3,
    )
