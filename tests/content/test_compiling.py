"""What the good files become: names in order, and figures in the units of the engine."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from pathlib import Path

import numpy as np
import pytest

from game.content import Package, Variants, load
from game.content.meaning import Difference, Meaning, differences
from game.content.origin import Origin
from game.economy.small import FREE
from game.engine.world import PHASES, World
from tests.content.broken import copy_of_good, patch

ORE, LIGHT, HEAVY, ALLOY = range(4)
"""Goods."""
MINE, SEPARATION, MAGNET = range(3)
ISLAND, UNION, GIANT, DIGGERS = range(4)
CARS, GLASS = range(2)
PIT, PLANT, FAR_MINE, MAGNETS = range(4)
WORLD, REALM = range(2)
ORIGINS = "  rest: [island, union]\n  giants: [giant]\n  pit: [diggers]\n"


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


def test_a_scenario_may_foretell_activity(tmp_path: Path) -> None:
    scenario = copy_of_good(tmp_path)
    index = '{by_month: {2010-01: 1, 2011-01: 3}, between: step, unit: factor, assumed: true, why: "So."}'
    patch(tmp_path, "crisis/scenario.yaml", "score:", f"activity: {{union: {{all: {index}}}}}\nscore:")
    for turns in (4, 60):
        activity = load(scenario, {"scenario.turns": turns}).world.supply.rules[0]["activity"][:4]
        assert activity[UNION, CARS, [0, 11, 12, 299]].tolist() == [1.0, 1.0, 3.0, 3.0]
        assert activity[ISLAND, CARS, 0] == 1.0


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


@pytest.mark.parametrize("raw", [False, True], ids=["as records", "as read"])
def test_which_good_a_sector_uses_is_no_word_and_what_a_stage_makes_is_one(raw: bool, tmp_path: Path) -> None:
    scenario = copy_of_good(tmp_path)

    def meant() -> Meaning:
        variants = Variants(scenario)
        return variants.raw() if raw else variants.meaning({})

    before = meant()
    patch(tmp_path, "small/goods.yaml", "good: oxide", "good: powder")
    assert meant() == before
    patch(tmp_path, "small/sectors.yaml", "good: light_oxide", "good: heavy_oxide")
    assert differences(before, meant()) == (Difference("sectors.glass.good", "light_oxide", "heavy_oxide"),)


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
