"""Conditions: alternatives of groups of atoms, over a batch, read no more than needed."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.condition_table import ConditionTable
from game.engine.conditions import Atom, Condition, Reading
from game.engine.derived import derived
from tests.orders.table import Table
from tests.small_world import small_world

ATOMS = st.builds(
    Atom,
    reading=st.builds(Reading, metric=st.sampled_from(["month", "tension", "price"]), arguments=st.just(())),
    sign=st.sampled_from([1, -1]),
    threshold=st.sampled_from([0.0, 1.0, 2.0]),
    or_equal=st.booleans(),
)
CONDITIONS = st.lists(st.lists(st.lists(ATOMS, max_size=3).map(tuple), max_size=3).map(tuple), max_size=5)


class Gauges:
    """Readings with fixed values that count how often they are read."""

    def __init__(self, values: dict[str, list[float]]) -> None:
        self.values = values
        self.read_names: list[str] = []

    def __call__(self, world: Any, state: Any, reading: Reading) -> Any:
        self.read_names.append(reading.metric)
        return np.array(self.values[reading.metric])


def table(*groups: tuple[tuple[Atom, ...], ...]) -> ConditionTable:
    return ConditionTable(tuple(Condition(any_of, "") for any_of in groups))


def by_hand(atom: Atom, value: float) -> bool:
    if value == atom.threshold:
        return atom.or_equal
    return value > atom.threshold if atom.sign > 0 else value < atom.threshold


@given(conditions=CONDITIONS, month=st.sampled_from([0, 1, 2]))
def test_holds_as_read_by_hand(conditions: list[tuple[tuple[Atom, ...], ...]], month: int) -> None:
    sitting = Table(matches=3)
    sitting.state.month = month
    values = {"month": [float(month)] * 3, "tension": [0.0, 1.0, 2.0], "price": [2.0, 1.0, 0.5]}
    holds = table(*conditions).holds(sitting.world, sitting.state, Gauges(values))
    assert holds.shape == (len(conditions), 3)
    for row, groups in enumerate(conditions):
        for match in range(3):
            expected = any(all(by_hand(atom, values[atom.reading.metric][match]) for atom in group) for group in groups)
            assert holds[row, match] == expected


def test_out_of_season_nothing_else_is_read() -> None:
    sitting = Table()
    late, tense = Atom(Reading("month"), 1, 8.0, or_equal=True), Atom(Reading("tension"), 1, 0.5, or_equal=False)
    conditions = table(((late, tense),))
    gauges = Gauges({"tension": [0.9]})
    sitting.state.month = 7
    assert not conditions.holds(sitting.world, sitting.state, gauges).any()
    assert gauges.read_names == []
    sitting.state.month = 8
    assert conditions.holds(sitting.world, sitting.state, gauges).all()
    assert gauges.read_names == ["tension"]


def test_the_rest_of_a_group_is_read_only_where_its_first_atom_holds() -> None:
    sitting = Table(matches=2)
    tense, dear = Atom(Reading("tension"), 1, 0.5, or_equal=False), Atom(Reading("price"), 1, 0.5, or_equal=False)
    conditions = table(((tense, dear),))
    gauges = Gauges({"tension": [0.1, 0.2], "price": [1.0, 1.0]})
    assert not conditions.holds(sitting.world, sitting.state, gauges).any()
    assert gauges.read_names == ["tension"]
    gauges.values["tension"] = [0.1, 0.9]
    assert conditions.holds(sitting.world, sitting.state, gauges)[0].tolist() == [False, True]


def test_the_calendar_year_counts_from_the_start_of_the_scenario() -> None:
    sitting = Table()
    since = Atom(Reading("year"), 1, 2010.5, or_equal=True)
    for month, expected in ((5, False), (6, True)):
        sitting.state.month = month
        assert table(((since,),)).holds(sitting.world, sitting.state, Gauges({}))[0, 0] == expected


def test_each_reading_is_read_once_and_only_where_wanted() -> None:
    sitting = Table()
    tense, calm = Atom(Reading("tension"), 1, 0.5, or_equal=False), Atom(Reading("tension"), -1, 2.0, or_equal=False)
    dear = Atom(Reading("price"), 1, 0.0, or_equal=False)
    gauges = Gauges({"tension": [0.9], "price": [1.0]})
    conditions = table(((tense, calm),), ((tense,), (dear,)), ((dear,),))
    assert conditions.holds(sitting.world, sitting.state, gauges).all()
    assert sorted(gauges.read_names) == ["price", "tension"]
    gauges.read_names.clear()
    assert conditions.holds(sitting.world, sitting.state, gauges, [True, False, False])[:, 0].tolist() == [
        True,
        False,
        False,
    ]
    assert gauges.read_names == ["tension"]
    assert set(conditions.readings) == {Reading("tension"), Reading("price")}


@pytest.mark.parametrize(("threshold", "value"), [(0.1 + 0.2, 0.3), (0.6, 0.6), (-0.5, -0.5), (0.0, 0.0)])
def test_equality_is_exact(threshold: float, value: float) -> None:
    sitting = Table()
    for sign in (1, -1):
        for or_equal in (True, False):
            atom = Atom(Reading("price"), sign, threshold, or_equal)
            holds = table(((atom,),)).holds(sitting.world, sitting.state, Gauges({"price": [value]}))
            assert holds[0, 0] == by_hand(atom, value)


def test_what_follows_from_a_world_is_computed_once() -> None:
    calls = []

    @derived
    def size(world: Any) -> int:
        calls.append(world)
        return len(world.names.nations)

    one, other = small_world(), small_world(incidents=())
    assert (size(one), size(one), size(other)) == (6, 6, 6)
    assert len(calls) == 2
