"""What the rival weighs before it acts, the warnings that it gives, and moves to which it is not always willing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from game.engine import metrics
from game.engine.events import Events
from game.engine.phases import rival
from game.engine.phases.actions.kinds import table_of
from game.engine.start import begin
from game.engine.state import State
from game.engine.step import begin_turn, step
from game.engine.world import World
from tests.orders.table import EMBARGO, SQUEEZE, Table, calm
from tests.small_world import small_world

SEEDS = np.arange(400, dtype=np.uint64)


def played(world: World, months: int = 12, seeds: int = 4) -> State:
    state, events = begin(world, SEEDS[:seeds]), Events(watched=False)
    begin_turn(world, state, events)
    for _ in range(months):
        step(world, state, events)
    return state


@pytest.fixture(scope="module")
def world() -> World:
    return small_world()


@pytest.fixture(scope="module")
def state(world: World) -> State:
    return played(world)


def read(world: World, state: State, name: str) -> Any:
    return metrics.of_nations(world, state, name, world.seats)


def test_one_seat_is_the_weakest_and_it_is_the_most_exposed(world: World, state: State) -> None:
    exposure, weakest = read(world, state, "exposure"), read(world, state, "weakest")
    assert ((exposure >= 0.0) & (exposure <= 1.0)).all()
    assert (weakest.max(axis=0) == 1.0).all()
    assert (exposure[weakest == 1.0] == exposure.max(axis=0)).all()


def test_stocks_make_a_seat_less_exposed(world: World, state: State) -> None:
    fuller = state.copy()
    fuller.held("reserve", "NG")[0] += 100.0 * np.maximum(fuller.year_use[0], 1.0)
    assert (read(world, fuller, "exposure")[0] < read(world, state, "exposure")[0]).all()
    assert (read(world, fuller, "exposure")[1] == read(world, state, "exposure")[1]).all()


def test_customers_share_what_the_rival_sells(world: World, state: State) -> None:
    count = len(world.names.nations)
    shares = metrics.of_nations(world, state, "customer_share", count)
    assert (shares >= 0.0).all()
    assert shares.sum(axis=0) == pytest.approx(1.0)


def rules(**changed: Any) -> World:
    return calm(
        diplomacy={"tension": np.full(6, 0.5), "tension_rest": np.full(6, 0.5)},
        rival_rules={"chance": np.array([1.0, 0.0]), **changed},
    )


def test_a_rule_comes_in_as_many_matches_as_the_rival_has_the_will_to_it() -> None:
    world = rules(will=np.array([0.7, 1.0]), duration=np.array([1, 2]), cooldown=np.array([1, 2]))
    fired = played(world, months=3, seeds=400).rule_count[SQUEEZE]
    assert set(fired.tolist()) == {0.0, 3.0}, "the will is one for the whole match"
    assert (fired > 0.0).mean() == pytest.approx(0.7, abs=0.08)


def test_without_doubt_nothing_is_drawn() -> None:
    assert (played(rules(will=np.array([1.0, 1.0]))).rule_count[SQUEEZE] == 1.0).all()
    assert (rival.likely(rules(), played(rules()), SQUEEZE) == 1.0).all()


def test_a_warning_is_told_and_stops_nothing() -> None:
    small = rules(duration=np.array([3, 2]), cooldown=np.array([12, 2]))
    warns = {"warn": np.array([[True] + [False] * 5, [False] * 6])}
    table = Table(replace(small, rival_rules=replace(small.rival_rules, does=warns)))
    before = table.state.quota.copy()
    table.months(6)
    assert table_of(table.world, "warn") is not None
    assert [event.month for event in table.told("rule_fired")] == [0]
    assert table.told("rule_ended") == [], "a word that was said is not lifted"
    assert np.array_equal(table.state.quota, before)
    assert table.state.rule_left[SQUEEZE, 0] == 0.0
    assert table.state.rule_count[EMBARGO, 0] == 0.0
