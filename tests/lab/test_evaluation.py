"""Facts against recorded months: medians, spreads, verdicts, and what stands for a fact of several numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from game.content.facts import FIT, HELD_OUT, Fact, Facts, Look, Measure, Part, Run, Span
from game.content.library import Evidence
from game.lab.facts.evaluation import FactResult, PartResult, evaluate
from game.lab.runs.columns import Columns
from tests.lab.columns import FLAG, MONTHS, PRICE, above, columns, monthly

ALL = Span(0, MONTHS - 1)
RUNS = {"base": columns({PRICE: [[1.0, 3.0, 20.0]], FLAG: np.array([[1.0, 0.0, 0.0]])})}


def part(low: float, high: float, take: str = "mean", **measure: Any) -> Part:
    look = Look("base", ALL, PRICE) if take == "mean" else Look("base", ALL, holds=above(FLAG, 0.5))
    return Part("a number", "", (low,), low, high, Measure(look, take, **measure), "", FIT)


def fact(*parts: Part, waits_for: str = "") -> Fact:
    return Fact("A01", "documented", "What it says", Evidence(), "", "", waits_for, parts)


def result(*parts: Part, runs: dict[str, Columns] = RUNS) -> FactResult:
    return evaluate(Facts((fact(*parts),), {"base": Run("")}, "2010-12"), runs)[0]


def only(given: Part, runs: dict[str, Columns] = RUNS) -> PartResult:
    return result(given, runs=runs).parts[0]


def test_the_measured_value_is_the_median_and_the_spread_the_middle_of_the_matches() -> None:
    found = only(part(2.0, 4.0))
    assert found.measured == 3.0
    assert found.spread == pytest.approx((1.4, 16.6))
    assert found.passed


@pytest.mark.parametrize(("low", "high", "passes"), [(3.0, 3.0, True), (0.0, 2.9, False), (3.1, 9.0, False)])
def test_a_number_passes_within_its_range_and_on_its_bounds(low: float, high: float, passes: bool) -> None:
    assert only(part(low, high)).passed is passes


def test_ever_is_the_share_of_the_matches() -> None:
    assert only(part(0.0, 1.0, "ever")).measured == pytest.approx(1 / 3)


def test_what_never_happens_in_most_matches_has_no_value_and_fails() -> None:
    found = only(part(0.0, 9999.0, "start"))
    assert (found.measured, found.spread[1], found.passed) == (None, None, False)
    assert found.spread[0] is None  # the tenth percentile lies between a match with and one without


def test_matches_in_which_it_never_happens_can_be_left_out() -> None:
    found = only(part(0.0, 9999.0, "start", if_ever=True))
    assert found.measured == pytest.approx(2009 + 11 / 12)
    assert found.passed
    nobody = {"base": columns({FLAG: monthly()})}
    assert only(part(0.0, 9999.0, "start", if_ever=True), nobody).measured is None


def test_a_fact_passes_when_all_its_numbers_do() -> None:
    assert result(part(2.0, 4.0), part(0.0, 1.0, "ever")).passed
    assert not result(part(2.0, 4.0), part(0.9, 1.0, "ever")).passed


def test_the_number_that_lies_worst_stands_for_the_fact() -> None:
    inside, at_the_edge, out = part(2.0, 4.0), part(2.0, 3.1), part(5.0, 7.0)
    assert result(inside, at_the_edge).worst.part is at_the_edge
    assert result(at_the_edge, out, inside).worst.part is out
    never = part(0.0, 9999.0, "start")
    assert result(out, never).worst.part is never
    assert result(part(3.0, 3.0), part(4.0, 4.0)).worst.part.low == 4.0


def test_a_fact_that_waits_is_not_measured() -> None:
    waiting = fact(replace(part(0.0, 1.0), measure=None), waits_for="another rule set")
    found = evaluate(Facts((waiting,), {}, "2010-12"), {})[0]
    assert found.passed is None
    assert (found.worst.measured, found.worst.passed) == (None, None)


def test_facts_can_be_narrowed_to_runs_and_years() -> None:
    mine, other = part(2.0, 4.0), part(2.0, 4.0, take="mean", against=Look("other", ALL, PRICE))
    late = replace(mine, years=HELD_OUT)
    facts = Facts((fact(mine, other, late), fact(other)), {"base": Run(""), "other": Run("")}, "2010-12")
    assert facts.readings() == {"base": (PRICE,), "other": (PRICE,)}
    narrowed = facts.only({"base"}, {FIT})
    assert [one.parts for one in narrowed.facts] == [(mine,)]
    assert narrowed.readings() == {"base": (PRICE,)}
    assert evaluate(narrowed, RUNS)[0].passed
    with pytest.raises(KeyError):
        evaluate(facts, RUNS)
