"""Every shipped scenario plays to its end with every doctrine in every seat; no tonne is lost on the way, and no change
of a figure that is a sum is without its cause.
"""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from game.content import load
from game.content.package import Package
from game.doctrines import open_match
from game.engine import invariants, step
from game.engine.events import Events
from game.engine.script import Script
from game.engine.state import State
from game.engine.world import World
from tests import shipped
from tests.doctrines.shallow import shallow
from tests.engine.unexplained import unexplained

FEW_TURNS = 3
"""For which doctrines that look ahead play."""


def cut_short(scenario: str) -> Package:
    """The scenario, a few turns long, with doctrines that look into two futures for a month."""
    return shallow(load(scenario, {"scenario.turns": FEW_TURNS}), futures=2)


def _looks(package: Package, doctrine: str) -> bool:
    return package.bind_doctrine(doctrine, package.default_seat).ahead is not None


LONG = 120
"""Months from which a match is long: each doctrine plays it in the slow tests only, the scenario's own in all."""
QUICK = ("hedger",)
"""Doctrines that play in the quick tests too."""


def combinations() -> list[Any]:
    return [
        pytest.param(scenario, doctrine, marks=[pytest.mark.slow] if months > LONG or doctrine not in QUICK else [])
        for scenario in shipped.FIRST
        for months in (shipped.package(scenario).world.calendar.months,)
        for doctrine in sorted(shipped.package(scenario).doctrine_names)
    ]


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Let every month be checked; the months that were."""
    real, months = step.step, list[int]()

    def step_and_check(world: World, state: State, events: Events, script: Script | None = None, *led: Any) -> None:
        if state.batch > 1:  # what a doctrine imagines is no match: its figures are guesses
            real(world, state, events, script, *led)
            return
        before = state.copy()
        events.terms.take()  # of orders, and of the month before
        real(world, state, events, script, *led)
        invariants.check(before, state)
        if events.watched:  # else it is a turn played again, to measure what something did
            assert unexplained(before, state, events.terms.take()) == {}
            months.append(state.month)

    monkeypatch.setattr(step, "step", step_and_check)
    return months


@pytest.mark.slow
@pytest.mark.parametrize(("scenario", "doctrine"), combinations())
def test_a_doctrine_in_every_seat_plays_to_the_end(scenario: str, doctrine: str, checked: list[int], seed: int) -> None:
    """Those that look ahead in one seat, not far, and for a few turns: they take as long as hundreds of others."""
    package = shipped.package(scenario)
    looks = _looks(package, doctrine)
    package = cut_short(scenario) if looks else package
    _play(package, {package.default_seat: doctrine} if looks else dict.fromkeys(package.seat_doctrines, doctrine), seed)
    assert checked == list(range(1, package.world.calendar.months + 1))


@pytest.mark.slow
@pytest.mark.parametrize("scenario", sorted(shipped.FURTHER))
def test_every_doctrine_plays_a_further_scenario_to_the_end(scenario: str, checked: list[int], seed: int) -> None:
    """Those that lead a seat when nobody does play it in its golden transcript."""
    package, short = shipped.package(scenario), cut_short(scenario)
    others = sorted(package.doctrine_names.keys() - {*package.seat_doctrines.values()})
    led = shipped.tables([one for one in others if not _looks(package, one)], tuple(package.seat_doctrines))
    for table in led:
        _play(package, table, seed)
    assert checked == list(range(1, package.world.calendar.months + 1)) * len(led)
    checked.clear()
    for doctrine in filter(partial(_looks, package), others):
        _play(short, {package.default_seat: doctrine}, seed)
    assert set(checked) <= set(range(1, short.world.calendar.months + 1))


@pytest.mark.parametrize(
    "scenario",
    [
        pytest.param(name, marks=[pytest.mark.slow] if shipped.package(name).world.calendar.months > LONG else [])
        for name in shipped.FIRST
    ],
)
def test_the_scenarios_own_doctrines_play_to_the_end(scenario: str, checked: list[int], seed: int) -> None:
    package = shipped.package(scenario)
    _play(package, {}, seed)
    assert checked == list(range(1, package.world.calendar.months + 1))


def _play(package: Package, doctrines: dict[str, Any], seed: int) -> None:
    match = open_match(package, seed=seed, doctrines=doctrines)
    while not match.finished:
        match.resolve()
    for seat in match.seats:
        assert 0.0 <= match.result(seat).total <= 100.0
        assert match.view(seat).finished
