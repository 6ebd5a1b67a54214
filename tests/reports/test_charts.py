"""Curves: what lies below zero is shown."""

from __future__ import annotations

import re

import pytest

from game.reports.charts import Curve, Curves, draw
from game.session.views import Series

MINUS = "\N{MINUS SIGN}"
MONTHS = [f"2010-{month:02d}" for month in range(1, 13)]


def ticks(values: tuple[float, ...]) -> list[float]:
    """The numbers at the axis of a chart of `values`."""
    series = Series("gain", "", tuple(range(len(values))), values)
    text = draw(Curves("Gain", "", (Curve("Gain", series),)), MONTHS)
    side = text[text.index('id="matplotlib.axis_2"') :]
    return [float(found.replace(MINUS, "-")) for found in re.findall(rf">({MINUS}?\d+(?:\.\d+)?)</text>", side)]


@pytest.mark.parametrize("values", [(-5.0, -3.0, -8.0), (4.0, -8.0, 2.0)])
def test_values_below_zero_are_within_the_axis(values: tuple[float, ...]) -> None:
    shown = ticks(values)
    assert min(shown) < 0.0 <= max(shown) + 1e-9


def test_values_above_zero_stand_on_it() -> None:
    assert min(ticks((5.0, 6.0, 7.0))) == 0.0
