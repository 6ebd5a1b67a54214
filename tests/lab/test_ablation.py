"""Ablation: levers under the same seeds, rules that act only where a run names them, and what the table says."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from game.content import Package, load, load_ablation, load_facts
from game.content.ablation import Ablation
from game.engine.conditions import Reading
from game.lab import WIDTH
from game.lab.ablation.data import as_json
from game.lab.ablation.run import Ablated, ablate, with_rules
from game.lab.ablation.table import grid, lines
from game.lab.backtest.page import render
from game.lab.backtest.run import backtest
from game.lab.facts.evaluation import PartResult
from game.lab.runs.play import play
from game.lab.runs.seeds import Draws
from tests.content.broken import patch
from tests.lab.small_files import MEASURES, scenario

DRAWS = Draws(seed=5, count=4)
SEEDS = DRAWS.seeds


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return scenario(tmp_path_factory.mktemp("levers"), dict.fromkeys(MEASURES, 1.0))


@pytest.fixture(scope="module")
def loaded(folder: Path) -> tuple[Package, Ablation]:
    found = load_ablation(folder)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def done(folder: Path, loaded: tuple[Package, Ablation]) -> Ablated:
    return ablate(*loaded, str(folder), DRAWS)


def test_every_lever_is_a_run_with_and_without_the_stress(loaded: tuple[Package, Ablation]) -> None:
    ablation = loaded[1]

    assert list(ablation.names) == ["none", "store", "wait", "together", "base"]
    assert set(ablation.runs) == {*ablation.names, *(f"{name}_stressed" for name in ablation.names), "calm"}
    assert ablation.levers == ("store", "wait")
    assert ablation.runs["store"].doctrines == {"island": "hedger"}
    assert ablation.runs["base"].doctrines == {}


def test_a_rule_of_the_file_acts_only_in_runs_that_name_it(loaded: tuple[Package, Ablation]) -> None:
    package, ablation = loaded
    fired = Reading("rule_count", (package.world.names.index("rules", "again"),))
    runs = ("none", "none_stressed", "calm")

    found = play(package, "", ablation.runs, dict.fromkeys(runs, (fired,)), SEEDS)

    assert found["none_stressed"].values[fired][-1].all()
    assert not found["none"].values[fired].any()
    assert not found["calm"].values[fired].any()


def test_rules_that_rest_leave_the_scenario_as_it_is(folder: Path, loaded: tuple[Package, Ablation]) -> None:
    package, ablation = loaded
    price = Reading("price", (package.world.names.index("goods", "light_oxide"),))
    wanted = {"base": (price,)}

    with_rest = play(package, "", ablation.runs, wanted, SEEDS)
    alone = play(load(folder), "", ablation.runs, wanted, SEEDS)

    assert np.array_equal(with_rest["base"].values[price], alone["base"].values[price])


@pytest.mark.slow
def test_a_lever_that_does_all_that_all_together_do_is_enough(done: Ablated) -> None:
    """Here `store` is led as `together` is, and `wait` does nothing."""
    assert done.matched == (("store", "craft"),)
    assert done.enough == ("store",)
    assert not done.holds


def test_worse_is_told_match_by_match_in_the_direction_of_the_measure(done: Ablated) -> None:
    store, wait = (lever.parts[0] for lever in done.worse)
    craft = done.table["craft"]

    assert store.measured == 0.0
    assert wait.measured is not None
    assert wait.measured > 0.5
    assert craft["together"].measured == pytest.approx((craft["wait"].measured or 0.0) + wait.measured)


def test_a_stressed_measure_looks_at_the_run_with_the_stress(done: Ablated) -> None:
    (claim,) = done.claims

    assert claim.passed
    assert claim.parts[0].measured == pytest.approx(6.0)
    refused = done.table["refused"]["none"].measured
    assert refused is not None
    assert refused >= 6.0


def test_a_measure_that_is_only_shown_decides_nothing(done: Ablated) -> None:
    assert [measure.key for measure in done.ablation.compared] == ["craft"]
    assert [len(lever.parts) for lever in done.worse] == [1, 1]


@pytest.mark.slow
def test_processes_change_nothing(done: Ablated, folder: Path, loaded: tuple[Package, Ablation]) -> None:
    assert as_json(ablate(*loaded, str(folder), DRAWS, processes=2)) == as_json(done)


def test_a_scenario_without_levers_is_refused(tmp_path: Path) -> None:
    folder = scenario(tmp_path, {})
    (folder / "facts.yaml").unlink()
    (folder / "calibration.yaml").unlink()
    (folder / "ablation.yaml").unlink()

    assert load_ablation(folder) is None
    with pytest.raises(LookupError, match=r"no ablation\.yaml"):
        with_rules(str(folder))


def test_table_and_json_say_the_same(done: Ablated) -> None:
    data = json.loads(json.dumps(as_json(done), allow_nan=False))
    printed = list(lines(done))
    told = grid(done)

    assert max(map(len, printed)) <= WIDTH
    assert [row.name for row in told.rows] == ["Nothing", "Store", "Wait", "Both", "As it stands"]
    assert told.verdict == "No single lever is enough: FAILS"
    assert told.verdict in printed
    assert data["no_single_lever_is_enough"] is False
    assert data["holds"] is False
    assert [claim["pass"] for claim in data["claims"]] == [claim.holds for claim in told.claims] == [True]
    craft = data["measures"][0]
    assert craft["runs"]["wait"]["measured"] == done.table["craft"]["wait"].measured
    assert data["measures"][1]["margin"] is None


def test_a_claim_that_its_own_numbers_refute_prints_as_failing(done: Ablated, tmp_path: Path) -> None:
    place = scenario(tmp_path, dict.fromkeys(MEASURES, 1.0))
    patch(
        place,
        "ablation.yaml",
        "target: 6\n        low: 6\n        high: 6",
        "target: 12\n        low: 11\n        high: 12",
    )
    found, facts = load_ablation(place), load_facts(place)
    assert found is not None
    assert facts is not None
    refuted = ablate(*found, str(place), DRAWS)
    test = backtest(load(place), str(place), facts, Draws(seed=5, count=1))
    said = "The second embargo lasts six months"
    for told, verdict, holds in ((done, "holds", True), (refuted, "FAILS", False)):
        assert f"{said}: {verdict}" in list(lines(told))
        assert [claim["pass"] for claim in as_json(told)["claims"]] == [holds]
        page = render(test, (), told)
        assert f'{said}: <span class="{"pass" if holds else "FAIL"}">{verdict}</span>' in page
        assert ('<td class="FAIL">FAIL</td>' in page.partition("lasts six months")[2]) is not holds


def test_the_verdict_on_single_levers_is_what_the_table_shows(done: Ablated) -> None:
    """With `store`, which does all that all together do, it fails; without it, it holds, if the claims do."""
    without = replace(done, worse=tuple(lever for lever in done.worse if lever.fact.key != "store"))
    refuted = replace(without, claims=tuple(replace(claim, parts=(_failing(claim.parts[0]),)) for claim in done.claims))
    assert (done.holds, without.holds, refuted.holds) == (False, True, False)
    for told, verdict, marks in ((done, "FAILS", 1), (without, "holds", 0)):
        assert f"No single lever is enough: {verdict}" in list(lines(told))
        assert as_json(told)["no_single_lever_is_enough"] is (verdict == "holds")
        assert sum(cell.endswith("=") for row in grid(told).rows for cell in row.cells) == marks


def _failing(part: PartResult) -> PartResult:
    return replace(part, passed=False)


@pytest.mark.slow
def test_the_shipped_levers_are_played_and_cost_about_the_same() -> None:
    found = load_ablation("history_2008_2025")
    assert found is not None

    done = ablate(*found, "history_2008_2025", Draws(1, 4), processes=2)

    spent = {run: part.measured or 0.0 for run, part in done.table["spent"].items()}
    paid = [spent[run] for run in done.ablation.levers if run != "alliances"]
    # Agreements find nothing to spend as much on; the doctrines say so.
    assert max(*paid, spent["together"]) < 1.5 * min(paid)
    assert 0.0 < spent["alliances"] < min(paid)
    assert spent["none"] < 0.15 * min(paid)
    assert all(part.measured is not None for claim in done.claims for part in claim.parts)
