"""Fitted numbers moved within their error: which they are, how far they go, and that the rule set takes them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from game.content import Variants
from game.content.moving import Movable, moved
from tests.content.broken import copy_of_good, patch


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    """The good scenario with numbers marked as fitted: a number, a table, shares, an anchor and an override."""
    scenario = copy_of_good(tmp_path)
    patch(tmp_path, "small/sectors.yaml", "exponent, source", "exponent, fitted: true, source")
    patch(tmp_path, "small/sectors.yaml", "unit: t/year, source", "unit: t/year, fitted: 1, source")
    shares = '&both {values: {giants: 0.9, rest: 0.1}, unit: share, fitted: 1, assumed: true, why: "By hand."}'
    patch(tmp_path, "small/trade.yaml", "&both {giants: 0.9, rest: 0.1}", shares)
    patch(tmp_path, "crisis/scenario.yaml", "unit: t/year", "unit: t/year, fitted: true")
    return scenario


def of(scenario: Path) -> dict[str, Movable]:
    return {number.paths[0]: number for number in Variants(scenario).movable()}


def test_all_numbers_of_a_marked_place_may_move_and_no_others(marked: Path) -> None:
    assert set(of(marked)) == {
        "sectors.sectors.cars.elasticity.value",
        "sectors.sectors.cars.use.values.island",
        "sectors.sectors.cars.use.values.union",
        "sites.sites.big_plant.capacity.value",
        "trade.habits.island.light_oxide.values.giants",
        "trade.habits.island.light_oxide.values.rest",
    }
    assert Variants("embargo_2010").movable()


def test_each_moves_by_its_position_within_the_error(marked: Path) -> None:
    numbers = [of(marked)["sectors.sectors.cars.elasticity.value"]]
    at = [moved(numbers, np.array([position]), 0.25)[numbers[0].paths[0]] for position in (-1.0, 0.0, 0.5, 1.0)]
    assert at == pytest.approx([0.2 / 1.25, 0.2, 0.2 * 1.25**0.5, 0.25])


def test_what_an_anchor_repeats_moves_as_one(marked: Path) -> None:
    giants = of(marked)["trade.habits.island.light_oxide.values.giants"]
    assert giants.paths == tuple(f"trade.habits.island.{good}.values.giants" for good in ("light_oxide", "heavy_oxide"))


def test_shares_of_a_whole_stay_shares_of_it_and_the_rule_set_takes_them(marked: Path) -> None:
    numbers = list(of(marked).values())
    for position in (np.linspace(-1.0, 1.0, len(numbers)), np.ones(len(numbers))):
        changes = moved(numbers, position, 0.3)
        shares = [changes[f"trade.habits.island.light_oxide.values.{name}"] for name in ("giants", "rest")]
        assert sum(shares) == pytest.approx(1.0)
        assert Variants(marked).package(changes).changes == changes


def test_a_number_stays_within_its_field_and_the_range_that_is_given(marked: Path, tmp_path: Path) -> None:
    patch(tmp_path, "small/sectors.yaml", "lasting: 0.3", "lasting: {value: 0.9, fitted: true, assumed: true, why: x}")
    kept = of(marked)["sectors.sectors.cars.lasting.value"]
    assert moved([kept], np.ones(1), 0.5)[kept.paths[0]] == 1.0
    held = of(marked)["sectors.sectors.cars.elasticity.value"].within({"sectors.cars.elasticity": (0.0, 1.0)})
    assert (held.low, held.high) == (0.0, 1.0)
    held = held.within({"sectors.sectors.cars.elasticity": (0.15, 0.21)})
    assert (held.low, held.high) == (0.15, 0.21)
    assert moved([held], np.ones(1), 0.5)[held.paths[0]] == 0.21


def test_nothing_moves_where_nothing_is_marked(tmp_path: Path) -> None:
    assert Variants(copy_of_good(tmp_path)).movable() == ()
