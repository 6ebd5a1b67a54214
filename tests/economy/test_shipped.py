"""The shipped rule sets as they are played: what must be true of their economy, whatever the fit."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game.content import fitted_in, list_scenarios, load
from game.content.package import Package
from game.doctrines import run_batch
from game.engine.state import State

ROOT = Path(__file__).parents[2]
REPLAYS = ("history_2008_2025", "cobalt_2018_2025")
SCENARIOS = tuple(info.id for info in list_scenarios(own=False))
SPELL = 24
"""Months over which a product must pay for what it is made of."""
LEAP = 1.5
"""Most that a price moves in a month without a control."""


@dataclass(frozen=True)
class Past:
    """Figures of a match month by month, the months first."""

    package: Package
    price: Any
    """(T, Z, G) US$/kg."""
    short: Any
    """(T, H, G) part of the need of seats that was not met."""
    need: Any
    """(T, H, G) t/month."""
    yard: Any
    """(T, S, G) t."""
    output: Any
    """(T, S, G) t/month."""
    value: Any
    spent: Any
    ran: Any
    """(T, S) what a kg run fetches and costs, US$/kg, and t/month."""
    free: Any
    """(T,) whether no controller refused anything."""
    capacity: Any
    """(T, S) t/month."""
    hindered: Any
    """(T, S) part of it that an incident or a lack of knowledge kept from running."""


@cache
def played(scenario: str) -> Past:
    """One match of a scenario, all seats on their doctrines."""
    package = load(scenario)
    seats = slice(0, package.world.seats)
    kept: dict[str, list[Any]] = {name: [] for name in Past.__dataclass_fields__ if name != "package"}

    def note(state: State) -> None:
        met = np.minimum(state.handed("met", "NG")[seats, ..., 0], 1.0)
        found = {
            "price": state.price[..., 0],
            "short": 1.0 - met,
            "need": state.flow_need[seats, ..., 0],
            "yard": state.held("yard", "SG")[..., 0],
            "output": state.site_output[..., 0],
            "value": state.handed("value", "S")[..., 0],
            "spent": state.handed("spent", "S")[..., 0],
            "ran": state.handed("ran", "S")[..., 0],
            "free": state.flow_refused.sum() < 1.0,
            "capacity": state.held("capacity", "S")[..., 0],
            "hindered": state.held("hindered", "S")[..., 0],
        }
        for name, value in found.items():
            kept[name].append(np.array(value))

    run_batch(package, [1], on_month=note)
    return Past(package, **{name: np.array(values) for name, values in kept.items()})


def traded(past: Past) -> Any:
    """(G,) goods that are traded."""
    return past.package.world.supply.rules["local"][0, : len(past.package.world.names.goods)] == 0


def quiet(past: Past) -> Any:
    """(T,) months that follow a year in which no control bit and no incident began or ended."""
    same = np.all(past.hindered[1:] == past.hindered[:-1], axis=1)
    free = past.free & np.append(True, same)
    return np.array([month >= 12 and free[month - 12 : month + 1].all() for month in range(len(free))])


@pytest.mark.slow
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_prices_are_finite_and_leap_only_under_a_control(scenario: str) -> None:
    past = played(scenario)
    price = past.price[:, :, traded(past)]
    assert np.isfinite(price).all()
    assert price.min() > 0.0
    steps = price[1:] / price[:-1]
    assert steps[quiet(past)[1:]].max(initial=1.0) < LEAP


@pytest.mark.slow
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_no_famine_of_what_counts_without_cause(scenario: str) -> None:
    past = played(scenario)
    counted = past.package.world.goods.counted_goods
    lacking = np.where(past.need > 1.0, past.short, 0.0)[quiet(past)][..., counted]
    assert lacking.max(initial=0.0) < 0.05


@pytest.mark.slow
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_no_yard_holds_more_than_eighteen_months_of_its_own_output(scenario: str) -> None:
    past = played(scenario)
    rules = past.package.world.supply.rules
    makes = rules["makes"][0, : past.yard.shape[1], : past.yard.shape[2]]
    most = float(rules["yard_months"][0]) * np.maximum.accumulate(past.capacity, axis=0)[..., None] * makes
    assert (past.yard <= 1.05 * most + past.output + 1.0).all()


@pytest.mark.slow
@pytest.mark.parametrize("scenario", REPLAYS)
def test_a_product_pays_for_its_feed_and_its_cost(scenario: str) -> None:
    """In the mean of any two years without a control that bites, where most is made."""
    past = played(scenario)
    free = past.free
    spells = [slice(begin, begin + SPELL) for begin in range(len(free) - SPELL) if free[begin : begin + SPELL].all()]
    assert spells
    for some in spells:
        ran = past.ran[some].mean(axis=0)
        large = ran > 0.05 * ran.max()
        ratio = past.value[some].mean(axis=0) / past.spent[some].mean(axis=0)
        weight = (ran * past.spent[some].mean(axis=0))[large]
        assert np.average(ratio[large], weights=weight) > 0.95


@pytest.mark.parametrize("rules", ["rare_earths", "cobalt"])
def test_the_fitted_numbers_are_marked(rules: str) -> None:
    """Few, and fewer than the facts that they face; `chokepoint check` prints them."""
    found = fitted_in(ROOT / "rules" / rules)
    assert found is not None
    assert 0 < sum(each.numbers for each in found) <= 50


def test_neither_engine_nor_reader_names_a_nation_a_mineral_or_a_year() -> None:
    generic = {"rest", "elsewhere", "metal", "scrap", "host", "mining", "refining"}
    names: set[str] = set()
    for scenario in REPLAYS:
        world = load(scenario).world
        names |= {*world.names.nations, *world.names.goods, *world.names.sites}
    names |= {"cobalt", "lithium", "oxide", "magnet", "neodymium", "dysprosium", "congo", "myanmar", "rare earth"}
    words = re.compile(rf"\b(?:{'|'.join(sorted(names - generic))})s?\b", re.IGNORECASE)
    rooms = [
        ROOT / "game" / room for room in ("economy", "engine", "orders", "session", "desktop", "reports", "telling")
    ]
    for file in (file for room in rooms for file in sorted(room.rglob("*.py"))):
        assert not words.findall(file.read_text(encoding="utf-8")), file


def test_the_economy_names_no_year() -> None:
    """In code, for texts may cite a book."""
    for file in sorted((ROOT / "game" / "economy").rglob("*.py")):
        years = [
            node.value
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
            if isinstance(node, ast.Constant) and isinstance(node.value, int) and 1900 <= node.value <= 2100
        ]
        assert not years, file
