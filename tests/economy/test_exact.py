"""Functions that are made of + - * / alone, against those of the C library."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from game.economy.chance import draw, normal
from game.economy.exact import exp, fourth, log, power

CLOSE = 4e-16


@given(st.floats(-600.0, 600.0))
def test_exp(x: float) -> None:
    assert math.isclose(exp(x), math.exp(x), rel_tol=CLOSE)


@given(st.floats(1e-300, 1e300))
def test_log(x: float) -> None:
    assert math.isclose(log(x), math.log(x), rel_tol=CLOSE, abs_tol=CLOSE)


@given(st.floats(1e-6, 1e6), st.floats(-8.0, 8.0))
def test_power(x: float, y: float) -> None:
    assert math.isclose(power(x, y), x**y, rel_tol=1e-13)
    assert math.isclose(fourth(x), x**4, rel_tol=CLOSE)


def test_ends_of_the_range() -> None:
    assert power(0.0, 2.0) == 0.0
    assert exp(-1e9) == exp(-700.0)
    assert exp(0.0) == 1.0
    assert log(1.0) == 0.0


def test_draws_are_evenly_spread_and_apart() -> None:
    found = [draw(7, 0, month, place) for month in range(100) for place in range(100)]
    assert abs(sum(found) / len(found) - 0.5) < 0.01
    assert len(set(found)) > 9_990
    assert draw(7, 0, 3, 4) != draw(8, 0, 3, 4) != draw(8, 1, 3, 4)
    drawn = [normal(7, 1, month, place) for month in range(100) for place in range(100)]
    assert abs(sum(x * x for x in drawn) / len(drawn) - 1.0) < 0.05
