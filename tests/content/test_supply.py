"""What a rule set of goods and processes becomes: records in the order of the files and in the economy's units."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from game import places
from game.content import fitted_in, load, load_facts
from game.content.calendar import month_number
from game.content.compiling.supply.controls import dated
from game.content.compiling.supply.world import world
from game.content.facts import HELD_OUT
from game.content.fitted import Fitted
from game.economy.axes import SIZES
from game.economy.rest import rest
from game.economy.small import FREE
from tests.content.broken import GOOD, SALT, copy_of_good, patch
from tests.rule_sets import Economies, Economy, load_economy

SCENARIOS = places.data("scenarios")
COAST, INLAND, ISLE = range(3)
WORLD, LEAGUE = range(2)
BRINE, SALTS, BROMINE, PANE, CULLET = range(5)
WELLS, ISLE_WELLS, PANS, ISLE_PANS, KILNS, COAST_KILNS, REMELTERS = range(7)
HOMES, TABLES, FILMS = range(3)


@pytest.fixture(scope="module")
def salt() -> Economy:
    return load_economy(SALT)


def test_names_stand_in_the_order_of_the_files(salt: Economy) -> None:
    assert salt.names.nations == ("coast", "inland", "isle")
    assert salt.names.zones == ("world", "league")
    assert salt.names.goods == ("brine", "salt", "bromine", "pane", "cullet")
    assert salt.names.sites[PANS] == "pans"
    assert salt.names.sectors == ("homes", "tables", "films")
    assert salt.names.quotas == ("salts",)
    counts = ("nations", "zones", "origins", "goods", "sites", "sectors", "quotas", "contracts", "months")
    assert [int(salt.world[name]) for name in counts] == [3, 2, 3, 5, 7, 3, 1, 1, SIZES["Month"]]


def test_nations_have_a_border_and_an_origin(salt: Economy) -> None:
    w = salt.world
    assert w["zone"][:3].tolist() == [LEAGUE, WORLD, WORLD]
    assert w["origin"][:3].tolist() == [0, 1, 2]
    assert w["origin_zone"][:3].tolist() == [LEAGUE, WORLD, WORLD]
    assert w["collected"][:3].tolist() == [0.1] * 3


def test_goods_live_and_come_back(salt: Economy) -> None:
    w = salt.world
    assert w["returns"][:5].tolist() == [-1, -1, -1, CULLET, -1]
    assert (w["returned"][PANE], w["life_months"][PANE]) == (0.9, 120.0)
    assert w["local"][:5].tolist() == [0, 0, 0, 0, 1]
    assert w["finish"][:3].tolist() == [0.0, 1.0, 2.0]
    assert w["thrift_choke"][BRINE] == FREE


def test_sites_run_their_recipe_in_tonnes_a_month(salt: Economy) -> None:
    w = salt.world
    assert w["host"][PANS] == COAST
    assert w["takes"][PANS, :3].tolist() == [1.0, 0.0, 0.0]
    assert w["makes"][PANS, :3].tolist() == [0.0, 0.6, 0.01]
    assert w["ceiling"][PANS, [0, 23, 24, 299]].tolist() == [2000.0, 2000.0, 26000.0 / 12.0, 26000.0 / 12.0]
    assert w["ceiling"][WELLS, 0] == FREE
    assert np.flatnonzero(w["opened"][PANS]).tolist() == [29]
    assert w["opened"][PANS, 29] == 250.0
    assert (w["lead_months"][WELLS], w["lead_months"][ISLE_PANS]) == (48.0, 12.0)
    assert w["invests"][ISLE_PANS] == 0.2 / 12.0
    assert w["cost_index"][LEAGUE, [0, 11, 12, 299]].tolist() == [1.0, 1.0, 1.05, 1.05]
    assert (w["cost_index"][WORLD] == 1.0).all()


def test_sectors_follow_the_published_series(salt: Economy) -> None:
    w = salt.world
    assert w["use"][:3, HOMES].tolist() == [750.0, 20000.0 / 12.0, 1000.0 / 12.0]
    assert w["use"][:3, TABLES].tolist() == [250.0] * 3
    assert w["choke"][:3].tolist() == [6.0, 9.0, 3.0]
    homes = w["activity"][:, HOMES]
    assert homes[INLAND, 6] == 1.0, "the year of which the use is known"
    assert homes[INLAND, 18] == pytest.approx(120.0 / 110.0 * 1.01)
    assert homes[ISLE, 18] == pytest.approx(110.0 / 105.0 * 1.01)
    assert homes[ISLE, 299] == homes[ISLE, 18], "after the last year nothing is known"
    assert (w["activity"][:, TABLES] == 1.0).all()


def test_habits_are_as_written_or_by_capacity(salt: Economy) -> None:
    habit = salt.world["habit"]
    assert habit[SALTS, :3, INLAND] == pytest.approx([0.9, 0.0, 0.1])
    makers = np.array([28000.0, 0.0, 4000.0]) / 32000.0 + [0.001, 0.0, 0.001]
    wanted = makers * [1.0, 1.0, 3.0]
    assert habit[SALTS, :3, ISLE] == pytest.approx(wanted / wanted.sum())


def test_contracts_and_quotas_name_their_places(salt: Economy) -> None:
    w = salt.world
    assert (w["contract_site"][0], w["contract_good"][0], w["contract_buyer"][0]) == (ISLE_PANS, SALTS, INLAND)
    assert w["contract_share"][0] == 0.3
    assert w["quota_zone"][0] == LEAGUE
    assert w["quota_holds"][0, :5].tolist() == [0.0, 1.0, 1.0, 0.0, 0.0]


def test_what_was_decided_stands_by_month(salt: Economy) -> None:
    dated = salt.dated
    assert dated.quota[0, [0, 5, 6, 12, 23, 24]].tolist() == [800.0, 800.0, 750.0, 7000 / 12, 7000 / 12, FREE]
    assert dated.duty[LEAGUE, SALTS, [0, 27, 28]].tolist() == [0.1, 0.1, 0.0]
    assert dated.embargo[LEAGUE, INLAND, SALTS, [8, 9, 10, 11]].tolist() == [0.0, 0.8, 0.8, 0.0]
    assert not dated.embargo[LEAGUE, ISLE].any()


def test_a_match_begins_with_stocks_prices_and_duties(salt: Economy) -> None:
    s = salt.start[0]
    assert s["capacity"][PANS] == 25000.0 / 12.0
    assert s["price"][WORLD, :5].tolist() == [2.0, 6.0, 20.0, 9.0, 1.0]
    assert s["duty"][LEAGUE, SALTS] == 0.1
    assert s["quota"][0] == FREE
    used = 250.0 + 0.3 * 0.8 * 30000.0 / 12.0
    assert s["stock"][INLAND, SALTS] == pytest.approx(3.0 * used)


def test_it_comes_to_rest_and_is_played(salt: Economy) -> None:
    states = rest(salt.world, salt.start, months=24, fast=False)
    s = states[0]
    assert np.isfinite(s["price"]).all()
    assert (s["price"][:2, :5] > 0.0).all()
    assert s["month"][0] == 0
    assert not s["made"].any()


def test_the_same_files_give_the_same_records(salt: Economy) -> None:
    again = load_economy(SALT)
    assert again.world.tobytes() == salt.world.tobytes()
    assert again.start.tobytes() == salt.start.tobytes()


def test_numbers_are_changed_by_their_paths() -> None:
    draft = Economies(SALT)
    assert draft.value("sites.pans.cost") == 1.5
    found = draft.economy({"sites.pans.cost": 2.5, "trade.contracts.0.share": 0.5, "market.scarcity": 0.7}).world
    assert (found["run_cost"][PANS], found["contract_share"][0], found["scarcity"]) == (2.5, 0.5, 0.7)
    assert draft.economy().world["run_cost"][PANS] == 1.5
    with pytest.raises(LookupError, match="'pens' is not in"):
        draft.value("sites.pens.cost")


def test_fitted_numbers_are_counted_where_they_stand(salt: Economy) -> None:
    assert salt.fitted == (Fitted("sites.pans.capacity", 2), Fitted("sectors.tables.lasting", 1))
    assert fitted_in(SALT) == salt.fitted
    assert fitted_in(GOOD / "small") == ()
    assert fitted_in(GOOD) is None


def test_fitted_numbers_of_a_scenario_are_counted_with_those_of_its_rule_set(tmp_path: Path) -> None:
    scenario = copy_of_good(tmp_path)
    patch(tmp_path, "small/sectors.yaml", "exponent, source", "exponent, fitted: true, source")
    patch(tmp_path, "small/activity.yaml", "linear, source", "linear, fitted: true, source")
    patch(tmp_path, "crisis/scenario.yaml", "unit: t/year", "unit: t/year, fitted: true")
    patch(tmp_path, "crisis/rival.yaml", "chance: 0.5", "chance: {value: 0.5, unit: share, fitted: true}")
    told = ["sectors.cars.elasticity", "sites.big_plant.capacity", "rival.rules.squeeze.chance"]
    assert fitted_in(scenario) == tuple(Fitted(path, 1) for path in told)


def test_a_fitted_number_lies_in_the_years_of_its_table_and_in_those_that_its_reason_names(tmp_path: Path) -> None:
    copy_of_good(tmp_path)
    why = "Set in sight of 2010 and of 2011-13 (Source 2007/8); 2500 t, 0.2014 and page 1-2012 are no years."
    marked = f'exponent, fitted: true, assumed: true, why: "{why}"}}'
    patch(tmp_path, "small/sectors.yaml", 'exponent, source: "table_2", confidence: low}', marked)
    (one,) = fitted_in(tmp_path / "small") or ()
    assert one.years == (2010, 2011, 2012, 2013)


@pytest.mark.parametrize("name", ["history_2008_2025", "cobalt_2018_2025"])
def test_no_year_is_held_out_in_which_a_fitted_number_lies(name: str) -> None:
    found, facts = fitted_in(SCENARIOS / name), load_facts(name)
    assert found is not None
    assert facts is not None
    start, years = load(name).world.calendar.start, {year for one in found for year in one.years}
    until = month_number(facts.fit_until) - start
    kept = [part for part in facts.parts() if part.years == HELD_OUT]
    assert kept
    for part in kept:
        look = part.measure.look if part.measure else None
        assert look is not None
        after = range(max(look.span.first, until + 1), look.span.last + 1)
        assert not {(start + month) // 12 for month in after} & years, part.label


def test_what_began_before_the_series_stands_from_their_first_month_on() -> None:
    late = replace(Economies(SALT).frame(check=False), first=2012 * 12)
    found = dated(late)
    assert found.quota[0, 0] == FREE, "the quota was over in 2011-12"
    assert (found.quota[0] == FREE).all()
    assert not found.embargo.any()
    assert found.duty[LEAGUE, SALTS, [0, 3, 4]].tolist() == [0.1, 0.1, 0.0]
    during = dated(replace(late, first=2010 * 12 + 10))
    assert during.quota[0, [0, 13, 14]].tolist() == [750.0, 7000 / 12, FREE]
    assert during.embargo[LEAGUE, INLAND, SALTS, [0, 1]].tolist() == [0.8, 0.0]


def test_origins_are_counted_in_the_order_of_their_names() -> None:
    plain = Economies(SALT).frame(check=False)
    w = world(replace(plain, names=replace(plain.names, origins=("isle", "coast", "inland"))))
    assert w["origin"][:3].tolist() == [1, 2, 0]
    assert w["origin_zone"][:3].tolist() == [WORLD, LEAGUE, WORLD]
    assert w["habit"][SALTS, :3, INLAND] == pytest.approx([0.1, 0.9, 0.0])
