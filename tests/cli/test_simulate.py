"""Matches without people: figures, saves, ensembles; and what reads a save again."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.content import load
from game.doctrines import open_match
from game.places import data
from game.session.saves.log import read
from game.telling.numbers import BLANK
from tests.cli.conftest import Run
from tests.session.edited import damage


@pytest.mark.slow
def test_the_same_seed_gives_the_same_match_and_another_another(run: Run) -> None:
    told = [run("simulate", "embargo_2010", "--seed", seed, "--json", "-").out for seed in ("1", "1", "2")]
    one, again, other = map(json.loads, told)

    assert one == again
    assert one["digest"] != other["digest"]
    assert one["turns"] * 6 == one["months"] == 84
    assert set(one["results"]) == {"japan", "usa", "eu", "korea"}
    assert {"price", "score", "bottleneck"} <= {figure["metric"] for figure in one["figures"]}


@pytest.mark.slow
def test_another_process_gets_the_same_digest(run: Run) -> None:
    words = ["simulate", "embargo_2010", "--seed", "3", "--json", "-"]
    environment = {**os.environ, "PYTHONHASHSEED": "12345"}
    program = [sys.executable, "-m", "game.cli.main", *words]

    done = subprocess.run(program, capture_output=True, text=True, check=True, env=environment)

    assert json.loads(done.stdout) == json.loads(run(*words).out)


@pytest.mark.slow
def test_a_doctrine_changes_the_match(run: Run) -> None:
    usual = run("simulate", "embargo_2010", "--seed", "4")
    led = run("simulate", "embargo_2010", "--seed", "4", "--doctrine", "Japan=hedger")

    assert "led by hedger" in led.out
    assert usual.out.splitlines()[-1].startswith("digest ")
    assert usual.out.splitlines()[-1] != led.out.splitlines()[-1]


@pytest.mark.slow
def test_a_saved_match_is_verified_printed_and_debriefed(run: Run, tmp_path: Path) -> None:
    save, out = tmp_path / "match.chokepoint", tmp_path / "debrief"
    simulated = run("simulate", "embargo_2010", "--seed", "5", "--save", str(save))
    digest = simulated.out.splitlines()[-1].split()[-1]

    verified = run("replay", str(save), "--verify")
    printed = run("replay", str(save))
    turn = run("replay", str(save), "--turn", "2")
    late = run("replay", str(save), "--turn", "99")
    report = run("report", str(save), "--out", str(out))

    assert (verified.code, verified.out) == (0, "match.chokepoint: 14 turns recomputed, every digest is equal\n")
    assert f"digest {digest}" in printed.out
    assert "Turn 14, Jul 2016 to Dec 2016" in printed.out.replace(BLANK, " ")
    assert "Turn 2, Jul 2010 to Dec 2010" in turn.out.replace(BLANK, " ")
    assert "Turn 3" not in turn.out
    assert (late.code, "there is no turn 99" in late.err) == (2, True)
    assert str(out / "index.html") in report.out.splitlines()


@pytest.mark.slow
def test_an_edited_save_is_not_verified(run: Run, tmp_path: Path) -> None:
    save = tmp_path / "match.chokepoint"
    run("simulate", "embargo_2010", "--save", str(save))
    number = read(save).numbers[3] + 1
    damage(save, number)

    outcome = run("replay", str(save), "--verify")

    assert outcome.code == 1
    assert f"line {number}" in outcome.err
    assert outcome.err.count("\n") == 1


@pytest.mark.slow
def test_monthly_figures_are_written_with_their_dictionary_beside_them(run: Run, tmp_path: Path) -> None:
    table, dictionary = tmp_path / "months.csv", tmp_path / "months_dictionary.csv"
    outcome = run("simulate", "embargo_2010", "--monthly", str(table))

    with table.open(encoding="utf-8", newline="") as file:
        tension = [row for row in csv.DictReader(file) if (row["variable"], row["nation"]) == ("tension", "japan")]
    assert str(table) in outcome.out.splitlines()[0]
    assert str(dictionary) in outcome.out.splitlines()[0]
    assert outcome.out.splitlines()[-1].startswith("digest ")
    assert [row["index"] for row in tension] == [str(month) for month in range(85)]
    assert [tension[place]["month"] for place in (0, 1, 84)] == ["2009-12", "2010-01", "2016-12"]
    assert "\nvariable,tension," in dictionary.read_text(encoding="utf-8")


@pytest.mark.slow
def test_monthly_figures_change_neither_the_match_nor_the_json(run: Run, tmp_path: Path) -> None:
    words = ["simulate", "embargo_2010", "--seed", "6", "--json", "-"]

    assert run(*words, "--monthly", str(tmp_path / "months")).out == run(*words).out
    assert {path.name for path in tmp_path.iterdir()} == {"months", "months_dictionary.csv"}


@pytest.mark.slow
def test_an_ensemble_is_summed_up(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "runs.json"
    outcome = run("simulate", "embargo_2010", "--runs", "8", "--seed", "20", "--json", str(file))

    told = json.loads(file.read_text(encoding="utf-8"))
    alone = json.loads(run("simulate", "embargo_2010", "--seed", list(told["digests"])[2], "--json", "-").out)
    assert outcome.out.splitlines()[0].endswith("8 matches of seed 20")
    assert max(map(len, outcome.out.splitlines())) <= 80
    named = next(line for line in outcome.out.splitlines() if "seeds of such matches" in line)
    assert {*named.split(": ")[1].split(", ")} <= told["digests"].keys()
    assert told["digests"][str(alone["seed"])] == alone["digest"]
    assert all(figure["p10"] <= figure["median"] <= figure["p90"] for figure in told["figures"])


def test_json_to_the_screen_stays_pure(run: Run) -> None:
    outcome = run("simulate", "embargo_2010", "--runs", "2", "--json", "-")

    assert json.loads(outcome.out)["runs"] == 2


@pytest.mark.parametrize("path", ["rules/rare_earths", "scenarios/embargo_2010"])
@pytest.mark.slow
def test_shipped_content_is_without_findings(run: Run, path: str) -> None:
    kind, name = path.split("/")

    outcome = run("check", str(data(kind) / name))

    assert (outcome.code, outcome.out.splitlines()[0]) == (0, "no findings")


def test_findings_are_told_with_their_place(run: Run, tmp_path: Path) -> None:
    (tmp_path / "scenario.yaml").write_text("format: 1\nid: a\nid: b\nanswer: no\n", encoding="utf-8")

    outcome = run("check", str(tmp_path))

    assert outcome.code == 1
    assert "scenario.yaml:3:1: " in outcome.out
    assert "Traceback" not in outcome.err


def test_a_scenario_folder_with_findings_cannot_be_played(run: Run, tmp_path: Path) -> None:
    (tmp_path / "scenario.yaml").write_text("format: 1\n", encoding="utf-8")

    outcome = run("play", str(tmp_path), "--text")

    assert outcome.code == 1
    assert "scenario.yaml:1:1: " in outcome.err
    assert "Traceback" not in outcome.err


def test_scenarios_are_listed(run: Run) -> None:
    outcome = run("scenarios")

    assert "embargo_2010: " in outcome.out
    assert "seats: japan, usa, eu, korea" in outcome.out


@pytest.mark.slow
def test_a_match_that_goes_on_is_told_to_one_seat_or_to_a_facilitator(run: Run, tmp_path: Path) -> None:
    save, out = tmp_path / "match.chokepoint", str(tmp_path / "out")
    match = open_match(load("embargo_2010"), seed=5, people={"japan": "Ann", "usa": "Ben"}, log=save)
    for seat in match.people:
        match.seal(seat)
    match.resolve()

    asked = run("report", str(save), "--out", out)
    mine = run("report", str(save), "--out", out, "--seat", "usa")
    nobody = run("replay", str(save), "--seat", "narnia")
    printed = run("replay", str(save), "--seat", "usa")
    all_of_it = run("replay", str(save), "--facilitator")

    assert (asked.code, "japan and usa are played by people" in asked.err, "--seat" in asked.err) == (2, True, True)
    assert (mine.code, "told is what the United States may know so far" in mine.err) == (0, True)
    assert "is not for players" in all_of_it.err
    assert (nobody.code, "narnia" in nobody.err) == (2, True)
    assert "digest" not in printed.out
    assert printed.out.splitlines()[-1].endswith("points. So far.")
    assert "digest" in all_of_it.out
    assert "has lost" not in all_of_it.out + printed.out
