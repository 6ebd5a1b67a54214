"""The placebo: no price moves and nobody controls anything; what comes out there too is an input and not counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from game.content import load_facts
from game.content.facts import Facts, Run
from game.content.package import Package
from game.engine.conditions import Reading
from game.lab.backtest.data import as_json
from game.lab.backtest.page import render
from game.lab.backtest.placebo import placebo
from game.lab.backtest.run import Backtest, backtest
from game.lab.backtest.table import lines, rows
from game.lab.backtest.tally import GIVEN, of_facts, of_numbers
from game.lab.facts.evaluation import FactResult
from game.lab.runs.play import play
from game.lab.runs.seeds import Draws
from tests import shipped
from tests.lab.small_files import CRISIS


@pytest.fixture(scope="module")
def played(crisis: Package, facts: Facts) -> Backtest:
    return backtest(crisis, str(CRISIS), facts, Draws(seed=5, count=4))


def all_of(test: Backtest) -> Backtest:
    """The test as if the placebo gave whatever the model does."""
    return replace(test, placebo={result.fact.key: result for result in test.results})


def none_of(test: Backtest) -> Backtest:
    """The test as if no fact passed in the placebo, and nothing were said to be given."""
    results = tuple(replace(one, fact=replace(one.fact, given="")) for one in test.results)
    failing = {
        one.fact.key: replace(one, parts=tuple(replace(part, passed=False) for part in one.parts)) for one in results
    }
    return replace(test, results=results, placebo=failing)


def test_prices_stand_and_nobody_controls(crisis: Package) -> None:
    names = crisis.world.names
    price = Reading("price", (names.index("goods", "light_oxide"),))
    fired = Reading("rule_count", (names.index("rules", "embargo"),))
    wanted = {"base": (price, fired)}
    moved, still = (play(one, "", {"base": Run("")}, wanted, (1, 2))["base"] for one in (crisis, placebo(crisis)))
    assert np.ptp(moved.values[price]) > 0.01
    assert np.ptp(still.values[price]) == pytest.approx(0.0, abs=1e-9)
    assert moved.values[fired].any()
    assert not still.values[fired].any()


def test_quotas_and_duties_are_off_and_the_package_stays(crisis: Package) -> None:
    before, rules = crisis.world.supply.rules.copy(), placebo(crisis).world.rival_rules
    assert np.isinf(rules.base_quota).all()
    assert not rules.base_tax.any()
    assert not rules.chance.any()
    assert crisis.world.rival_rules.chance.any()
    assert (crisis.world.supply.rules == before).all()


def test_a_fact_that_passes_there_too_is_an_input_and_is_not_counted(played: Backtest) -> None:
    passing = [result.fact.key for result in played.results if result.passed]
    counted, idle = (list(of_facts(test)) for test in (none_of(played), all_of(played)))
    assert sum(count.passed for count in counted) == len(passing)
    assert sum(count.inputs for count in counted) == 0
    assert sum(count.passed for count in idle) == 0
    assert sum(count.inputs for count in idle) == len(passing)
    assert [count.failed for count in idle] == [count.failed for count in counted]


def test_a_number_that_comes_out_there_too_is_counted_with_those_that_go_in(played: Backtest) -> None:
    counted, idle = of_numbers(none_of(played)), of_numbers(all_of(played))
    inside = sum(bool(part.passed) for result in played.results for part in result.parts)
    assert sum(count.passed for count in counted.values()) == sum(count.passed for count in idle.values()) == inside
    assert idle[GIVEN].passed == inside
    assert counted[GIVEN].passed == 1  # it is read from a file


def verdicts(test: Backtest) -> Iterator[tuple[str, bool | None, bool]]:
    for row, fact in zip(rows(test), as_json(test)["facts"], strict=True):
        yield row.verdict, fact["pass"], fact["input"]


def test_table_json_and_page_mark_inputs_alike(played: Backtest) -> None:
    some = replace(played, results=tuple(_passing(played)))
    for test, told in ((all_of(some), "input"), (none_of(some), "pass")):
        passing = [found for found in verdicts(test) if found[1]]
        assert passing
        assert set(passing) == {(told, True, told == "input")}
        assert f'<td class="{told}">{told}</td>' in render(test, ())
        keys = ", ".join(result.fact.key for result in test.results if result.passed)
        assert any(line.startswith("Inputs") and line.endswith(keys) for line in lines(test, 1000)) == (told == "input")


def _passing(test: Backtest) -> Iterator[FactResult]:
    """The results with all numbers in their range, but of the fact that waits."""
    for result in test.results:
        parts = (replace(part, passed=None if part.passed is None else True) for part in result.parts)
        yield replace(result, parts=tuple(parts))


def test_what_is_said_to_be_given_is_an_input_whatever_the_placebo_shows(played: Backtest) -> None:
    some = none_of(replace(played, results=tuple(_passing(played))))
    said = replace(some.results[0], fact=replace(some.results[0].fact, given="By its date."))
    test = replace(some, results=(said, *some.results[1:]))
    assert [test.is_input(result) for result in test.results] == [True, False, False]
    assert rows(test)[0].reason == "By its date."


def test_a_fact_that_fails_and_would_pass_there_is_named(played: Backtest) -> None:
    failing = [result.fact.key for result in played.results if result.passed is False]
    assert failing
    passing = {result.fact.key: result for result in _passing(played)}
    told = list(lines(replace(played, placebo=passing), 1000))
    assert any(line.startswith("Facts that fail") and line.endswith(", ".join(failing)) for line in told)


@pytest.mark.slow
def test_in_the_replay_what_no_price_moves_is_an_input_and_the_bubble_is_not() -> None:
    package, facts = shipped.package("history_2008_2025"), load_facts("history_2008_2025")
    assert facts is not None
    test = backtest(package, "history_2008_2025", facts, Draws(seed=1, count=8))
    inputs = {result.fact.key for result in test.results if test.is_input(result)}
    assert {"A06", "A08", "A09", "A15"} <= inputs
    assert not {"A07", "A13", "B20"} & inputs
    assert not [
        result.fact.key for result in test.results if result.fact.given and test.placebo[result.fact.key].passed
    ]
