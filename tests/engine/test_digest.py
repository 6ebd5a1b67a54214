"""Sums of a match: equal for what is equal but for the last digits, and for nothing else."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine import digest
from game.engine.fields import FIELDS
from game.engine.supply_view import READ

KINDS = {**{name: field.dtype for name, field in FIELDS.items()}, **dict.fromkeys(READ, "f8")}


def _sum(**changes: float) -> str:
    values = {name: np.full(3, changes.get(name, 2.0), dtype=kind) for name, kind in KINDS.items()}
    return digest.digest(7, 11, lambda name: values[name])


def test_powers_of_ten_are_what_their_literals_read_as() -> None:
    """A power of an array is another number on some processors: see findings/numpy_power_of_ten.sh."""
    assert [float(power) for power in digest._POWERS] == [float(f"1e{k}") for k in range(-12, 18)]


@pytest.mark.slow
def test_the_last_digits_of_a_number_do_not_show(rng: np.random.Generator) -> None:
    values = rng.lognormal(0.0, 8.0, 2000)
    others = values * (1.0 + rng.uniform(-1e-13, 1e-13, len(values)))
    assert digest.alike(values, others, "US$ million")
    assert all(_sum(budget=one) == _sum(budget=other) for one, other in zip(values, others, strict=True))


@given(st.floats(1.0, 9.0), st.integers(-3, 6))
def test_a_change_in_the_fifth_digit_does(value: float, power: int) -> None:
    size = value * 10.0**power
    assert _sum(budget=size) != _sum(budget=size * 1.0001)
    assert not digest.alike(np.array([size]), np.array([size * 1.0001]), "US$ million")


def test_round_figures_stand_on_no_edge() -> None:
    for value in (0.01984375, 0.09921875, 0.5, 1.0, 0.125, 12.5, 1234565.0):
        assert _sum(budget=value) == _sum(budget=np.nextafter(value, 0.0)) == _sum(budget=np.nextafter(value, 1e9))


def test_dust_and_signs_of_nothing_count_for_nothing() -> None:
    assert _sum(stock=0.0) == _sum(stock=-0.0) == _sum(stock=1e-15) == _sum(stock=-1e-12)
    assert _sum(stock=0.0) != _sum(stock=1e-3)
    assert _sum(budget=0.0) == _sum(budget=1e-12)


def test_what_is_no_number_counts_as_such() -> None:
    assert _sum(budget=np.nan) not in {_sum(budget=0.0), _sum(budget=-1.0)}
    assert _sum(budget=np.inf) == _sum(budget=np.nan)


def test_what_is_without_end_is_like_itself_alone() -> None:
    assert digest.alike(np.array([np.inf, np.nan, 1.0]), np.array([np.inf, np.nan, 1.0]), "t")
    assert not digest.alike(np.array([np.inf]), np.array([1.0]), "t")


def test_codes_count_whole() -> None:
    code = next(name for name, field in FIELDS.items() if field.dtype == "i8")
    assert _sum(**{code: 1}) != _sum(**{code: 2})
