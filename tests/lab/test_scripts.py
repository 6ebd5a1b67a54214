"""The scripts of the shipped scenarios: each ends every match, they differ, and what is said of them is so."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import pytest

from game.content import list_scenarios, load
from game.content.package import Package
from game.content.plan import Plan, Planned
from game.content.scripts import choice
from game.engine.world import POSTURES
from game.lab.balance.scripts import measured, write
from game.lab.tables.hands import Hand, usual, with_hands
from game.lab.tables.outcomes import Outcomes
from game.lab.tables.play import play
from game.orders import parse
from tests import shipped
from tests.lab.small_files import CRISIS

WITH_SCRIPTS = ("cobalt_2025", "embargo_2010", "licences_2025", "squeeze_2020")
STOPS = {"embargo_2010": "embargo_japan", "licences_2025": "stop_japan", "squeeze_2020": "stop_japan"}
FOUR = ("historical", "measured", "opportunist", "hard_liner")
SEEDS = range(16)


@cache
def under(scenario: str, script: str) -> tuple[Package, Outcomes]:
    """The seats as usual."""
    package = load(scenario, choice(script))
    return package, play(package, [usual(package)], SEEDS)


@cache
def postures(scenario: str, rule: str) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """In which part of all matches a rule comes, by the posture that the first seat keeps, doing nothing else."""
    package = shipped.package(scenario)
    orders = [parse({"kind": "set_posture", "posture": posture}) for posture in POSTURES]
    tables = [with_hands(usual(package), {0: Hand(plan=Plan((Planned(0, order),)))}) for order in orders]
    counts = play(package, tables, range(32)).fired[package.world.names.index("rules", rule)]
    shares: np.ndarray[tuple[int], np.dtype[np.float64]] = (counts > 0.0).mean(axis=1)
    return shares


def fired(scenario: str, script: str, rule: str) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """(S,) how often a rule fires."""
    package, outcomes = under(scenario, script)
    counts: np.ndarray[tuple[int], np.dtype[np.float64]] = outcomes.fired[package.world.names.index("rules", rule), 0]
    return counts


@pytest.mark.slow
def test_the_scenarios_made_for_play_offer_the_four_scripts() -> None:
    offered = {
        info.id: tuple(shipped.package(info.id).scripts)
        for info in list_scenarios(own=False)
        if info.id in WITH_SCRIPTS
    }
    assert offered == dict.fromkeys(WITH_SCRIPTS, FOUR)


@pytest.mark.slow
@pytest.mark.parametrize("script", FOUR)
@pytest.mark.parametrize("scenario", WITH_SCRIPTS)
def test_every_script_ends_every_scenario_without_a_contradiction(scenario: str, script: str) -> None:
    package, outcomes = under(scenario, script)
    assert np.isfinite(outcomes.points).all()
    assert ((outcomes.points >= 0.0) & (outcomes.points <= 100.0)).all()
    assert not outcomes.clashed.any(), "two rules moved one control both ways in a month"
    without = [place for place, rule in enumerate(package.rules.values()) if not rule.played]
    assert (outcomes.fired[without] == 0.0).all()


@pytest.mark.slow
@pytest.mark.parametrize("scenario", WITH_SCRIPTS)
def test_scripts_play_other_matches(scenario: str) -> None:
    counts = [under(scenario, script)[1].fired[:, 0].mean(axis=1) for script in FOUR]
    for place, one in enumerate(counts):
        for other in counts[place + 1 :]:
            assert np.abs(one - other).sum() > 1.0


@pytest.mark.slow
@pytest.mark.parametrize("scenario", STOPS)
def test_no_posture_brings_the_stop_for_sure_and_none_keeps_it_off(scenario: str) -> None:
    share = postures(scenario, STOPS[scenario])
    assert ((share > 0.0) & (share < 1.0)).all()
    assert share[POSTURES.index("retaliate")] > share[POSTURES.index("engage")]


@pytest.mark.slow
def test_the_measured_stops_less_than_history_and_the_hard_liner_more() -> None:
    stops = {script: fired("embargo_2010", script, "embargo_japan").mean() for script in FOUR}
    assert stops["measured"] < stops["historical"] / 2.0
    assert stops["hard_liner"] + fired("embargo_2010", "hard_liner", "squeeze_eu").mean() > stops["historical"]


@pytest.mark.slow
def test_only_history_stops_anything_without_a_warning() -> None:
    stops, warnings = (
        np.concatenate([fired("embargo_2010", script, rule) for script in FOUR[1:]])
        for rule in ("embargo_japan", "warn_japan")
    )
    assert stops.any()
    assert (warnings[stops > 0.0] > 0.0).all()
    assert ((warnings > 0.0) & (stops == 0.0)).any(), "some are bluffs"


@pytest.mark.slow
def test_what_the_scripts_say_of_their_hardness_is_what_is_measured() -> None:
    package = shipped.package("embargo_2010")
    told = {name: dict(one.points_more) for name, one in package.scripts.items() if one.points_more}
    assert told == measured(package), "run: chokepoint balance --all --scripts"


def test_what_was_measured_is_written_beside_the_script_in_place_of_what_stood_there(tmp_path: Path) -> None:
    file = tmp_path / "rival.yaml"
    before = (
        "kind: rival\nscripts:  # of the giant\n  mild:\n    text: Waits.\n  hard:\n    points_more: {island: 1}\n"
        "    text: >-\n      Acts.\nrules:\n  hard:\n    name: A rule\n"
    )
    file.write_text(before, encoding="utf-8")
    write(tmp_path, {"hard": {"island": -2.5, "union": 0.0}})
    after = before.replace("    points_more: {island: 1}\n", "").replace(
        "      Acts.\n", "      Acts.\n    points_more: {island: -2.5, union: 0}\n"
    )
    assert file.read_text(encoding="utf-8") == after


def test_a_scenario_of_one_script_has_nothing_to_measure() -> None:
    assert measured(load(CRISIS), runs=2) == {}
