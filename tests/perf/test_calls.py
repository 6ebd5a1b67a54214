"""The count of numpy calls a month must not creep up: at one match it is what a month costs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.perf import engine, turns

SMALL, SHIPPED = 68, 115
"""Reached: what the economy plays, what is written for it and its books are loops over records, not numpy calls. Lower
them with every gain.
"""


@pytest.mark.parametrize(
    ("calls_a_month", "most"),
    [(engine.calls_a_month, SMALL), (turns.calls_a_month, SHIPPED)],
    ids=["small world", "shipped scenario"],
)
def test_a_month_makes_no_more_numpy_calls_than_it_did(calls_a_month: Callable[[], float], most: int) -> None:
    assert 50 < calls_a_month() <= most
