"""``chokepoint calibrate``, and levers in ``chokepoint backtest``: what is printed, written and refused."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
import yaml

from tests.cli.conftest import Run
from tests.lab.small_files import MEASURES, scenario


@pytest.fixture
def crisis(tmp_path: Path) -> Path:
    return scenario(tmp_path / "content", dict.fromkeys(MEASURES, 20.0))


def files(folder: Path) -> dict[str, str]:
    """Every file below `folder` with what is in it."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.slow
def test_a_fit_is_printed_and_changes_no_rule_file(run: Run, crisis: Path) -> None:
    before = files(crisis.parent)

    outcome = run("calibrate", str(crisis), "--draws", "2", "--evaluations", "2")

    assert (outcome.code, outcome.err.count("\n")) == (0, 1)  # where its files were read from
    assert "5 numbers of 5 facts fitted with 2 figures" in " ".join(outcome.out.split())
    assert "2 draws of seed 1" in outcome.out
    assert files(crisis.parent) == before


@pytest.mark.slow
def test_the_report_the_picture_and_the_values_are_written_where_asked(run: Run, crisis: Path, tmp_path: Path) -> None:
    report, values, out = tmp_path / "report.json", tmp_path / "fitted.yaml", tmp_path / "new" / "folder"
    words = ("--draws", "2", "--evaluations", "1", "--seed", "7")

    outcome = run("calibrate", str(crisis), *words, "--json", str(report), "--write", str(values), "--out", str(out))

    data = json.loads(report.read_text(encoding="utf-8"))
    assert outcome.code == 0
    assert (data["draws"], data["seed"]) == (2, 7)
    assert (out / "tornado.png").is_file()
    written = yaml.safe_load(values.read_text(encoding="utf-8"))["overrides"]
    assert list(written) == [figure["path"] for figure in data["figures"]]


def test_json_on_the_screen_is_all_there_is_on_it(run: Run, crisis: Path) -> None:
    outcome = run("calibrate", str(crisis), "--draws", "1", "--evaluations", "1", "--json", "-")

    assert len(json.loads(outcome.out)["fitted"]) == len(MEASURES)


@pytest.mark.slow
def test_the_same_seed_gives_the_same_report(run: Run, crisis: Path) -> None:
    words = ("calibrate", str(crisis), "--draws", "2", "--evaluations", "2", "--json", "-")

    assert run(*words).out == run(*words).out


def test_a_scenario_that_names_no_figures_is_refused(run: Run, crisis: Path) -> None:
    (crisis / "calibration.yaml").unlink()

    outcome = run("calibrate", str(crisis))

    assert outcome.code == 2
    assert "has no calibration.yaml" in outcome.err


def test_a_scenario_whose_facts_are_all_late_is_refused(run: Run, tmp_path: Path) -> None:
    late = scenario(tmp_path / "late", {"A02": 20.0}, fit_until="2010-06")

    outcome = run("calibrate", str(late))

    assert outcome.code == 2
    assert "no fact ends in the years to fit" in outcome.err


@pytest.mark.slow
def test_levers_are_printed_with_the_back_test_and_are_in_its_json(run: Run, crisis: Path, tmp_path: Path) -> None:
    report, out = tmp_path / "report.json", tmp_path / "page"
    words = ("backtest", str(crisis), "--draws", "2", "--ablate")

    outcome = run(*words, "--json", str(report), "--out", str(out))

    data = json.loads(report.read_text(encoding="utf-8"))
    page = (out / "index.html").read_text(encoding="utf-8")
    assert "Levers: medians of 2 draws of seed 1" in outcome.out
    assert [measure["id"] for measure in data["ablation"]["measures"]] == ["craft", "refused"]
    assert 'id="levers"' in page
    assert "The second embargo lasts six months" in page


def test_without_being_asked_for_no_levers_are_pulled(run: Run, crisis: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.json"

    outcome = run("backtest", str(crisis), "--draws", "1", "--json", str(report))

    assert "Levers" not in outcome.out
    assert "ablation" not in json.loads(report.read_text(encoding="utf-8"))


def test_a_scenario_that_names_no_levers_is_refused(run: Run, crisis: Path) -> None:
    (crisis / "ablation.yaml").unlink()

    outcome = run("backtest", str(crisis), "--draws", "1", "--ablate")

    assert outcome.code == 2
    assert "has no ablation.yaml" in outcome.err
