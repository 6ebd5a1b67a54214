"""What the back-test says of how far to trust the model follows from its counts, and changes with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from game.content.facts import FIT, HELD_OUT, Facts
from game.content.package import Package
from game.lab.backtest.data import as_json
from game.lab.backtest.page import render
from game.lab.backtest.run import Backtest, backtest
from game.lab.backtest.table import lines
from game.lab.backtest.trust import FEW, trust
from game.lab.facts.evaluation import FactResult, PartResult
from game.lab.runs.seeds import Draws
from tests.lab.small_files import CRISIS

SIZES = "its sizes roughly"
DIRECTIONS = "more often than not"
NEITHER = "neither its sizes nor its directions"
TOO_LITTLE = "too little to say"


@pytest.fixture(scope="module")
def played(crisis: Package, facts: Facts) -> Backtest:
    return backtest(crisis, str(CRISIS), facts, Draws(seed=5, count=2))


def of(played: Backtest, passed: int, failed: int, years: str = HELD_OUT, *, idle: bool = False) -> Backtest:
    """A test of facts with a number each, of which so many pass and fail; with `idle` all pass in the placebo."""
    return replace(
        played,
        results=tuple(_facts(played, passed, failed, years)),
        placebo={one.fact.key: _with(one, passed=idle) for one in _facts(played, passed, failed, years)},
    )


def _facts(played: Backtest, passed: int, failed: int, years: str) -> Iterator[FactResult]:
    model = played.results[0]
    for place in range(passed + failed):
        fact = replace(model.fact, key=f"A{place:02}")
        part: PartResult = replace(model.parts[0], part=replace(model.parts[0].part, years=years))
        yield _with(FactResult(fact, (part,)), passed=place < passed)


def _with(result: FactResult, *, passed: bool) -> FactResult:
    return replace(result, parts=tuple(replace(part, passed=passed) for part in result.parts))


@pytest.mark.parametrize(
    ("passed", "failed", "said"), [(19, 1, SIZES), (12, 8, DIRECTIONS), (4, 16, NEITHER), (0, 20, NEITHER)]
)
def test_the_verdict_follows_from_what_comes_out(played: Backtest, passed: int, failed: int, said: str) -> None:
    told = trust(of(played, passed, failed))
    assert said in told
    assert f"Of the other {passed + failed}, {passed} come out." in told
    assert [said for said in (SIZES, DIRECTIONS, NEITHER, TOO_LITTLE) if said in told] == [said]


def test_few_years_that_nobody_looked_at_decide_nothing(played: Backtest) -> None:
    assert TOO_LITTLE in trust(of(played, FEW - 1, 0))
    assert TOO_LITTLE in trust(of(played, 30, 0, FIT))
    assert TOO_LITTLE not in trust(of(played, FEW, 0))


def test_inputs_prove_nothing(played: Backtest) -> None:
    told = trust(of(played, 20, 0, idle=True))
    assert "Of the 20 facts that can be measured 20 are inputs" in told
    assert TOO_LITTLE in told


def test_where_the_model_is_worse_than_none_it_says_so(played: Backtest) -> None:
    worse = of(played, 19, 1, idle=True)
    assert worse.worse == ("A19",)
    assert "A19 would come out" in trust(worse)
    assert "worse than none" not in trust(of(played, 19, 1))


def test_more_fitted_numbers_than_tests_are_named(played: Backtest) -> None:
    many = of(played, 20, 0, FIT)
    for fitted, said in ((21, True), (20, False)):
        told = trust(replace(many, facts=replace(many.facts, fitted=fitted)))
        assert ("says little" in told) == said
        assert f"{fitted} numbers of the rules were fitted" in told


def test_table_json_and_page_have_the_paragraph(played: Backtest) -> None:
    told = trust(played)
    assert told in list(lines(played, 10_000))
    assert as_json(played)["trust"] == told
    assert f"<p>{told}</p>" in render(played, ())
