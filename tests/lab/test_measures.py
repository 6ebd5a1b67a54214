"""A measure gives what it says, on months made by hand."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from game.content.facts import Look, Measure, Span
from game.engine.conditions import Atom, Condition, Reading
from game.lab.facts.measures import NEVER, curve, measured
from game.lab.runs.columns import Columns
from tests.lab.columns import FLAG, MONTHS, PART, PRICE, START, WHOLE, above, columns, monthly

ALL = Span(0, MONTHS - 1)
YEAR_2010, YEAR_2011 = Span(1, 12), Span(13, 24)


def taken(take: str, values: dict[Reading, Any], unit: str = "", **look: Any) -> list[float]:
    """What `take` gives in each match."""
    fields = {"run": "base", "span": ALL, "metric": PRICE, **look}
    if "holds" in look:
        fields["metric"] = None
    return list(map(float, measured(Measure(Look(**fields), take), unit, {"base": columns(values)})))


def test_a_figure_is_taken_from_its_window() -> None:
    values = {PRICE: np.arange(MONTHS)[:, None] + np.array([0.0, 100.0, 200.0])}
    window = Span(3, 5)
    found = {take: taken(take, values, span=window) for take in ("mean", "sum", "min", "max", "first", "last")}
    assert found == {
        "mean": [4, 104, 204],
        "sum": [12, 312, 612],
        "min": [3, 103, 203],
        "max": [5, 105, 205],
        "first": [3, 103, 203],
        "last": [5, 105, 205],
    }


def test_a_share_of_months_together_is_the_sum_over_the_sum() -> None:
    values = {PART: monthly(9, 1), WHOLE: monthly(10, 90)}
    both: dict[str, Any] = {"metric": PART, "over": WHOLE, "span": Span(0, 1)}
    assert taken("mean", values, **both) == pytest.approx([0.1] * 3)
    assert taken("max", values, **both) == pytest.approx([0.9] * 3)


def test_a_share_of_nothing_has_no_value() -> None:
    assert taken("mean", {PART: monthly(1), WHOLE: monthly(0)}, metric=PART, over=WHOLE) == [NEVER] * 3


def test_years_are_calendar_years_that_lie_whole_in_the_window() -> None:
    values = {PRICE: monthly(99, *[1.0] * 12, *[3.0] * 12, *[2.0] * 12)}
    assert taken("max", values, by_year=True) == [3, 3, 3]  # December 2009 is no year
    assert taken("first", values, by_year=True, span=Span(2, 24)) == [3, 3, 3]
    shares = {PART: monthly(0, *[1.0] * 6, *[3.0] * 6), WHOLE: monthly(0, *[2.0] * 6, *[10.0] * 6)}
    found = taken("min", shares, metric=PART, over=WHOLE, by_year=True, span=YEAR_2010)
    assert found == pytest.approx([24 / 72] * 3)


def test_a_base_is_the_mean_of_its_own_match() -> None:
    values = {PRICE: np.where(np.arange(MONTHS)[:, None] < 13, 2.0, 10.0) * np.array([1.0, 2.0, 3.0])}
    assert taken("max", values, base=YEAR_2010) == [5, 5, 5]


@pytest.mark.parametrize(("unit", "long"), [("months", 3.0), ("days", 3 * 365.25 / 12), ("years", 0.25)])
def test_what_is_true_lasts_for_so_long(unit: str, long: float) -> None:
    values = {PRICE: monthly(1, 1, 6, 7, 1, 8, 1)}
    assert taken("lasts", values, unit, above=5.0) == pytest.approx([long] * 3)
    assert taken("lasts", values, unit, holds=above(PRICE, 5.0)) == pytest.approx([long] * 3)
    assert taken("lasts", values, unit, below=5.0, span=Span(2, 7)) == pytest.approx([long] * 3)


def test_the_start_is_the_beginning_of_the_first_month() -> None:
    values = {PRICE: np.array([[0, 0, 0], [0, 9, 0], [9, 9, 0], *[[0, 0, 0]] * (MONTHS - 3)])}
    found = taken("start", values, holds=above(PRICE, 5.0))
    assert found == pytest.approx([(START + 2) / 12, 2010.0, NEVER])
    assert taken("ever", values, holds=above(PRICE, 5.0)) == [1, 1, 0]


def test_a_wait_runs_from_start_to_start_and_forgets_what_was_before() -> None:
    values = {FLAG: monthly(0, 0, 1, 1, 1), PRICE: monthly(9, 0, 0, 0, 0, 9)}
    assert taken("wait", values, "months", holds=above(FLAG, 0.5), until=above(PRICE, 5.0)) == [3, 3, 3]


def test_a_gap_runs_from_the_end_of_the_last_month() -> None:
    values = {FLAG: monthly(0, 1, 1), PRICE: monthly(0, 0, 0, 0, 9)}
    gap = {"holds": above(FLAG, 0.5), "until": above(PRICE, 5.0)}
    assert taken("gap", values, "months", **gap) == [1, 1, 1]
    at_once = {FLAG: monthly(0, 1, 1), PRICE: monthly(0, 0, 0, 9)}
    assert taken("gap", at_once, "days", **gap) == [0, 0, 0]
    assert taken("gap", {FLAG: monthly(), PRICE: monthly(9)}, "days", **gap) == [NEVER] * 3


def test_a_condition_knows_the_calendar() -> None:
    since = Condition(((Atom(Reading("month"), 1, 13.0, or_equal=True),),), 'since("2011-01")')
    late = Condition(((Atom(Reading("year"), 1, 2012.0, or_equal=True),),), "year() >= 2012")
    assert taken("start", {}, holds=since) == [2011.0] * 3
    assert taken("lasts", {}, "months", holds=late) == [12, 12, 12]


def test_alternatives_and_contraries_of_a_condition_hold() -> None:
    low = Atom(PRICE, -1, 2.0, or_equal=True)
    high = Atom(PRICE, 1, 8.0, or_equal=True)
    either = Condition(((low,), (high,)), "")
    both = Condition(((low, high),), "")
    values = {PRICE: monthly(5, 8, 5, 2, 5, *[5.0] * 32)}
    assert taken("lasts", values, "months", holds=either) == [2, 2, 2]
    assert taken("ever", values, holds=both) == [0, 0, 0]
    assert taken("ever", values, holds=Condition((), "false")) == [0, 0, 0]


def _against(other: Look, *, difference: bool, runs: dict[str, Columns]) -> list[float]:
    look = Look("base", YEAR_2010, PRICE)
    return list(map(float, measured(Measure(look, "mean", against=other, difference=difference), "", runs)))


def test_two_measures_are_compared_match_by_match() -> None:
    base, other = columns({PRICE: [[2.0, 4.0, 6.0]]}), columns({PRICE: [[1.0, 4.0, 0.0]]})
    runs = {"base": base, "other": other}
    look = Look("other", YEAR_2011, PRICE)
    assert _against(look, difference=False, runs=runs) == [2.0, 1.0, NEVER]
    assert _against(look, difference=True, runs=runs) == [1.0, 0.0, 6.0]


def test_times_and_figures_of_the_rule_set() -> None:
    runs = {"base": columns({PRICE: [[1.0, 2.0, 3.0]]})}
    assert measured(Measure(Look("base", ALL, PRICE), "mean", times=0.5), "", runs).tolist() == [0.5, 1.0, 1.5]
    assert measured(Measure(None, "mean", figure=6.0, times=2.0), "", {}).tolist() == [12.0]


def test_a_curve_stands_at_the_middle_of_its_months_and_years() -> None:
    recorded = columns({PRICE: monthly(*range(MONTHS))})
    months, values = curve(Look("base", Span(1, 3), PRICE), recorded)
    assert months == pytest.approx([2010 + 0.5 / 12, 2010 + 1.5 / 12, 2010 + 2.5 / 12])
    assert values[:, 0].tolist() == [1, 2, 3]
    years, values = curve(Look("base", ALL, PRICE, by_year=True), recorded)
    assert years == pytest.approx([2010.5, 2011.5, 2012.5])
    assert values[:, 0].tolist() == [6.5, 18.5, 30.5]


def test_what_was_not_recorded_is_named() -> None:
    with pytest.raises(KeyError):
        taken("mean", {PART: monthly()})
