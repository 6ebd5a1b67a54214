"""The scripts of the rival: what another one changes in the rules, and what is wrong in one is found."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from game.content import ContentError, load
from game.content.package import Package
from game.content.scripts import choice
from tests.content.broken import copy_of_good, found, patch

EMBARGO, SQUEEZE, REACH = range(3)
SCRIPTS = """\
plays: as_it_was
scripts:
  as_it_was: {name: As it was, text: Does what was done., source: table_11, confidence: high}
  hard:
    name: Hard
    text: Gives nothing back.
    aims: {leverage: 0.5, revenue: -1}
    weighs:
      - {metric: reputation(giant), low: 0.2, high: 0.5, least: 0.3}
    without: [reach]
    changes:
      embargo: {at_most_months: 9, chance: 0.4}
    assumed: true
    why: Made up.
    points_more: {island: -3.5}
"""


@pytest.fixture
def scenario(tmp_path: Path) -> Path:
    """The good scenario with two scripts; the squeeze serves leverage and costs earnings."""
    folder = copy_of_good(tmp_path)
    patch(tmp_path, "crisis/rival.yaml", "rules:\n", f"{SCRIPTS}rules:\n")
    patch(
        tmp_path,
        "crisis/rival.yaml",
        "    chance: 0.5\n",
        "    chance: 0.5\n    serves: {leverage: 0.8, revenue: -0.3}\n",
    )
    return folder


def hard(scenario: Path) -> Package:
    return load(scenario, choice("hard"))


def test_the_usual_script_leaves_the_rules_as_they_are_written(scenario: Path) -> None:
    usual, alone = load(scenario), load(copy_of_good(scenario.parent / "alone"))
    assert (usual.script, [*usual.scripts]) == ("as_it_was", ["as_it_was", "hard"])
    assert (alone.script, alone.scripts) == ("", {})
    mine, theirs = usual.world.rival_rules, alone.world.rival_rules
    for name in ("duration", "cooldown", "once", "chance", "target", "reputation_cost", "longest", "will"):
        assert np.array_equal(getattr(mine, name), getattr(theirs, name)), name
    assert mine.sways == theirs.sways


def test_a_script_changes_fields_of_rules_and_goes_without_some(scenario: Path) -> None:
    package = hard(scenario)
    rules = package.world.rival_rules
    assert package.script == "hard"
    assert rules.longest is not None
    assert (rules.duration[EMBARGO], rules.longest[EMBARGO], rules.chance[EMBARGO]) == (2, 9, 0.4)
    assert rules.chance[REACH] == 0.0
    assert [rule.played for rule in package.rules.values()] == [True, True, False]
    assert package.scripts["hard"].points_more == {"island": -3.5}


def test_a_changed_rule_rests_on_what_the_script_rests_on(scenario: Path) -> None:
    usual, package = load(scenario), hard(scenario)
    assert usual.rules["embargo"].origin.cited == ("table_11",)
    assert (package.rules["embargo"].origin.cited, package.rules["embargo"].origin.why) == ((), "Made up.")
    assert package.rules["squeeze"].origin == usual.rules["squeeze"].origin


def test_a_rule_comes_oftener_the_more_it_serves_what_the_script_is_after(scenario: Path) -> None:
    chance = hard(scenario).world.rival_rules.chance[SQUEEZE]
    assert chance == pytest.approx(0.5 * (1.0 + 0.5 * 0.8 + 1.0 * 0.3))


@pytest.mark.parametrize(("aim", "expected"), [(1, 0.9), (-1, 0.1)])
def test_a_chance_stays_one(scenario: Path, aim: int, expected: float) -> None:
    patch(scenario.parent, "crisis/rival.yaml", "{leverage: 0.5, revenue: -1}", f"{{leverage: {aim}}}")
    assert hard(scenario).world.rival_rules.chance[SQUEEZE] == pytest.approx(expected)
    patch(scenario.parent, "crisis/rival.yaml", "chance: 0.5", "chance: 0.9")
    assert 0.0 <= hard(scenario).world.rival_rules.chance[SQUEEZE] <= 1.0


def test_what_a_script_weighs_sways_what_serves_leverage_and_nothing_else(scenario: Path) -> None:
    sways = hard(scenario).world.rival_rules.sways
    assert [len(one) for one in sways] == [0, 1, 0]
    assert (sways[SQUEEZE][0].reading.metric, sways[SQUEEZE][0].least) == ("reputation", 0.3)


def test_a_rule_that_only_other_scripts_have_does_not_come(scenario: Path) -> None:
    patch(scenario.parent, "crisis/rival.yaml", "    chance: 0.5\n", "    chance: 0.5\n    only_in: [hard]\n")
    assert load(scenario).world.rival_rules.chance[SQUEEZE] == 0.0
    assert hard(scenario).world.rival_rules.chance[SQUEEZE] > 0.0


def test_scripts_have_hashes_of_their_own(scenario: Path) -> None:
    usual, chosen = load(scenario), load(scenario, choice("as_it_was"))
    assert len({usual.hash, chosen.hash, hard(scenario).hash}) == 3
    assert np.array_equal(usual.world.rival_rules.chance, chosen.world.rival_rules.chance)


def test_a_script_that_is_not_there_is_refused_with_those_that_are(scenario: Path) -> None:
    with pytest.raises(ContentError, match=r"no script 'soft' of the rival in this .*, known here: as_it_was, hard"):
        load(scenario, choice("soft"))
    with pytest.raises(ContentError, match=r"no script 'soft' .*it has only one"):
        load(copy_of_good(scenario.parent / "alone"), choice("soft"))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("plays: as_it_was", "plays: as_it_wass", "4:8: the rival has no script 'as_it_wass', perhaps 'as_it_was'"),
        ("plays: as_it_was\n", "", "1:1: scripts, and none of them plays, write plays: as_it_was"),
        ("without: [reach]", "without: [reech]", "13:15: unknown rule 'reech', perhaps 'reach'"),
        ("embargo: {at_most", "embarga: {at_most", "15:7: unknown rule 'embarga', perhaps 'embargo'"),
        ("at_most_months: 9", "at_most_month: 9", "15:17: unknown key 'at_most_month', perhaps 'at_most_months'"),
        ("points_more: {island", "points_more: {iland", "18:19: unknown seat 'iland', perhaps 'island'"),
        ("reputation(giant)", "reputatoin(giant)", "12:18: unknown metric 'reputatoin', perhaps 'reputation'"),
        ("leverage: 0.5, revenue", "leverage: 5, revenue", "10:22: 5 is out of range, expected at most 1"),
    ],
    ids=lambda value: "" if isinstance(value, str) and len(value) > 30 else value,
)
def test_a_mistake_in_a_script_is_found_where_it_stands(scenario: Path, old: str, new: str, expected: str) -> None:
    patch(scenario.parent, "crisis/rival.yaml", old, new)
    assert f"crisis/rival.yaml:{expected}" in found(scenario.parent, scenario)


def test_what_only_another_script_does_is_checked_as_well(scenario: Path) -> None:
    assert found(scenario.parent, scenario) == []
    patch(scenario.parent, "crisis/rival.yaml", "at_most_months: 9", "when: tensoin(island) > 0.5")
    (line,) = found(scenario.parent, scenario)
    assert line.endswith("unknown metric 'tensoin', perhaps 'tension'")
    assert line.startswith("crisis/rival.yaml:15:")
