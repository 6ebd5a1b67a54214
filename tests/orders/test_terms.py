"""The terms of a turn are the whole change of the figures that are sums: nothing moves them that has no name."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content import load
from game.engine.events import Events
from game.engine.terms import CAUSES, Term
from game.engine.world import World
from tests import shipped
from tests.engine.unexplained import unexplained
from tests.examples import few
from tests.orders.any_order import turns_of
from tests.orders.table import ARDEN, Table
from tests.small_world import builders_world, small_world

MADE = {"small": small_world, "builders": builders_world}


def _names(world: World, axis: str) -> tuple[str, ...]:
    if axis == "incidents":
        return tuple(incident.key for incident in world.incidents)
    names: tuple[str, ...] = getattr(world.names, axis)
    return names


def _check_causes(world: World, terms: list[Term]) -> None:
    """Every cause has a known code, and identifiers of the axes that belong to it."""
    for term in terms:
        code, *named = term.cause.split(":")
        if code == "order":
            seat, _, *about = named
            assert seat in world.names.nations
            assert not about or about[1] in _names(world, about[0])
        else:
            assert len(named) == len(CAUSES[code]), term
            for name, axis in zip(named, CAUSES[code], strict=True):
                assert name in _names(world, axis), term


@pytest.fixture(params=[*MADE, *shipped.FIRST], scope="module")
def world(request: pytest.FixtureRequest) -> World:
    name = request.param
    return MADE[name]() if name in MADE else load(name).world


@settings(max_examples=few(12))
@given(data=st.data(), first=st.integers(1, 1000))
def test_terms_add_up_to_the_change_of_every_figure(world: World, data: st.DataObject, first: int) -> None:
    turns: list[list[tuple[int, dict[str, Any]]]] = data.draw(turns_of(world))
    table = Table(world, matches=2, first=first)
    table.state.month = data.draw(st.sampled_from(range(0, world.calendar.months - 24, 6)))
    for turn in turns:
        before = table.state.copy()
        for nation, order in turn:
            table.give(nation, **order)
        table.months(6)
        table.turn()
        terms = table.events.terms.take()
        assert unexplained(before, table.state, terms) == {}
        _check_causes(world, terms)


def test_a_missing_term_is_found() -> None:
    table = Table(small_world())
    before = table.state.copy()
    table.give(ARDEN, kind="fund_project", project="new_mine", instrument="loan", public_share=0.5)
    table.months(6)
    table.turn()
    terms = table.events.terms.take()
    assert len(terms) > 20
    for missing in terms:
        rest = [term for term in terms if term is not missing]
        assert list(unexplained(before, table.state, rest)) == [missing.figure], missing


def test_a_match_that_nobody_watches_has_no_terms() -> None:
    table = Table(small_world())
    table.events = Events(watched=False)
    table.give(ARDEN, kind="fund_research", line="recycling", rate=12.0)
    table.months(6)
    assert table.events.terms.take() == []


def test_terms_name_what_they_stand_for_and_are_taken_once() -> None:
    table = Table(matches=2)
    table.give(ARDEN, [True, False], kind="fund_research", line="recycling", rate=12.0)
    table.months(3)
    terms = table.events.terms.take()
    lines = {term.cause: term for term in terms if term.figure == "budget" and term.place == (ARDEN,)}
    assert lines["research:recycling"].amount == pytest.approx(-3.0)
    assert lines["research:recycling"].match == 0
    assert table.events.terms.take() == []
