"""The back-test: runs that leave something out, the table, the JSON and the page, which all say the same."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game.content import load_record
from game.content.facts import Facts, Run
from game.content.package import Package
from game.engine.conditions import Reading
from game.lab import WIDTH
from game.lab.backtest.data import as_json
from game.lab.backtest.page import render, write
from game.lab.backtest.run import PLACEBO, Backtest, backtest
from game.lab.backtest.table import lines, rows
from game.lab.runs import play as room
from game.lab.runs.play import play
from game.lab.runs.seeds import Draws
from game.telling import speaking
from game.telling.numbers import MINUS
from tests.lab.small_files import CRISIS
from tests.telling.marked import escaped, read

DRAWS = Draws(seed=5, count=12)
SEEDS = DRAWS.seeds


@pytest.fixture(scope="module")
def played(crisis: Package, facts: Facts) -> Backtest:
    return backtest(crisis, str(CRISIS), facts, DRAWS, curves=load_record(CRISIS))


def reading(package: Package, name: str, axis: str, key: str) -> Reading:
    return Reading(name, (package.world.names.index(axis, key),))


def test_a_run_leaves_out_a_rule_of_the_rival(crisis: Package) -> None:
    fired = reading(crisis, "rule_count", "rules", "embargo")
    runs = {"base": Run(""), "calm": Run("", without_rules=("embargo",))}
    found = play(crisis, "", runs, dict.fromkeys(runs, (fired,)), SEEDS)
    assert found["base"].values[fired][-1].all()
    assert not found["calm"].values[fired].any()


def test_a_run_leaves_out_an_incident(crisis: Package) -> None:
    tension = reading(crisis, "tension", "nations", "island")
    runs = {"base": Run(""), "calm": Run("", without_incidents=("boats",))}
    found = play(crisis, "", runs, dict.fromkeys(runs, (tension,)), SEEDS)
    march = 2  # the incident of March raises tension by 0.4
    assert found["base"].values[tension][march] == pytest.approx(found["calm"].values[tension][march] + 0.4, abs=0.06)


def test_a_run_leaves_out_orders_or_is_led_otherwise(crisis: Package) -> None:
    spent = reading(crisis, "spent", "nations", "island")
    orders = tuple(rule.key for rule in crisis.bind_doctrine("hedger", "island").rules)
    runs = {"base": Run(""), "none": Run("", without_orders={"island": orders}), "idle": Run("", {"island": "idle"})}
    found = play(crisis, "", runs, dict.fromkeys(runs, (spent,)), SEEDS)
    assert (found["base"].values[spent][-1] > found["none"].values[spent][-1]).all()
    assert np.array_equal(found["none"].values[spent], found["idle"].values[spent])


@pytest.mark.slow
def test_tiles_change_nothing(monkeypatch: pytest.MonkeyPatch, crisis: Package, facts: Facts, played: Backtest) -> None:
    monkeypatch.setattr(room, "TILE", 5)
    told: list[tuple[int, int]] = []
    cut = backtest(crisis, str(CRISIS), facts, DRAWS, tell=lambda done, total: told.append((done, total)))
    assert cut.results == played.results
    assert told == sorted(told)
    assert told[-1] == ((len(SEEDS) + PLACEBO) * len(cut.runs),) * 2


@pytest.mark.slow
def test_processes_change_nothing(crisis: Package, facts: Facts, played: Backtest) -> None:
    shared = backtest(crisis, str(CRISIS), facts, DRAWS, processes=2)
    assert shared.results == played.results
    assert list(shared.runs) == list(played.runs)


def test_runs_are_played_only_where_a_fact_looks_at_them(facts: Facts, played: Backtest) -> None:
    assert list(played.runs) == ["base", "calm", "poor"]
    assert list(facts.only({"base"}).readings()) == ["base"]


def test_the_json_says_what_was_measured_and_is_plain(played: Backtest) -> None:
    told = as_json(played)
    assert json.loads(json.dumps(told, allow_nan=False)) == told
    facts = {fact["id"]: fact for fact in told["facts"]}
    assert list(facts) == ["A01", "A02", "A03"]
    assert facts["A03"]["pass"] is None
    assert facts["A03"]["measured"] is None
    assert facts["A02"]["explanation"] == "It is."
    keys = {"id", "what", "group", "target", "low", "high", "measured", "spread", "pass", "explanation", "source"}
    for fact in facts.values():
        assert keys <= set(fact)
        assert all(keys <= set(part) for part in fact["parts"])
        assert fact["pass"] is None or fact["pass"] == all(part["pass"] for part in fact["parts"])
        assert {key: fact[key] for key in ("target", "low", "high", "measured")} in [
            {key: part[key] for key in ("target", "low", "high", "measured")} for part in fact["parts"]
        ]
    band = facts["A01"]["parts"][1]
    assert (band["target"], band["band"]) == (0.55, [0.5, 0.6])


def test_the_table_fits_the_screen_and_agrees_with_the_json(played: Backtest) -> None:
    printed = list(lines(played))
    assert max(map(len, printed)) <= WIDTH == 100
    told = as_json(played)
    for row, fact in zip(rows(played), told["facts"], strict=True):
        assert (row.key, row.what) == (fact["id"], fact["what"])
        passing = "input" if fact["input"] else "pass"
        assert row.verdict == {True: passing, False: "FAIL", None: "waits"}[fact["pass"]]
        assert row.placebo == {True: "passes", False: "fails", None: ""}[fact["placebo"]]
        assert any(line.startswith(row.key) and line.endswith(row.verdict) for line in printed)
        for part, number in zip(row.parts, fact["parts"], strict=True):
            assert part.verdict == {True: "in", False: "OUT", None: ""}[number["pass"]]
            assert part.placebo == {True: "in", False: "out", None: ""}[number["placebo"]["pass"]]
            assert _says(part.measured, number["measured"], number["unit"], 4)
            written = part.spread.split(" to ") if part.verdict else ["-", "-"]
            ends = zip(written if len(written) == 2 else written * 2, number["spread"], strict=True)
            assert all(_says(*both, number["unit"], 3) for both in ends)
            assert any(part.measured in line and part.range in line for line in printed)


def _says(text: str, value: float | None, unit: str, digits: int) -> bool:
    """Whether `text` is `value` with so many digits, or says that there is none."""
    if value is None:
        return text in ("never", "-")
    number = float(text.replace(",", "").replace(MINUS, "-").removesuffix("%"))
    times = 100.0 if "share" in unit else 1.0
    return number == pytest.approx(times * value, rel=0.51 * 10 ** (1 - digits), abs=5e-5)


def test_a_failing_fact_says_why_and_a_waiting_one_for_what(played: Backtest) -> None:
    reasons = {row.key: row.reason for row in rows(played)}
    assert reasons["A03"] == "waits for cobalt"
    failing = [row for row in rows(played) if row.verdict == "FAIL"]
    assert failing
    for row in failing:
        out = [part.label.split(",")[0] for part in row.parts if part.verdict == "OUT"]
        assert row.reason.startswith("out of range: " + out[0])


def _told(played: Backtest) -> list[str]:
    return [line for line in lines(played) if ": " in line and " of " in line and "pass" in line]


def test_the_summary_counts_groups_and_years(played: Backtest) -> None:
    told = _told(played)
    assert [line.split(":")[0] for line in told] == [
        "Documented facts (A)",
        "External facts (A)",
        "Numbers of the years to 2010-12",
        "Numbers of the years after 2010-12",
        "Numbers of the years after 2010-12 in which numbers were fitted",
        "Numbers that go in, and test nothing",
    ]
    assert f"Numbers of the rules that were fitted, with an outcome in sight: {played.facts.fitted}" in [*lines(played)]
    parts = [part for row in rows(played) for part in row.parts if part.verdict]
    counted = [re.search(r"(\d+) of (\d+) pass", line) for line in told[2:]]
    assert sum(int(found[2]) for found in counted if found) == len(parts)
    assert sum(int(found[1]) for found in counted if found) == sum(part.verdict == "in" for part in parts)


def test_only_a_failing_documented_fact_counts(played: Backtest) -> None:
    def with_group(group: str, key: str) -> Backtest:
        results = tuple(
            replace(result, fact=replace(result.fact, group=group))
            for result in played.results
            if result.fact.key == key
        )
        return replace(played, results=results)

    verdicts = {result.fact.key: result.passed for result in played.results}
    (failing,) = [key for key, passed in verdicts.items() if passed is False][:1]
    assert not with_group("documented", failing).holds
    assert with_group("external", failing).holds
    assert with_group("documented", "A03").holds  # it waits


@pytest.mark.slow
def test_the_page_says_what_the_table_says(played: Backtest, tmp_path: Path) -> None:
    page = write(played, load_record(CRISIS), tmp_path / "deep" / "down")
    text = page.read_text(encoding="utf-8")
    assert page.name == "index.html"
    assert "<svg" in text
    assert not re.search(r"(?:src|href)=\"(?!#)", text)  # it needs nothing beside it
    for cell in _cells(played):
        assert cell.replace("&", "&amp;").replace("'", "&#39;") in text
    for line in _told(played):
        assert f"<li>{line}</li>" in text


def _cells(played: Backtest) -> Iterator[str]:
    for row in rows(played):
        yield from (row.key, row.what, row.reason)
        for part in row.parts:
            yield from (part.label, part.target, part.range, part.measured, part.spread)


def test_a_page_without_a_record_has_no_curves(played: Backtest) -> None:
    assert "<svg" not in render(played, ())


def test_a_curve_shows_the_record_beside_the_simulation(played: Backtest) -> None:
    text = render(played, load_record(CRISIS))
    assert "Price of light" in text
    assert "The gazette, The giant, 2010 (confidence: low). By hand." in text


def test_no_text_of_page_and_table_escapes_the_catalogue(played: Backtest) -> None:
    with speaking("pseudo"):
        page, table = render(played, load_record(CRISIS)), "\n".join(lines(played, width=1000))
    keys = {result.fact.key for result in played.results}  # by which facts are spoken of

    assert [sorted(set(escaped(text, keys))) for text in (read(page), table)] == [[], []]


def test_a_run_does_not_change_the_package(crisis: Package) -> None:
    before = crisis.world.rival_rules.chance.copy()
    changed: Any = room.variant(crisis, Run("", without_rules=("embargo",), without_incidents=("boats",)))
    assert (crisis.world.rival_rules.chance == before).all()
    assert changed.world.rival_rules.chance[crisis.world.names.index("rules", "embargo")] == 0
