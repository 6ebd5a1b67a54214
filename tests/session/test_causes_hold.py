"""Whatever is named as a cause moves the figure by at least half of what is claimed when it is taken away."""

from __future__ import annotations

import pytest

from game.content import list_scenarios, load
from game.doctrines import open_match
from game.session.keys import expand, value
from game.session.match import Match
from game.session.measured.acts import acts_of
from game.session.measured.again import play_again
from game.session.measured.effects import behind
from game.session.measured.turning import greatest_jumps, turning_points
from tests.golden.transcript import SEED
from tests.session.without import figure_without

SCENARIOS = [info.id for info in list_scenarios()]


def _played(scenario: str, seed: int) -> Match:
    match = open_match(load(scenario), seed=seed)
    while not match.finished:
        match.resolve()
    return match


@pytest.fixture(scope="module", params=SCENARIOS)
def golden(request: pytest.FixtureRequest) -> Match:
    return _played(request.param, SEED)


def _refuted(match: Match) -> tuple[int, list[str]]:
    """How many acts the turning points of all seats name, and those that taking them away refutes."""
    control, past = match.control, match.measured
    named, refuted = 0, []
    for seat in match.seats:
        points = turning_points(control, past, seat, over=True)
        for point, jump in zip(points, greatest_jumps(control, seat), strict=True):
            effects = behind(past.effects(jump.turn, jump.key), jump.moved)
            told = [cause.size.value for cause in point.causes if cause.what.code.startswith("act.")]
            assert told == [effect.size for effect in effects][: len(told)]
            for effect in effects[: len(told)]:
                named += 1
                change = jump.after - figure_without(control, effect.act, jump.turn, jump.key)
                if change * effect.size <= 0.0 or abs(change) < 0.5 * abs(effect.size):
                    refuted.append(f"{seat}, turn {jump.turn}: {effect} of {jump.key}, really {change}")
    return named, refuted


def test_the_debrief_of_the_golden_match_names_no_cause_that_taking_it_away_refutes(golden: Match) -> None:
    named, refuted = _refuted(golden)
    assert named > 5
    assert refuted == []


@pytest.mark.slow
@pytest.mark.parametrize("scenario", SCENARIOS)
@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_no_turning_point_names_a_cause_that_taking_it_away_refutes(scenario: str, seed: int) -> None:
    assert _refuted(_played(scenario, seed))[1] == []


def test_without_taking_anything_away_a_turn_comes_out_as_it_was(golden: Match) -> None:
    control = golden.control
    for turn in (1, len(control.reports) // 2, len(control.reports) - 1):
        reports = control.reports[turn - 1 : turn + 1]
        acts = acts_of(golden.seats, reports)
        free, told = (
            play_again(control.world, golden.start_of(turn - 1), reports, acts, free=free)[-1].pick(0)
            for free in (True, False)
        )
        assert free.digest() == told.digest()
        for seat in golden.seats:
            for figure in ("import_share", "tension", "stock_cover"):
                key = expand(control.world, seat, figure)
                row = (turn + 1) * control.world.calendar.turn_months
                assert value(control.world, free, *key) == pytest.approx(control.record.column(key)[row], rel=1e-5)
