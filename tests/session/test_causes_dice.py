"""A turn that is played again for a seat throws the dice that fell and no others, and asks nothing of the script."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from game.engine import chance
from game.session.match import Match
from game.session.measured.acts import acts_of
from game.session.measured.again import play_again
from tests import shipped
from tests.played import at_turn

TURNS = 6
_OF_THE_SCRIPT = {"incident", "rival", "licence"}


@pytest.fixture
def thrown(monkeypatch: pytest.MonkeyPatch) -> set[tuple[str, int]]:
    """Streams and months of which dice are thrown."""
    seen: set[tuple[str, int]] = set()

    def watch(name: str) -> Callable[..., Any]:
        real = getattr(chance, name)

        def draw(seeds: Any, streams: Any, month: int, *rest: int) -> Any:
            seen.update((stream, month) for stream in ([streams] if isinstance(streams, str) else streams))
            return real(seeds, streams, month, *rest)

        return draw

    for name in ("uniform", "uniform_of_streams", "uniform_at", "uniform_of_year", "normal"):
        monkeypatch.setattr(chance, name, watch(name))
    return seen


def _again(match: Match, last: int, **secrets: Any) -> list[str]:
    """Digests of two turns that end with `last`, as they were and without each act, in a world of other secrets."""
    control = match.control
    reports = control.reports[last - 1 : last + 1]
    projects = replace(control.world.projects, **secrets)
    world, acts = replace(control.world, projects=projects), acts_of(match.seats, reports)
    end = play_again(world, match.start_of(last - 1), reports, acts, free=False)[-1]
    return [end.pick(place).digest() for place in range(1 + len(acts))]


@pytest.fixture
def played(thrown: set[tuple[str, int]]) -> Match:
    return at_turn(shipped.package("embargo_2010"), TURNS, doctrine="resource_agency")


def test_no_dice_are_thrown_but_those_that_fell(played: Match, thrown: set[tuple[str, int]]) -> None:
    fell = thrown.copy()
    thrown.clear()
    for last in range(1, TURNS):
        _again(played, last)
    assert any(stream.startswith("project/") for stream, _ in thrown)
    assert not {dice for dice in thrown - fell if dice[0].startswith("project/")}
    assert not _OF_THE_SCRIPT & {stream for stream, _ in thrown}


@pytest.mark.slow
def test_owners_do_what_they_did_whatever_they_wait_for(played: Match) -> None:
    projects = len(played.control.world.names.projects)
    started = [event for report in played.control.reports for event in report.events if event.kind == "project_started"]
    assert any(event.actor < 0 for event in started)
    for last in range(1, TURNS):
        told = _again(played, last)
        for month, price in ((0, 0.0), (-1, np.inf)):
            secrets = {"private_month": np.full(projects, month), "private_price": np.full(projects, price)}
            assert _again(played, last, **secrets) == told
