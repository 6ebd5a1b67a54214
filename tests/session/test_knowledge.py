"""What nobody speaks of yet stands in no list, cannot be ordered or asked after, and is told of when it comes up."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from game.content.package import Package
from game.doctrines import open_match
from game.engine.world import World
from game.session.match import Match
from tests.session.scripts import PEOPLE, play_turn
from tests.session.small_package import small_package

LATE = "more_plant"
"""Known to all from the second turn on, and sooner to whoever has thrifting at the level that it needs."""
FUND: dict[str, Any] = {"kind": "fund_project", "instrument": "loan", "public_share": 0.5}


def unheard_of(**projects: Any) -> Package:
    """The small package, whose second plant is announced in the fourth month; nobody builds it unaided."""
    package = small_package()
    world: World = package.world
    table = replace(
        world.projects,
        known_month=np.array([0, 3, 0]),
        private_month=np.full(3, -1),
        site=np.array([6, 7, 6]),
        **projects,
    )
    return small_package(world=replace(world, projects=table))


@pytest.fixture
def match() -> Match:
    return open_match(unheard_of(needs_level=np.array([0.0, 9.0, 0.0])), seed=3, people=PEOPLE)


def test_before_it_is_announced_it_is_in_no_list(match: Match) -> None:
    view = match.view("arden")
    assert LATE not in [one.id for one in view.projects]
    assert not view.lexicon.knows("projects", LATE)
    assert "plant_site" not in [one.id for one in view.sites]


def test_to_name_it_is_to_name_nothing(match: Match) -> None:
    nothing, late = (match.add("arden", {**FUND, "project": name}) for name in ("nowhere", LATE))
    assert nothing is not None
    assert late is not None
    assert (nothing.code, nothing.order) == (late.code, late.order)
    assert repr(nothing.message).replace("nowhere", LATE) == repr(late.message)
    for key in ("project_phase {}", "project_done {}"):
        with pytest.raises(KeyError) as unknown:
            match.why("arden", key.format("nowhere"))
        with pytest.raises(KeyError) as hidden:
            match.why("arden", key.format(LATE))
        assert str(unknown.value).replace("nowhere", LATE) == str(hidden.value)


def test_when_it_is_announced_everybody_is_told(match: Match) -> None:
    play_turn(match, {})
    for seat in PEOPLE:
        assert [line.month for line in match.news(seat, 0) if line.kind == "project_known"] == ["2010-04"]
        assert LATE in [one.id for one in match.view(seat).projects]


def test_whoever_has_the_research_thinks_of_it_sooner() -> None:
    package = unheard_of(needs_level=np.array([0.0, 2.0, 0.0]))
    readiness = package.world.research.readiness.copy()
    readiness[1, 1] = 1.0
    world = replace(package.world, research=replace(package.world.research, readiness=readiness))
    match = open_match(replace(package, world=world), seed=3, people=PEOPLE)
    assert match.view("arden").lexicon.knows("projects", LATE)
    assert not match.view("boreas").lexicon.knows("projects", LATE)
    assert not match.lexicon.knows("projects", LATE)


@pytest.mark.parametrize("key", ["budget", "readiness boreas recycling", "approval boreas", "budget boreas"])
def test_a_seat_may_ask_after_its_own_figures_alone(match: Match, key: str) -> None:
    if key == "budget":
        assert match.why("arden", key).key == "budget"
        return
    with pytest.raises(KeyError, match="no figure is called"):
        match.why("arden", key)


def test_a_rule_of_the_script_can_be_asked_after_no_more_than_one_that_does_not_exist(match: Match) -> None:
    for name in ("embargo", "nothing"):
        with pytest.raises(KeyError, match=f"rules: no '{name}'"):
            match.why("arden", f"rule_count {name}")
