"""Figures changed in memory, and what is found wrong with a calibration and with levers."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from game.content import ContentError, Package, Variants, load
from tests.content.broken import GOOD, found, patch
from tests.lab.small_files import MEASURES, scenario

CRISIS = GOOD / "crisis"
EXPONENT = "market.scarcity"


def _scarcity(package: Package) -> float:
    return float(package.world.supply.rules[0]["scarcity"])


@pytest.fixture
def crisis(tmp_path: Path) -> Path:
    return scenario(tmp_path, dict.fromkeys(MEASURES, 20.0))


def findings(crisis: Path) -> list[str]:
    return [line.removeprefix("crisis/") for line in found(crisis.parent, crisis)]


def test_good_files_have_no_findings(crisis: Path) -> None:
    assert findings(crisis) == []


# --- figures changed in memory ------------------------------------------------------------------------------------


def test_a_change_gives_the_world_that_a_file_with_it_would(tmp_path: Path) -> None:
    changed = load(CRISIS, {EXPONENT: 0.6})
    written = scenario(tmp_path, {})
    for name in ("facts", "calibration", "ablation"):
        (written / f"{name}.yaml").unlink()
    patch(tmp_path, "small/market.yaml", "scarcity: 0.4", "scarcity: 0.6")

    assert _scarcity(changed) == _scarcity(load(written)) == 0.6


def test_a_change_may_lead_into_the_scenario_and_into_its_overrides() -> None:
    package = load(CRISIS, {"rival.rules.squeeze.chance": 0.25, "sites.big_plant.capacity": 5000.0})
    names = package.world.names

    assert package.world.rival_rules.chance[names.index("rules", "squeeze")] == 0.25
    assert package.world.supply.start[0]["capacity"][names.index("sites", "big_plant")] == 5000.0 / 12.0


def test_one_change_leaves_nothing_behind_for_the_next() -> None:
    variants = Variants(CRISIS)
    plain = variants.package({})

    changed = variants.package({EXPONENT: 0.6})

    assert _scarcity(variants.package({})) == _scarcity(plain) == 0.4
    assert changed.hash != plain.hash == variants.package({}).hash == load(CRISIS).hash


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        ("markt.scarcity", 1.0, "no file 'markt' in the rule set, perhaps 'market'"),
        ("market.scarsity", 1.0, "'scarsity' is not in the rule set's market.market"),
        ("market.market", 1.0, "'market.market' is no number but a map"),
        ("scenario.title", 1.0, "'scenario.title' is no number but text 'A crisis'"),
        (EXPONENT, math.nan, f"'{EXPONENT}' cannot become nan"),
        ("market.joined", 3.0, "3 is above 1, expected 0 to 1"),
    ],
)
def test_a_change_that_cannot_be_is_refused(path: str, value: float, told: str) -> None:
    with pytest.raises(ContentError) as refused:
        load(CRISIS, {path: value})

    assert told in str(refused.value)


def test_all_wrong_changes_are_told_at_once() -> None:
    with pytest.raises(ContentError) as refused:
        load(CRISIS, {"markt.x": 1.0, "market.market": 1.0})

    assert len(refused.value.findings) == 2


# --- mistakes in the files ----------------------------------------------------------------------------------------

CALIBRATION = {
    "unknown_figure": (EXPONENT, "markt.scarcity", "no file 'markt' in the rule set, perhaps 'market'"),
    "no_range": ("low: 0.2, high: 0.8", "low: 0.8, high: 0.2", "low 0.8 is not below high 0.2, give a range"),
    "outside": ("low: 0.2, high: 0.8", "low: 0.5, high: 0.8", f"'{EXPONENT}' is 0.4, outside its range 0.5 to 0.8"),
    "no_source": (', source: "table_1", confidence: low', "", f"missing source for the range of '{EXPONENT}'"),
    "no_confidence": (", confidence: low}", "}", "a source without confidence"),
    "no_draws": ("draws: 3", "draws: 0", "0 is out of range, expected at least 1"),
    "unknown_fact": ("pull: 0.0", "weights: {A09: {weight: 2, why: Sure.}}\npull: 0.0", "no fact 'A09'"),
}
ABLATION = {
    "seat": ("seat: island", "seat: iland", "unknown seat 'iland', perhaps 'island'"),
    "doctrine": ("name: Store, doctrine: hedger", "name: Store, doctrine: hedgr", "unknown doctrine 'hedgr'"),
    "stress": ("stress: [again]", "stress: [agian]", "unknown rule of this file 'agian', perhaps 'again'"),
    "taken_rule": ("  again:\n", "  embargo:\n", "rule 'embargo' is in rival.yaml too, give it another name"),
    "condition": ('since("2011-03")', "tenson(island) > 1", "unknown metric 'tenson', perhaps 'tension'"),
    "taken_run": ("  calm: {text", "  none: {text", "the run 'none' is there without being named"),
    "run_in_measure": ("take: last}}", "take: last, run: calm}}", "run in a measure by which runs are compared"),
    "metric": ("readiness(island, sorting)", "readines(island, sorting)", "unknown metric 'readines'"),
    "range": ("low: 6\n", "low: 7\n", "low 7 is above high 6"),
}


@pytest.mark.parametrize("case", CALIBRATION)
def test_a_mistake_in_a_calibration_is_found(case: str, crisis: Path) -> None:
    old, new, told = CALIBRATION[case]
    patch(crisis, "calibration.yaml", old, new)

    assert any(line.startswith("calibration.yaml:") and told in line for line in findings(crisis)), findings(crisis)


@pytest.mark.parametrize("case", ABLATION)
def test_a_mistake_in_an_ablation_is_found_where_it_is_written(case: str, crisis: Path) -> None:
    old, new, told = ABLATION[case]
    patch(crisis, "ablation.yaml", old, new)

    assert any(line.startswith("ablation.yaml:") and told in line for line in findings(crisis)), findings(crisis)


def test_a_match_does_not_wait_for_what_lies_beside_it(crisis: Path) -> None:
    plain = load(crisis).hash
    patch(crisis, "calibration.yaml", "draws: 3", "draws: many")
    patch(crisis, "ablation.yaml", "seat: island", "seat: nobody")

    assert load(crisis).hash == plain
