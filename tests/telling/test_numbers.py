"""Figures read the same wherever they stand, and small ones are never written as nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.metrics import METRICS
from game.telling import numbers

B = numbers.BLANK


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (0.82, "share", f"82{B}%"),
        (0.034, "share", f"3.4{B}%"),
        (0.0001, "share", f"<{B}0.1{B}%"),
        (0.0, "share", f"0{B}%"),
        (1e-17, "share", f"0{B}%"),
        (0.43, "0-1", f"43{B}/{B}100"),
        (1092.0, "US$ million", f"US${B}1.09{B}bn"),
        (250.0, "US$ million", f"US${B}250{B}m"),
        (0.04, "US$ million", f"<{B}US${B}0.1{B}m"),
        (-3.26, "US$ million", f"\N{MINUS SIGN}US${B}3.3{B}m"),
        (35.2, "US$/kg", f"US${B}35.2/kg"),
        (140.4, "US$/kg", f"US${B}140/kg"),
        (1.0, "days", f"1{B}day"),
        (60.0, "days", f"60{B}days"),
        (900.0, "days", f">{B}2{B}years"),
        (850.0, "t/year", f"850{B}t/year"),
        (426.55, "t", f"427{B}t"),
        (0.1345, "share", f"13{B}%"),
        (12_300.0, "t/year", f"12{B}kt/year"),
        (1.0, "months", f"1{B}month"),
        (13.2, "ratio", "13.2\N{MULTIPLICATION SIGN}"),
        (0.97, "ratio", "0.97\N{MULTIPLICATION SIGN}"),
        (float("inf"), "t/year", "no limit"),
    ],
)
def test_a_value_reads_with_its_unit(value: float, unit: str, text: str) -> None:
    assert numbers.write(value, unit) == text


def test_every_metric_has_a_unit_that_can_be_written() -> None:
    assert [entry.name for entry in METRICS.values() if not numbers.known(entry.unit)] == []


def test_a_unit_of_a_rule_file_stands_as_it_is() -> None:
    assert numbers.write(4.5, "GW/year") == f"4.5{B}GW/year"
    assert not numbers.known("GW/year")


@given(st.floats(min_value=-1e9, max_value=1e9), st.sampled_from(["share", "US$ million", "%", "t"]))
def test_what_is_there_is_never_written_as_nothing(value: float, unit: str) -> None:
    digits = [letter for letter in numbers.write(value, unit) if letter.isdigit()]
    assert any(digit != "0" for digit in digits) == (abs(value) * (100 if unit == "share" else 1) > 1e-9)


@given(st.floats(min_value=-1e6, max_value=1e6), st.floats(min_value=-1e6, max_value=1e6))
def test_two_amounts_that_differ_can_be_told_apart(one: float, other: float) -> None:
    if abs(one - other) > 1e-4:
        assert numbers.exact(one, "US$ million", other) != numbers.write(other, "US$ million")


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (0.032, "share", "+3.2 points"),
        (-0.01, "0-1", "\N{MINUS SIGN}1 point"),
        (-4.0, "US$ million", f"\N{MINUS SIGN}US${B}4{B}m"),
        (0.0, "days", f"0{B}days"),
        (0.25, "%", "+0.25 points"),
    ],
)
def test_a_change_has_a_sign(value: float, unit: str, text: str) -> None:
    assert numbers.change(value, unit) == text


def test_a_small_change_has_one_sign() -> None:
    assert numbers.change(-0.01, "US$ million") == f">{B}{numbers.MINUS}US${B}0.1{B}m"
    assert numbers.change(0.01, "US$ million") == f"<{B}US${B}0.1{B}m"


def test_a_month_is_named() -> None:
    assert numbers.month("2010-09") == f"Sep{B}2010"
    assert numbers.month("soon") == "soon"


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        ("2011-07", "2011-12", f"Jul \N{EN DASH} Dec{B}2011"),
        ("2011-11", "2012-04", f"Nov{B}2011 \N{EN DASH} Apr{B}2012"),
        ("2011-07", "2011-07", f"Jul{B}2011"),
    ],
)
def test_a_stretch_of_months(first: str, last: str, text: str) -> None:
    assert numbers.months(first, last) == text
