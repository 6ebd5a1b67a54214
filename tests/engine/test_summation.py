"""Sums do not depend, in any bit, on how many matches are summed together."""

from __future__ import annotations

import numpy as np
import pytest

from game.engine.summation import Groups, total, weigh_columns, weigh_rows


@pytest.mark.parametrize("size", [1, 2, 7, 9, 30])
@pytest.mark.parametrize("width", [2, 5, 64])
def test_groups_sum_alike_alone_and_in_a_batch(size: int, width: int, rng: np.random.Generator) -> None:
    groups = Groups.of(np.array([0, 1, 1 + size]), size + 4)
    values = rng.lognormal(0.0, 5.0, (size + 4, 3, width))
    sums = groups.sums(values)
    expected = [values[0], values[1 : 1 + size].sum(axis=0), values[1 + size :].sum(axis=0)]
    np.testing.assert_allclose(sums, expected, rtol=1e-12)
    for match in range(width):
        assert np.array_equal(groups.sums(values[..., match : match + 1].copy()), sums[..., match : match + 1])


@pytest.mark.parametrize("axis", [0, 1, 2, -2])
def test_totals_are_alike_alone_and_in_a_batch(axis: int, rng: np.random.Generator) -> None:
    values = rng.lognormal(0.0, 5.0, (20, 9, 17, 6))
    sums = total(values, axis)
    np.testing.assert_allclose(sums, values.sum(axis=axis), rtol=1e-12)
    for match in range(6):
        assert np.array_equal(total(values[..., match : match + 1].copy(), axis), sums[..., match : match + 1])


@pytest.mark.parametrize("size", [1, 2, 7, 30])
def test_groups_in_order_do_not_see_rows_of_zeros(size: int, rng: np.random.Generator) -> None:
    values = rng.lognormal(0.0, 5.0, (2 * size, 3, 5))
    values[rng.random(2 * size) < 0.3] = 0.0
    kept = np.flatnonzero(values[:, 0, 0]) if values[0].any() and values[size].any() else np.arange(2 * size)
    every = Groups.of(np.array([0, size]), 2 * size)
    some = Groups.of(np.searchsorted(kept, [0, size]), len(kept))
    sums = every.in_order(values)
    assert np.array_equal(some.in_order(values[kept]), sums)
    for match in range(5):
        assert np.array_equal(some.in_order(values[kept][..., match : match + 1].copy()), sums[..., match : match + 1])


def test_weighted_sums_are_alike_alone_and_in_a_batch(rng: np.random.Generator) -> None:
    weights = rng.lognormal(0.0, 3.0, (7, 13, 3, 1))
    rows, columns = rng.lognormal(0.0, 5.0, (13, 3, 6)), rng.lognormal(0.0, 5.0, (7, 1, 3, 6))
    by_row, by_column = weigh_rows(weights, rows), weigh_columns(weights, columns)
    np.testing.assert_allclose(by_row, (weights * rows).sum(axis=1), rtol=1e-12)
    np.testing.assert_allclose(by_column, (weights * columns).sum(axis=0), rtol=1e-12)
    for match in range(6):
        one = slice(match, match + 1)
        assert np.array_equal(weigh_rows(weights, rows[..., one].copy()), by_row[..., one])
        assert np.array_equal(weigh_columns(weights, columns[..., one].copy()), by_column[..., one])
