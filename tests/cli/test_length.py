"""``--turns`` and ``--turn-months``: a match of another length, saved, verified and gone on with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.cli.asked import asked, opened
from game.content import load
from game.content.models.scenario import Scenario
from game.doctrines import load_match, open_match
from game.session.saves.loading import Way
from tests.cli.conftest import Run


@pytest.mark.slow
def test_a_match_of_another_length_is_saved_and_verified(run: Run, tmp_path: Path) -> None:
    save = tmp_path / "short.chokepoint"
    told = run(*("simulate", "embargo_2010", "--turns", "3", "--turn-months", "12", "--save", str(save), "--json", "-"))
    figures = json.loads(told.out)
    assert (figures["turns"], figures["months"]) == (3, 36)

    verified = run("replay", str(save), "--verify")
    match = load_match(save, way=Way.READ)

    assert (verified.code, "3 turns recomputed, every digest is equal" in verified.out) == (0, True)
    assert match.control.package.changes == {"scenario.turns": 3, "scenario.turn_months": 12}
    assert match.control.state.digest() == figures["digest"]
    assert match.notice == ""


@pytest.mark.parametrize(("scenario", "months", "turns", "length"), [
    ("embargo_2010", "12", 7, 84), ("embargo_2010", "3", 28, 84), ("history_2008_2025", "12", 19, 228),
])  # fmt: skip
def test_longer_turns_are_fewer_and_the_story_lasts(scenario: str, months: str, turns: int, length: int) -> None:
    package = opened(scenario, asked(None, int(months), None, ""))
    calendar = package.world.calendar
    assert (calendar.turns, calendar.months) == (turns, length)


def test_a_match_of_another_length_goes_on_from_its_save(tmp_path: Path) -> None:
    save = tmp_path / "half.chokepoint"
    match = open_match(load("embargo_2010", {"scenario.turns": 2}), seed=3, log=save)
    match.resolve()

    again = load_match(save, way=Way.BRANCH)
    again.resolve()

    assert again.finished
    assert again.control.world.calendar.turns == 2


@pytest.mark.slow
def test_a_match_of_another_length_is_reported(run: Run, tmp_path: Path) -> None:
    save = tmp_path / "short.chokepoint"
    run("simulate", "embargo_2010", "--turns", "2", "--save", str(save))
    assert run("report", str(save), "--out", str(tmp_path / "debrief")).code == 0
    assert "Jan 2010" in (tmp_path / "debrief" / "index.html").read_text(encoding="utf-8").replace("\u00a0", " ")


@pytest.mark.slow
def test_an_ensemble_has_the_length_in_every_process(run: Run) -> None:
    words = ("simulate", "embargo_2010", "--turns", "1", "--runs", "300", "--json", "-")
    assert json.loads(run(*words).out) == json.loads(run(*words, "--processes", "2").out)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("simulate", "embargo_2010", "--turns", "0"), "--turns"),
        (("simulate", "embargo_2010", "--turns", "401"), "--turns"),
        (("simulate", "embargo_2010", "--turn-months", "5"), "a turn has 3, 6 or 12 months"),
        (("play", "--load", "x", "--turns", "3"), "--load brings"),
        (("play", "--turns", "3"), "need the name of a scenario"),
    ],
    ids=lambda part: " ".join(part) if isinstance(part, tuple) else "",
)
def test_a_length_that_cannot_be_played_is_refused(run: Run, words: tuple[str, ...], told: str) -> None:
    refused = run(*words)
    assert (refused.code, refused.err.count("\n")) == (2, 1)
    assert told in refused.err


@pytest.mark.slow
def test_a_preset_brings_turns_their_length_and_a_plan_of_the_minutes(run: Run, tmp_path: Path) -> None:
    preset = load("embargo_2010").presets[0]
    save = tmp_path / "preset.chokepoint"
    told = run("simulate", "embargo_2010", "--preset", str(preset.minutes), "--save", str(save), "--json", "-")
    figures = json.loads(told.out)
    assert (figures["turns"], figures["months"]) == (preset.turns, preset.turns * preset.turn_months)
    assert f"{preset.minutes} minutes" in told.err
    assert load_match(save, way=Way.READ).control.package.changes == preset.changes


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("simulate", "embargo_2010", "--preset", "44"), "offers sessions of 45, 90, 180 minutes"),
        (("simulate", "embargo_2010", "--preset", "45", "--turns", "3"), "leave out the others"),
        (("play", "--preset", "45"), "need the name of a scenario"),
        (("play", "--load", "x", "--preset", "45"), "--load brings"),
    ],
    ids=lambda part: " ".join(part) if isinstance(part, tuple) else "",
)
def test_a_preset_that_is_none_is_refused(run: Run, words: tuple[str, ...], told: str) -> None:
    refused = run(*words)
    assert (refused.code, refused.err.count("\n")) == (2, 1)
    assert told in refused.err


def test_the_options_take_what_the_file_may_say() -> None:
    schema = Scenario.model_json_schema()["properties"]
    assert (schema["turns"]["minimum"], schema["turns"]["maximum"]) == (1, 400)
    assert schema["turn_months"]["enum"] == [3, 6, 12]
