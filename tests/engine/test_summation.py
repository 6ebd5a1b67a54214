"""Sums do not depend, in any bit, on how many matches are summed together."""

from __future__ import annotations

import numpy as np
import pytest

from game.engine.summation import Groups, total


@pytest.mark.parametrize("size", [1, 2, 7, 9, 30])
@pytest.mark.parametrize("width", [2, 5, 64])
def test_groups_sum_alike_alone_and_in_a_batch(size: int, width: int, rng: np.random.Generator) -> None:
    groups = Groups.of(np.array([0, 1, 1 + size]), size + 4)
    values = rng.lognormal(0.0, 5.0, (size + 4, 3, width))
    sums = groups.in_order(values)
    expected = [values[0], values[1 : 1 + size].sum(axis=0), values[1 + size :].sum(axis=0)]
    np.testing.assert_allclose(sums, expected, rtol=1e-12)
    for match in range(width):
        assert np.array_equal(groups.in_order(values[..., match : match + 1].copy()), sums[..., match : match + 1])


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
