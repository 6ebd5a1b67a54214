"""Whatever is named as a cause moves the figure by at least half of what is claimed when it is taken away."""

from __future__ import annotations

import pytest

from game.content import list_scenarios
from game.doctrines import open_match
from game.session.keys import Key, expand, value
from game.session.match import Match
from game.session.measured.acts import acts_of
from game.session.measured.again import play_again
from game.session.measured.effects import Effect, behind
from game.session.measured.turning import causes_of, greatest_jumps
from tests import shipped
from tests.examples import sparing
from tests.golden.transcript import SEED
from tests.played import at_turn
from tests.session.without import figure_without

SCENARIOS = [info.id for info in list_scenarios()]


def _played(scenario: str, seed: int) -> Match:
    match = open_match(shipped.package(scenario), seed=seed)
    while not match.finished:
        match.resolve()
    return match


@pytest.fixture(
    scope="module", params=[SCENARIOS[0], *(pytest.param(name, marks=pytest.mark.slow) for name in SCENARIOS[1:])]
)
def golden(request: pytest.FixtureRequest) -> Match:
    return _played(request.param, SEED)


def _holds(match: Match, effect: Effect, turn: int, key: Key, now: float, *, free: bool) -> bool:
    """Whether the figure, `now` as it was, differs by half of the effect where its act is taken away."""
    change = now - figure_without(match, effect.act, turn, key, free=free)
    return change * effect.size > 0.0 and abs(change) >= 0.5 * abs(effect.size)


def _refuted(match: Match) -> tuple[int, list[str]]:
    """How many acts the turning points of all seats name, and those that taking them away refutes."""
    named, refuted = 0, []
    for seat in match.seats:
        for jump in greatest_jumps(match.control, seat):
            told = causes_of(match.control, match.measured, seat, jump, over=True)
            acts = [cause.size.value for cause in told if cause.what.code.startswith("act.")]
            effects = behind(match.measured.effects(jump.turn, jump.key), jump.moved)[: len(acts)]
            assert acts == [effect.size for effect in effects]
            named += len(effects)
            refuted += [
                f"{seat}, {jump}: {effect}"
                for effect in effects
                if not _holds(match, effect, jump.turn, jump.key, jump.after, free=True)
            ]
    return named, refuted


def test_the_debrief_of_the_golden_match_names_no_cause_that_taking_it_away_refutes(golden: Match) -> None:
    named, refuted = _refuted(golden)
    assert named > 3
    assert refuted == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("scenario", "seed"), [(name, seed) for name in SCENARIOS for seed in shipped.its_own(name, (1, 2, 3, 4))]
)
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


def _at(scenario: str, turn: int) -> Match:
    package = shipped.package(scenario)
    return at_turn(package, turn)


@pytest.mark.slow
@sparing(("scenario", "turn"), [("embargo_2010", 3), ("embargo_2010", 6), ("history_2008_2025", 12)], 0)
def test_why_names_nothing_that_taking_it_away_refutes(scenario: str, turn: int) -> None:
    match = _at(scenario, turn)
    seat, control = match.control.package.default_seat, match.control
    figures = [
        *(item.key for item in match.view(seat).indicators),
        "basket",
        "rival_exports",
        "price dytb",
    ]
    named = 0
    for figure in figures:
        key = expand(control.world, seat, figure)
        effects = match.measured.effects(turn - 1, key, seat)
        sizes = [effect.size for effect in effects]
        told = [cause for cause in match.why(seat, figure).causes if cause.what.code.startswith("act.")]
        assert [cause.size.value for cause in told] == sizes[: len(told)]
        now = value(control.world, match.measured.end_of(turn - 1, seat), *key)
        named += len(told)
        for effect in effects[: len(told)]:
            assert _holds(match, effect, turn - 1, key, now, free=False), (figure, effect)
    assert named > 5


@sparing("scenario", shipped.FIRST, 0)
def test_terms_of_acts_are_what_the_figure_would_differ_by(scenario: str) -> None:
    match = _played(scenario, SEED)
    control, checked = match.control, 0
    for report in control.reports:
        for act in acts_of(match.seats, [report]):
            code = {"rule": "rule", "incident": "incident"}.get(act.kind)
            if code is None:
                continue
            names = control.world.names.rules if code == "rule" else [entry.key for entry in control.world.incidents]
            for figure, terms in report.terms.items():
                size = terms.get(f"{code}:{names[act.position]}", 0.0)
                if not size or not figure.startswith("tension"):
                    continue
                key = tuple(figure.split())
                now = value(control.world, match.start_of(report.turn + 1), *key)
                without = figure_without(match, act, report.turn, key, free=False)
                assert now - without == pytest.approx(size, rel=1e-6), (report.turn, figure, act)
                checked += 1
    assert checked >= (1 if scenario == "cobalt_2018_2025" else 3)  # in which tension moves once
