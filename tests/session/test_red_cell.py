"""A person leads the rival: what was chosen comes when its condition holds, nothing else of the rival's own does."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content.package import Package
from game.doctrines import load_anew, load_match, open_match
from game.session.match import Match
from game.session.saves.loading import Way
from game.session.saves.replay import verify
from tests import shipped


@pytest.fixture(scope="module")
def package() -> Package:
    return shipped.package("embargo_2010")


def opened(package: Package, log: Path | None = None) -> Match:
    return open_match(package, seed=3, people={"japan": "Ann"}, red_cell="Ben", log=log)


def turn(match: Match, *rules: str, led: bool = True) -> None:
    if led:
        match.lead_rival(rules)
    match.seal("japan")
    match.resolve()


def fired(match: Match) -> dict[str, float]:
    counts = match.control.state.rule_count[:, 0].tolist()
    return {rule: count for rule, count in zip(match.control.world.names.rules, counts, strict=True) if count}


def test_only_what_was_chosen_comes(package: Package) -> None:
    match = opened(package)
    turn(match)
    turn(match, "embargo_japan")
    assert fired(match) == {"embargo_japan": 1.0}, "the quota cut of July was not chosen"
    (event,) = [event for event in match.control.reports[-1].events if event.kind == "rule_fired"]
    assert match.control.world.calendar.label(event.month) == "2010-10", "the first month in which its condition holds"
    assert match.control.reports[-1].led == ("embargo_japan",)


@pytest.mark.slow
def test_the_script_stands_in_where_nobody_chooses(package: Package) -> None:
    led, script = opened(package), open_match(package, seed=3, people={"japan": "Ann"})
    for match in (led, script):
        for _ in range(3):
            turn(match, led=False)
    assert led.control.state.digest() == script.control.state.digest()
    assert led.control.reports[-1].led is None
    assert "quota_cut_2010" in fired(led)


@pytest.mark.slow
def test_the_choice_is_for_one_turn(package: Package) -> None:
    match = opened(package)
    match.lead_rival(())
    turn(match, led=False)
    assert match.chosen is None
    turn(match, led=False)
    assert "quota_cut_2010" in fired(match)


@pytest.mark.slow
def test_moves_tell_what_holds_what_acts_what_rests_and_what_the_script_would_do(package: Package) -> None:
    match = opened(package)
    turn(match, led=False)
    offered = {move.rule: move for move in match.rival_view().moves}
    assert all(package.rules[rule].played for rule in offered)
    assert (offered["quota_cut_2010"].holds, offered["quota_cut_2010"].advice) == (True, 1.0)
    assert (offered["embargo_japan"].holds, offered["embargo_japan"].advice) == (False, 0.0)
    turn(match, "quota_cut_2010")
    rests = {move.rule: move for move in match.rival_view().moves}["quota_cut_2010"].rests
    assert rests == float("inf"), "once"


def test_what_the_rival_may_not_do_is_refused_with_the_reason(package: Package) -> None:
    match = opened(package)
    with pytest.raises(ValueError, match="'warn_japan' is not the rival's to choose; there are quota_cut_2010, "):
        match.lead_rival(("warn_japan",))
    turn(match)
    turn(match, "quota_cut_2010")
    with pytest.raises(ValueError, match="'quota_cut_2010' rests until the match is over"):
        match.lead_rival(("quota_cut_2010",))
    assert match.chosen is None


@pytest.mark.slow
def test_others_decide_for_themselves() -> None:
    package = shipped.package("cobalt_2025")
    match = opened(package)
    assert "export_stop" not in {move.rule for move in match.rival_view().moves}
    turn(match)
    assert "export_stop" in fired(match)
    assert "grab_morowali" not in fired(match)


@pytest.mark.slow
def test_a_save_keeps_who_leads_and_what_was_chosen(package: Package, tmp_path: Path) -> None:
    match = opened(package, tmp_path / "match.chokepoint")
    for chosen in ((), ("embargo_japan", "quota_cut_2010"), ("quota_low",)):
        turn(match, *chosen)
    turn(match, led=False)
    match.close()
    again = load_match(tmp_path / "match.chokepoint", way=Way.READ)
    assert again.red_cell == "Ben"
    assert [report.led for report in again.control.reports] == [report.led for report in match.control.reports]
    assert again.control.state.digest() == match.control.state.digest()
    assert verify(tmp_path / "match.chokepoint").ok
    anew = load_anew(tmp_path / "match.chokepoint")
    assert (anew.red_cell, anew.control.state.digest()) == ("Ben", match.control.state.digest())


@pytest.mark.slow
def test_a_turn_that_was_led_can_be_told_with_its_causes(package: Package) -> None:
    match = opened(package)
    for chosen in ((), ("embargo_japan", "quota_cut_2010"), ("quota_low",), ()):
        turn(match, *chosen)
    assert match.why("japan", "import_share").causes
