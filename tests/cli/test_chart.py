"""Curves in letters and in sentences."""

from __future__ import annotations

from game.cli.text import chart
from game.session.views import Series
from game.telling import numbers


def _series(*values: float) -> Series:
    return Series("price light_oxide", "US$/kg", tuple(range(len(values))), values)


def test_a_curve_rises_from_corner_to_corner() -> None:
    lines = list(chart.curve("Price", _series(*map(float, range(48))), "2010-01"))

    body = [line for line in lines if "|" in line]
    assert lines[0] == "Price"
    assert body[0].startswith("US$ 47.0/kg |".replace(" ", numbers.BLANK, 1))
    assert len(body) == chart.HEIGHT
    assert body[0].endswith("*")
    assert body[-1].split("|")[1].startswith(" *")
    assert lines[-1].split("  ")[-1].strip() == "Dec 2013".replace(" ", numbers.BLANK)


def test_a_long_curve_keeps_its_last_value_and_fits_the_screen() -> None:
    lines = list(chart.curve("Price", _series(*([0.0] * 199), 9.0), "2010-01"))

    assert max(map(len, lines)) <= 80
    assert lines[1].endswith("*")


def test_a_flat_and_an_empty_curve() -> None:
    assert sum("*" in line for line in chart.curve("Price", _series(5.0, 5.0, 5.0), "2010-01")) == 1
    assert list(chart.curve("Price", _series(), "2010-01")) == ["Price: nothing is recorded yet."]


def test_sentences_name_month_and_value() -> None:
    told = list(chart.values("Price", _series(*map(float, range(13))), "2010-07", 6))

    said = [line.replace(numbers.BLANK, " ") for line in told]
    assert said == ["Price:", "Jul 2010: US$ 0.0/kg", "Jan 2011: US$ 6.0/kg", "Jul 2011: US$ 12.0/kg"]
