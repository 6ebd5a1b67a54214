"""A facilitator intervenes: what is done stands in every view at once and in the log, and plays again alike."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game import content
from game.doctrines import load_anew, load_match, look_ahead, open_match
from game.engine.events import Events
from game.engine.interventions import FIGURES, act
from game.session.faults import MatchOver
from game.session.interventions import Done, Intervention, InterventionError, checked, holds
from game.session.interventions.effect import forms
from game.session.match import Match
from game.session.resolution import play_months
from game.session.saves.loading import Way
from game.session.saves.replay import verify
from game.telling import Teller
from tests.session.small_package import small_package

PACKAGE = small_package()
WORLD = PACKAGE.world
SEATS = {"arden": "Ada", "boreas": "Ben"}
NEW = [
    "budget(arden) + 25",
    "capital(boreas) - 1",
    "tension(all) = 0.9",
    "reputation(dominion) * 0.5",
    "trust(arden, boreas) = 1",
    "stockpile(arden, heavy_oxide) + 12",
    "price(world, heavy_oxide) * 2",
    "output(mineland_old) * 0.25 for 7",
    "demand(all, cars) * 1.3 for 12 months",
    "fire(squeeze, 4)",
    "fire(embargo)",
    "happen(slump)",
    "budget(arden) + 5; tension(arden) - 0.1; happen(collision)",
]
WRONG = {
    "": "no effect is given",
    "budgt(arden) + 1": "perhaps 'budget'",
    "budget(arden) = 2e9": "0 to 1e+06 (US$ million)",
    "budget(dominion) + 1": "arden, boreas",
    "budget(arden) - 1e5": "it would come to",
    "budget(arden)": "write it as budget(nation)",
    "tension(nowhere) = 0.5": "unknown nation 'nowhere'",
    "tension(arden, boreas) = 0.5": "write it as tension(nation)",
    "output(mineland_old) * 0.5": "for 6",
    "output(mineland_old) * 2 for 6": "0 to 1",
    "output(mineland_old) * 0.5 for 900": "1 to 120",
    "fire(nothing)": "known here",
    "fire(squeeze) + 1": "takes no number",
    "stop(squeeze)": "does not act now",
    "happen(nothing)": "known here",
    "delay(new_mine) + 6": "name one that is",
    "2 + 2": "nothing that can be done",
    "tension(arden) = lots": "is no number",
    "budget(arden) + 1; budgt(arden) + 1": "perhaps 'budget'",
}


def _inject(effect: str, kind: str = "inject") -> Intervention:
    return Intervention(kind, effect, "to see what they do", "facilitator", "12")


def _turn(match: Match) -> None:
    for seat in match.people:
        match.seal(seat)
    match.resolve()


def _read(match: Match) -> Match:
    """The same match from its log."""
    return load_match(match.log_path or Path(), way=Way.READ, package=PACKAGE)


@pytest.fixture
def match(tmp_path: Path) -> Match:
    return open_match(PACKAGE, seed=3, people=SEATS, log=tmp_path / "a.chokepoint")


@pytest.mark.parametrize(("effect", "right"), WRONG.items())
def test_what_cannot_be_done_says_what_would_be_right(match: Match, effect: str, right: str) -> None:
    before = match.control.state.digest()
    with pytest.raises(InterventionError) as refused:
        match.intervene(_inject(effect))
    assert right in str(refused.value)
    assert match.control.state.digest() == before
    assert match.interventions == ()


@pytest.mark.parametrize("effect", ["; ".join(NEW[:12]), *(pytest.param(one, marks=pytest.mark.slow) for one in NEW)])
def test_every_effect_acts_at_once_and_plays_again(match: Match, effect: str) -> None:
    state, opened = match.control.state.copy(), match.control.state.digest()
    assert not match.intervene(_inject(effect))
    assert match.control.state.digest() != opened
    assert match.interventions == (Done(0, "2010-01", _inject(effect)),)
    assert state.digest() == opened
    again = _read(match)
    assert again.control.state.digest() == match.control.state.digest()
    assert again.interventions == match.interventions
    _turn(match)
    _turn(match)
    assert verify(match.log_path or Path(), package=PACKAGE).ok
    assert _read(match).control.state.digest() == match.control.state.digest()


def test_what_lasts_ends_with_its_months(match: Match) -> None:
    twin = open_match(PACKAGE, seed=3, people=SEATS)
    match.intervene(_inject("demand(arden, cars) * 0.5 for 6"))
    assert len(match.control.state.shocks) == 1
    _turn(match)
    _turn(twin)
    assert match.control.state.shocks[0].until == match.control.state.month
    assert match.control.state.digest() != twin.control.state.digest()


def test_a_rule_that_is_fired_acts_for_the_months_named_and_ends(match: Match) -> None:
    rule = WORLD.names.index("rules", "squeeze")
    match.intervene(_inject("fire(squeeze, 4)"))
    assert match.control.state.rule_left[rule, 0] == 5.0  # the ageing of this month is still to come
    _turn(match)
    ended = [event.month for event in match.control.reports[0].events if event.kind == "rule_ended"]
    assert ended == [4]


def test_a_rule_that_acts_can_be_stopped(match: Match) -> None:
    match.intervene(_inject("fire(squeeze)"))
    match.intervene(_inject("stop(squeeze)", "override"))
    assert match.control.state.rule_left[WORLD.names.index("rules", "squeeze"), 0] == 0.0


def test_seats_read_of_what_is_public_and_of_their_own(match: Match) -> None:
    match.intervene(_inject("budget(arden) + 25; tension(arden) = 0.9"))
    kinds = {seat: [one.kind for one in match.headlines(seat)] for seat in SEATS}
    assert kinds == {"arden": ["budget_moved", "tension_moved"], "boreas": ["tension_moved"]}
    told = Teller.of(match.view("arden")).event(match.headlines("arden")[0])
    assert "budget" in told
    assert match.view("arden").budget == pytest.approx(match.control.state.budget[0, 0])


def test_what_is_another_seats_own_changes_nothing_that_a_seat_reads(match: Match) -> None:
    twin = open_match(PACKAGE, seed=3, people=SEATS)
    twin.intervene(_inject("budget(boreas) + 25; capital(boreas) - 1; stockpile(boreas, heavy_oxide) + 5"))
    for one in (match, twin):
        assert one.view("arden") == match.view("arden")
        assert one.headlines("arden") == ()
    assert twin.view("boreas") != match.view("boreas")


def test_why_names_the_intervention(match: Match) -> None:
    _turn(match)
    match.intervene(_inject("tension(arden) = 0.95", "override"))
    codes = [cause.what.code for cause in match.why("arden", "tension").causes]
    assert codes[0] == "term.override"
    _turn(match)
    assert match.control.reports[1].terms["tension arden"]["override"] > 0.0
    assert any(effect.act.kind == "by_hand" for effect in match.measured.effects(1, ("tension", "arden")))
    assert "Override" not in str(match.headlines("boreas", 1))


def test_an_order_that_can_no_longer_be_given_falls_out(match: Match) -> None:
    order = {"kind": "fund_research", "line": "recycling", "rate": 20.0}
    assert match.add("arden", order) is None
    assert match.add("boreas", order) is None
    match.seal("arden")
    match.seal("boreas")
    dropped = match.intervene(_inject("budget(arden) = 0"))
    assert [*dropped] == ["arden"]
    assert match.drafts("arden") == ()
    assert not match.sealed("arden")
    assert match.sealed("boreas")
    again = _read(match)
    assert (again.drafts("arden"), again.sealed("arden")) == ((), False)
    assert again.drafts("boreas") == match.drafts("boreas")


def test_a_ruling_without_effect_is_kept_with_its_reason(match: Match) -> None:
    before = match.control.state.digest()
    match.intervene(Intervention("ruling", "", "The envoy argued well.", "facilitator"))
    assert match.control.state.digest() == before
    _turn(match)
    assert _read(match).interventions == match.interventions


def test_a_rewind_keeps_the_branch_that_was_left_and_why(match: Match) -> None:
    _turn(match)
    match.intervene(_inject("tension(arden) = 0.95"))
    digest = match.control.state.digest()
    _turn(match)
    left = match.log_path or Path()
    match.close()
    back = load_match(left, package=PACKAGE, turn=1, reason="the rule was misread")
    assert back.interventions == ()
    assert [(one.file, one.turn, one.reason) for one in back.left] == [(left.name, 1, "the rule was misread")]
    back.intervene(_inject("tension(arden) = 0.95"))
    assert back.control.state.digest() == digest
    _turn(back)
    assert verify(back.log_path or Path(), package=PACKAGE).ok
    assert load_match(left, package=PACKAGE, way=Way.READ).turn == 2


@pytest.mark.slow
def test_what_was_done_is_played_again_with_what_is_installed(tmp_path: Path) -> None:
    played = open_match(content.load("first_steps"), seed=3, log=tmp_path / "b.chokepoint")
    seat = played.seats[0]
    played.intervene(_inject(f"budget({seat}) + 40"))
    played.resolve()
    played.close()
    again = load_anew(tmp_path / "b.chokepoint")
    assert again.control.state.digest() == played.control.state.digest()
    assert again.interventions == played.interventions


@pytest.mark.slow
def test_after_the_end_nothing_is_done(match: Match) -> None:
    while not match.finished:
        _turn(match)
    with pytest.raises(MatchOver):
        match.intervene(_inject("tension(arden) = 0.5"))


def test_a_condition_of_the_event_list_is_read() -> None:
    state = open_match(PACKAGE, seed=3).control.state
    assert holds(PACKAGE, state, "tension(arden) < 2 and month() == 0")
    assert not holds(PACKAGE, state, "tension(arden) > 2")
    with pytest.raises(InterventionError, match="unknown metric"):
        holds(PACKAGE, state, "tention(arden) > 2")


def test_every_figure_says_how_it_is_written() -> None:
    assert {form.partition("(")[0] for form in forms()} == {"fire", "stop", "happen", *FIGURES}


def test_a_look_ahead_leaves_the_match_alone_and_pairs_its_futures(match: Match) -> None:
    before = match.control.state.digest()
    rows = {row.key: row for row in look_ahead(match, "tension(arden) = 0.95", "arden", turns=1, runs=8)}
    assert match.control.state.digest() == before
    assert rows["tension", "arden"].moved.low > 0.0
    nothing = look_ahead(match, "budget(boreas) + 0", turns=1, runs=8)
    assert all(row.moved.low == row.moved.high == 0.0 for row in nothing)
    with pytest.raises(InterventionError):
        look_ahead(match, "stop(squeeze)", turns=1, runs=2)


@pytest.mark.slow
@settings(max_examples=15, deadline=None)
@given(
    done=st.lists(st.tuples(st.integers(0, 2), st.sampled_from(NEW)), min_size=1, max_size=5),
    seed=st.integers(0, 2**40),
)
def test_any_interventions_play_again_and_load_to_the_same(
    tmp_path_factory: pytest.TempPathFactory, done: list[tuple[int, str]], seed: int
) -> None:
    path = tmp_path_factory.mktemp("done") / "a.chokepoint"
    match = open_match(PACKAGE, seed=seed, people=SEATS, log=path)
    for turn in range(3):
        for when, effect in done:
            if when == turn:
                _try(match, effect)
        again = load_match(path, package=PACKAGE, way=Way.READ)
        assert again.control.state.digest() == match.control.state.digest()
        _turn(again)
        _turn(match)
        assert again.control.state.digest() == match.control.state.digest()
    assert verify(path, package=PACKAGE).ok


def _try(match: Match, effect: str) -> None:
    """Do what can be done: an incident happens but once."""
    before = match.control.state.digest()
    try:
        match.intervene(_inject(effect))
    except InterventionError:
        assert match.control.state.digest() == before


def test_a_match_of_a_batch_is_the_match_alone() -> None:
    alone = open_match(PACKAGE, seed=3).control.state.copy()
    many = alone.spread(np.repeat(alone.seeds, 3))
    stroke = checked(PACKAGE, "output(mineland_old) * 0 for 3").strokes[0]
    act(WORLD, alone, stroke, np.ones(1, dtype=bool), Events(watched=False), "inject")
    act(WORLD, many, stroke, np.array([False, True, False]), Events(watched=False), "inject")
    for state in (alone, many):
        play_months(WORLD, state, Events(watched=False))
    assert many.digest(1) == alone.digest() == many.pick(1).digest()
    assert many.digest(0) == many.digest(2) != alone.digest()
