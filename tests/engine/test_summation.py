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
