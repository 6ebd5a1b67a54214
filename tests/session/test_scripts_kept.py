"""A save keeps the script by which the rival plays: it is played on, replayed and played anew with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from game import content
from game.content.scripts import PLAYS, choice
from game.doctrines import load_anew, load_match, open_match
from game.session.faults import SaveMismatch
from game.session.match import Match
from game.session.saves.log import read
from game.session.saves.replay import verify
from tests.content.broken import copy_of_good, patch

SCRIPTS = """\
plays: mild
scripts:
  mild: {name: Mild, text: Waits., assumed: true, why: One more.}
  hard:
    {name: Hard, text: Does not wait., changes: {embargo: {when: "true", once: false}}, assumed: true, why: One more.}
rules:
"""


@pytest.fixture
def scenario(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A scenario with two scripts, installed: found by its name."""
    crisis = copy_of_good(tmp_path / "installed" / "scenarios")
    patch(crisis.parent, "crisis/rival.yaml", "rules:\n", SCRIPTS)
    monkeypatch.setattr("game.places.data", lambda name: tmp_path / "installed" / name)
    return crisis


def played(script: str, log: Path | None = None, turns: int = 2) -> Match:
    match = open_match(content.load("crisis", choice(script)), seed=4, people={"island": "Ann"}, log=log)
    for _ in range(turns):
        match.seal("island")
        match.resolve()
    match.close()
    return match


def fired(match: Match, rule: str) -> float:
    control = match.control
    return float(control.state.rule_count[control.world.names.index("rules", rule), 0])


def test_the_save_names_the_script_and_plays_on_with_it(scenario: Path, tmp_path: Path) -> None:
    first = played("hard", tmp_path / "match.chokepoint")
    again = load_match(tmp_path / "match.chokepoint")
    assert read(tmp_path / "match.chokepoint").header["rival"] == "hard"
    assert (again.control.package.script, again.control.package.changes) == ("hard", {PLAYS: "hard"})
    assert again.control.state.digest() == first.control.state.digest()
    assert again.briefing("island").script == "Hard"
    assert verify(tmp_path / "match.chokepoint").ok
    assert again.anew().control.package.script == "hard"


def test_its_orders_are_played_anew_with_it(scenario: Path, tmp_path: Path) -> None:
    played("hard", tmp_path / "match.chokepoint")
    patch(scenario.parent, "crisis/rival.yaml", "chance: 0.5", "chance: 0.25")
    assert load_anew(tmp_path / "match.chokepoint").control.package.script == "hard"


def test_what_the_script_does_is_carried_where_the_scenario_is_gone(scenario: Path, tmp_path: Path) -> None:
    first = played("hard", tmp_path / "match.chokepoint")
    (scenario / "scenario.yaml").unlink()
    assert load_match(tmp_path / "match.chokepoint").control.state.digest() == first.control.state.digest()


def test_a_script_that_is_no_longer_offered_is_told(scenario: Path, tmp_path: Path) -> None:
    played("hard", tmp_path / "match.chokepoint")
    patch(scenario.parent, "crisis/rival.yaml", "  hard:\n", "  harder:\n")
    assert load_match(tmp_path / "match.chokepoint").control.package.script == "hard", "the save carries it"
    with pytest.raises(SaveMismatch, match="no script 'hard' of the rival"):
        load_anew(tmp_path / "match.chokepoint")


def test_scripts_differ_and_one_seed_plays_one_match(scenario: Path) -> None:
    mild, hard, again = played("", turns=4), played("hard", turns=4), played("hard", turns=4)
    assert fired(hard, "embargo") > fired(mild, "embargo")
    assert again.control.state.digest() == hard.control.state.digest()
    assert played("mild", turns=4).control.state.digest() == mild.control.state.digest()
