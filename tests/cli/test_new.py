"""``chokepoint new``: a scenario and a rule set of one's own, changed, checked, played, saved."""

from __future__ import annotations

from pathlib import Path

import pytest

from game import places
from game.content import load
from tests.cli.conftest import Run


def test_a_scenario_of_ones_own_is_made_checked_changed_and_played(run: Run, home: Path) -> None:
    made = run("new", "scenario", "mine", "--from", "embargo_2010")
    folder = home / "scenarios" / "mine"
    assert (made.code, made.out.splitlines()[0]) == (0, str(folder))
    checked = run("check", "mine").out.splitlines()
    assert (checked[0], checked[1].split(maxsplit=1)[1]) == (
        "no findings",
        "fitted numbers, moved with an outcome in sight:",
    )

    file = folder / "scenario.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("turns: 14", "turns: 2"), encoding="utf-8")
    listed = run("scenarios").out.splitlines()
    played = run("simulate", "mine")

    assert "mine: The embargo of 2010 (mine)" in listed
    assert played.out.splitlines()[0].endswith("(mine), seed 1, 2 turns")
    assert str(folder) in played.err  # where it was read from


@pytest.mark.slow
def test_rules_of_ones_own_are_made_changed_and_played(run: Run, home: Path) -> None:
    assert run("new", "rules", "house", "--from", "rare_earths").code == 0
    assert run("new", "scenario", "mine", "--rules", "house", "--from", "history_2008_2025").code == 0
    assert run("check", "house").code == 0
    file = home / "rules" / "house" / "ruleset.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace('version: "2.0"', 'version: "3.0"'), encoding="utf-8")

    package = load("mine")

    assert (package.rule_set, package.rule_set_version) == ("house", "3.0")
    assert package.world.names.nations == load("history_2008_2025").world.names.nations
    assert str(home / "rules" / "house") in run("simulate", "mine", "--turns", "1").err


def test_everything_but_title_and_rule_set_is_left_as_it_is(run: Run, home: Path) -> None:
    run("new", "scenario", "mine", "--from", "embargo_2010")
    source, copy = places.data("scenarios") / "embargo_2010", home / "scenarios" / "mine"
    measured = {"BALANCE.md", "plans"}  # of the match as it was; whoever changes it measures anew
    assert {path.name for path in copy.iterdir()} == {path.name for path in source.iterdir()} - measured
    lines = [(folder / "scenario.yaml").read_text(encoding="utf-8").splitlines() for folder in (source, copy)]
    assert [new for old, new in zip(*lines, strict=True) if old != new] == [
        'title: "The embargo of 2010 (mine)"',
        'rule_set: "rare_earths"',
    ]
    schema = next(line for line in lines[1] if "$schema=" in line).split("$schema=")[1]
    assert (copy / schema).resolve().is_file()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("scenario", "embargo_2010"), "'embargo_2010' is there already"),
        (("scenario", "My scenario"), "is no name: small letters"),
        (("scenario", "../x"), "is no name: small letters"),
        (("scenario", "mine", "--from", "embargo_2011"), "did you mean 'embargo_2010'"),
        (("scenario", "mine", "--rules", "nothing"), "there is no rule set 'nothing'"),
        (("rules", "rare_earths"), "'rare_earths' is there already"),
        (("rules", "mine", "--from", "rareearths"), "did you mean 'rare_earths'"),
    ],
    ids=lambda part: " ".join(part) if isinstance(part, tuple) else "",
)
def test_what_cannot_be_made_is_refused_in_a_line(run: Run, home: Path, words: tuple[str, ...], told: str) -> None:
    refused = run("new", *words)
    assert (refused.code, refused.err.count("\n")) == (2, 1)
    assert told in refused.err
    assert not list(home.rglob("scenario.yaml")) + list(home.rglob("ruleset.yaml"))


def test_what_is_there_is_never_written_over(run: Run, home: Path) -> None:
    run("new", "scenario", "mine")
    file = home / "scenarios" / "mine" / "briefing.md"
    file.write_text("My own words.", encoding="utf-8")
    assert run("new", "scenario", "mine").code == 2
    assert file.read_text(encoding="utf-8") == "My own words."


def test_a_rule_set_that_only_a_path_leads_to_is_copied_along(run: Run, home: Path) -> None:
    good = Path(__file__).parents[1] / "content" / "good" / "crisis"
    assert run("new", "scenario", "mine", "--from", str(good)).code == 0
    assert load("mine").rule_set == "small"
    assert (home / "rules" / "small" / "ruleset.yaml").is_file()


@pytest.mark.slow
def test_check_says_where_a_rule_set_that_it_passes_is_not_the_one_played(run: Run, tmp_path: Path) -> None:
    copy = tmp_path / "rules" / "rare_earths"
    copy.mkdir(parents=True)
    for file in (places.data("rules") / "rare_earths").glob("*.yaml"):
        (copy / file.name).write_bytes(file.read_bytes())
    told = run("check", str(copy))
    assert told.code == 0
    assert "not what rare_earths means in play" in told.err
    assert str(places.data("rules").resolve() / "rare_earths") in told.err


def test_a_home_that_is_no_whole_path_is_refused_in_a_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for wrong in ("games", "$NOWHERE/games", "~nobody_at_all/games"):
        monkeypatch.setenv("CHOKEPOINT_HOME", wrong)
        for words in (("scenarios",), ("simulate", "embargo_2010"), ("new", "scenario", "mine"), ("play", "--text")):
            refused = run(*words)
            assert (refused.code, refused.err.count("\n")) == (1, 1)
            assert f"CHOKEPOINT_HOME is {wrong}" in refused.err
