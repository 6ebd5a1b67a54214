"""Scenarios and rule sets called by name: where they are looked for, and what is said where two have a name."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game import places
from game.content import ContentError, check, list_scenarios, load, shelves
from tests.content.broken import GOOD, copy_of_good, patch

SHIPPED = places.data("scenarios") / "embargo_2010"


def own(home: Path, source: Path, kind: str, name: str) -> Path:
    """`source` copied to the user's folder."""
    return Path(shutil.copytree(source, home / kind / name))


def test_the_users_scenarios_and_rule_sets_are_found_by_name(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own(home, GOOD / "small", "rules", "tiny")
    scenario = own(home, GOOD / "crisis", "scenarios", "mine")
    patch(home, "scenarios/mine/scenario.yaml", "rule_set: ../small", "rule_set: tiny")
    monkeypatch.chdir(home.parent)

    package = load("mine")

    assert (package.scenario, package.rule_set) == ("mine", "tiny")
    assert package.folder == str(scenario.resolve())
    assert "mine" in [info.id for info in list_scenarios()]
    assert "mine" not in [info.id for info in list_scenarios(own=False)]


def test_a_name_that_two_have_is_refused_and_the_folder_says_which(home: Path) -> None:
    copy = own(home, SHIPPED, "scenarios", "embargo_2010")
    with pytest.raises(ContentError, match="two scenarios are called 'embargo_2010'") as refused:
        load("embargo_2010")
    assert str(copy.resolve()) in str(refused.value)
    assert load(str(copy)).folder == str(copy.resolve())
    assert load(SHIPPED).folder == str(SHIPPED.resolve())
    listed = [info.id for info in list_scenarios() if "embargo" in info.id]
    assert sorted(listed) == sorted([str(copy), str(SHIPPED)])
    assert [load(name).title for name in listed]


def test_a_copy_in_the_folder_one_stands_in_is_not_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(SHIPPED, tmp_path / "embargo_2010")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ContentError, match="two scenarios"):
        load("embargo_2010")
    assert load("./embargo_2010").folder == str(tmp_path / "embargo_2010")


def test_the_rule_set_beside_a_scenario_is_the_one_that_is_used(tmp_path: Path) -> None:
    """A clone that is not the one installed: what is edited there is what is played there."""
    for kind, name in (("rules", "rare_earths"), ("scenarios", "embargo_2010")):
        shutil.copytree(places.data(kind) / name, tmp_path / kind / name)
    patch(tmp_path, "rules/rare_earths/ruleset.yaml", 'version: "2.0"', 'version: "mine"')

    assert load(tmp_path / "scenarios" / "embargo_2010").rule_set_version == "mine"
    assert load("embargo_2010").rule_set_version == "2.0"


def test_a_neighbour_is_beside(tmp_path: Path) -> None:
    scenario = copy_of_good(tmp_path)
    patch(tmp_path, "crisis/scenario.yaml", "rule_set: ../small", "rule_set: small")
    assert check(scenario) == []
    assert load(scenario / "scenario.yaml").rule_set == "small"


def test_a_rule_set_that_two_have_is_refused_where_it_is_named(home: Path, tmp_path: Path) -> None:
    own(home, places.data("rules") / "rare_earths", "rules", "rare_earths")
    scenario = Path(shutil.copytree(SHIPPED, tmp_path / "far" / "away" / "mine"))
    (finding,) = (one for one in check(scenario) if one.severity == "error")
    assert finding.file.endswith("scenario.yaml")
    assert "two rule sets are called 'rare_earths'" in finding.what
    assert load("embargo_2010").rule_set_version == "2.0"  # what came along stays beside what came along


def test_a_broken_scenario_of_the_user_leaves_the_list_alone(home: Path) -> None:
    (home / "scenarios" / "half").mkdir(parents=True)
    (home / "scenarios" / "half" / "scenario.yaml").write_text("[" * 100_000, encoding="utf-8")
    assert [info.id for info in list_scenarios()] == [info.id for info in list_scenarios(own=False)]


def test_a_new_rule_set_has_no_findings_before_a_scenario_uses_it(home: Path) -> None:
    copy = own(home, places.data("rules") / "rare_earths", "rules", "mine")
    assert check(copy) == []
    assert shelves.find("mine") == copy
    assert shelves.find("nobody") is None
