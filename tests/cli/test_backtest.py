"""``chokepoint backtest``: the table, JSON, the page, exit codes, and what it says when it cannot be done."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.content.broken import copy_of_good, patch

PASSING = """\
format: 1
kind: facts
fit_until: 2010-12
facts:
  A01:
    what: The cap
    group: documented
    source: "table_6"
    parts: [{label: cap, unit: share, target: 0.75, low: 0.7, high: 0.8, measure: {figure: finance.max_public_share}}]
  B01:
    what: The price
    group: external
    source: "table_7"
    explanation: Nobody knows.
    parts: [{label: price, unit: US$/kg, target: 1, low: 0, high: 2, measure: {metric: price(light_oxide), take: last}}]
"""


@pytest.fixture
def crisis(tmp_path: Path) -> Path:
    """A small scenario whose documented fact passes and whose external one fails."""
    scenario = copy_of_good(tmp_path / "content")
    (scenario / "facts.yaml").write_text(PASSING, encoding="utf-8")
    return scenario


def test_documented_facts_that_pass_leave_with_0(run: Run, crisis: Path) -> None:
    outcome = run("backtest", str(crisis), "--draws", "3", "--seed", "9")

    assert (outcome.code, outcome.err.count("\n")) == (0, 1)  # where its files were read from
    printed = outcome.out.splitlines()
    assert printed[0] == "A crisis: 3 draws of seed 9"
    assert any(line.split()[:3] == ["A01", "The", "cap"] and line.endswith("passes  input") for line in printed)
    assert any(line.split()[:3] == ["B01", "The", "price"] and line.endswith("FAIL") for line in printed)
    assert "out of range. Nobody knows." in [line.strip() for line in printed]
    assert "Documented facts (A): 0 of 0 pass, inputs: 1" in printed
    assert "External facts (B): 0 of 1 pass" in printed


def test_a_documented_fact_that_fails_leaves_with_1(run: Run, crisis: Path) -> None:
    patch(crisis, "facts.yaml", "target: 0.75, low: 0.7, high: 0.8", "target: 0.85, low: 0.8, high: 0.9")

    assert run("backtest", str(crisis), "--draws", "2").code == 1


def test_a_documented_fact_that_waits_does_not_count(run: Run, crisis: Path) -> None:
    patch(crisis, "facts.yaml", ", measure: {figure: finance.max_public_share}}", "}")
    patch(crisis, "facts.yaml", '"table_6"\n', '"table_6"\n    waits_for: another law\n')

    outcome = run("backtest", str(crisis), "--draws", "2")

    assert outcome.code == 0
    assert "waits for another law" in outcome.out


def test_json_goes_to_the_screen_alone_or_to_a_file(run: Run, crisis: Path, tmp_path: Path) -> None:
    file = tmp_path / "facts.json"
    alone = run("backtest", str(crisis), "--draws", "2", "--json", "-")
    beside = run("backtest", str(crisis), "--draws", "2", "--json", str(file))

    told = json.loads(alone.out)
    assert told == json.loads(file.read_text(encoding="utf-8"))
    assert [(fact["id"], fact["pass"]) for fact in told["facts"]] == [("A01", True), ("B01", False)]
    assert "A crisis: 2 draws" in beside.out


def test_the_page_is_written_where_it_is_wanted(run: Run, crisis: Path, tmp_path: Path) -> None:
    outcome = run("backtest", str(crisis), "--draws", "2", "--out", str(tmp_path / "page"))

    page = tmp_path / "page" / "index.html"
    assert outcome.out.splitlines()[-1] == str(page)
    text = page.read_text(encoding="utf-8")
    assert "Price of light" in text
    measured = re.search(r"price, US\$/kg +1 +0 to 2 +(\S+)", outcome.out)
    assert measured is not None
    assert f">{measured[1]}<" in text


def test_the_same_seed_gives_the_same_facts(run: Run, crisis: Path) -> None:
    one, again, other = (
        run("backtest", str(crisis), "--draws", "2", "--seed", seed, "--json", "-").out for seed in ("3", "3", "4")
    )
    assert one == again != other


def test_a_scenario_without_facts_is_named(run: Run) -> None:
    outcome = run("backtest", "embargo_2010")

    assert outcome.code == 2
    assert outcome.err == "chokepoint: embargo_2010 has no facts.yaml: there is nothing to hold it against\n"


def test_an_unknown_scenario_gets_the_nearest(run: Run) -> None:
    outcome = run("backtest", "history_2008_2052")

    assert outcome.code == 2
    assert "history_2008_2025" in outcome.err


@pytest.mark.parametrize("words", [["--draws", "0"], ["--processes", "0"], ["--draws", "many"]], ids=" ".join)
def test_numbers_that_make_no_sense_are_refused(run: Run, words: list[str]) -> None:
    outcome = run("backtest", *words)

    assert (outcome.code, outcome.err.count("\n")) == (2, 1)


def test_findings_in_the_facts_are_told_with_their_place(run: Run, crisis: Path) -> None:
    patch(crisis, "facts.yaml", "price(light_oxide)", "prize(light_oxide)")

    outcome = run("backtest", str(crisis))

    assert outcome.code == 1
    assert "facts.yaml:15:88: unknown metric 'prize', perhaps 'price'" in outcome.err


def test_a_file_that_cannot_be_written_is_named(run: Run, crisis: Path, tmp_path: Path) -> None:
    outcome = run("backtest", str(crisis), "--draws", "1", "--json", str(tmp_path / "no" / "facts.json"))

    assert outcome.code == 1
    assert "facts.json: no such file or directory" in outcome.err


def test_without_a_name_it_takes_the_first_that_comes_along_with_facts(
    run: Run, crisis: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = tmp_path / "data"
    shutil.copytree(crisis, shipped / "scenarios" / "crisis")
    shutil.copytree(crisis.parent / "small", shipped / "rules" / "small")
    monkeypatch.setattr("game.places.data", lambda name: shipped / name)
    patch(shipped, "scenarios/crisis/scenario.yaml", "rule_set: ../small", "rule_set: small")

    assert "A crisis: 2 draws" in run("backtest", "--draws", "2").out

    shutil.copytree(shipped / "scenarios" / "crisis", shipped / "scenarios" / "drama")
    assert "A crisis: 2 draws" in run("backtest", "--draws", "2").out
