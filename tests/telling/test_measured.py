"""Measured figures: the forms of the number writer with more digits."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.metrics import METRICS
from game.telling import measured, numbers

B = numbers.BLANK


@pytest.mark.parametrize(
    ("value", "unit", "text", "bare"),
    [
        (0.77549, "share", f"77.55{B}%", f"77.55{B}%"),
        (3074.66, "US$ million", f"US${B}3,075{B}m", "3,075"),
        (-246.83, "US$ million", f"\N{MINUS SIGN}US${B}246.8{B}m", "\N{MINUS SIGN}246.8"),
        (41.554, "US$ million/year", f"US${B}41.55{B}m/year", "41.55"),
        (32.4, "kt", f"32.4{B}kt", "32.4"),
        (2015.45, "year", "2015.5", "2015.5"),
        (2012.0, "year", "2012", "2012"),
        (1.0, "ratio", "1\N{MULTIPLICATION SIGN}", "1"),
        (0.0, "share", f"0{B}%", f"0{B}%"),
        (0.43217, "0-1", f"43.22{B}/{B}100", "43.22"),
        (math.inf, "days", "never", "never"),
        (None, "share", "never", "never"),
    ],
)
def test_a_measured_figure_reads_with_its_unit(value: float | None, unit: str, text: str, bare: str) -> None:
    assert measured.measured(value, unit) == text
    assert measured.bare(value, unit) == bare


def test_ranges_and_differences_read_as_such() -> None:
    assert measured.between(0.53, 0.63, "share") == f"53 to 63{B}%"
    assert measured.between(60.0, 60.0, "days") == "60"
    assert measured.between(0.2, math.inf, "US$/kg") == "0.2 to never"
    assert measured.difference(-0.0312, "share") == f"\N{MINUS SIGN}3.12{B}points"
    assert measured.difference(10.0, "US$ million") == f"US${B}10{B}m"
    assert measured.named("price", "US$/kg") == "price, US$/kg"
    assert measured.named("part", "share") == "part"


@given(st.floats(1e-3, 1e6), st.sampled_from(sorted({entry.unit for entry in METRICS.values()} - {"year", "0 or 1"})))
def test_it_is_the_figure_to_four_digits(value: float, unit: str) -> None:
    text = measured.bare(value, unit).removesuffix(f"{B}%").replace(",", "")
    times = 100.0 if unit in ("share", "rate", "0-1") else 1.0
    assert float(text) == pytest.approx(times * value, rel=1e-3)
