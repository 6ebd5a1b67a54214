"""Draws: named, keyed by seed and month, the same alone and in a batch."""

from __future__ import annotations

import numpy as np
import pytest

from game.engine import chance
from tests.small_world import seeds


def test_uniform_fills_the_interval_evenly() -> None:
    drawn = chance.uniform(seeds(2000), "rain", 3, 20)
    assert drawn.shape == (20, 2000)
    assert drawn.min() >= 0.0
    assert drawn.max() < 1.0
    counts = np.histogram(drawn, bins=20, range=(0.0, 1.0))[0] / drawn.size
    assert counts == pytest.approx(np.full(20, 0.05), abs=0.004)


def test_a_match_draws_the_same_alone_and_in_a_batch() -> None:
    together = chance.uniform(seeds(256), "rain", 3, 5)
    for match in (0, 100, 255):
        assert (chance.uniform(seeds(1, first=match + 1), "rain", 3, 5)[:, 0] == together[:, match]).all()


def test_more_draws_leave_the_first_as_they_were() -> None:
    assert (chance.uniform(seeds(4), "rain", 3, 50)[:5] == chance.uniform(seeds(4), "rain", 3, 5)).all()


@pytest.mark.parametrize(("stream", "month"), [("snow", 3), ("rain", 4)])
def test_streams_and_months_are_independent(stream: str, month: int) -> None:
    one = chance.uniform(seeds(1), "rain", 3, 4000)[:, 0]
    other = chance.uniform(seeds(1), stream, month, 4000)[:, 0]
    assert abs(np.corrcoef(one, other)[0, 1]) < 0.05


def test_neighbouring_seeds_are_independent() -> None:
    drawn = chance.uniform(seeds(2), "rain", 3, 4000)
    assert abs(np.corrcoef(drawn[:, 0], drawn[:, 1])[0, 1]) < 0.05


def test_draws_made_a_year_at_a_time_belong_to_match_and_month() -> None:
    together = [chance.uniform_of_year(seeds(64), "rain", month, 3) for month in range(30)]
    assert len(np.unique(together)) == 30 * 3 * 64
    for month in (0, 11, 12, 29):
        for match in (0, 63):
            alone = chance.uniform_of_year(seeds(1, first=match + 1), "rain", month, 3)
            assert (alone[:, 0] == together[month][:, match]).all()


def test_normal_has_mean_0_and_deviation_1() -> None:
    drawn = chance.normal(seeds(2000), "wind", 0, 10)
    assert drawn.mean() == pytest.approx(0.0, abs=0.03)
    assert drawn.std() == pytest.approx(1.0, abs=0.03)
    assert np.isfinite(drawn).all()


def test_triangular_keeps_its_bounds_and_mean() -> None:
    low, mode, high = np.array([4.0, 1.0, 2.0]), np.array([6.0, 1.0, 5.0]), np.array([16.0, 1.0, 5.0])
    uniform = chance.uniform(seeds(4000), "build", 0, 3)
    drawn = chance.to_triangular(uniform, low[:, None], mode[:, None], high[:, None])
    for row in range(3):
        assert drawn[row].min() >= low[row]
        assert drawn[row].max() <= high[row]
    assert drawn.mean(axis=1) == pytest.approx((low + mode + high) / 3.0, abs=0.1)


def test_draws_never_change_with_the_version_of_anything() -> None:
    drawn = chance.uniform(np.array([42], dtype=np.uint64), "rival", 7, 3)[:, 0]
    assert drawn.tolist() == [0.7264629484030758, 0.2350235295001244, 0.439626051365267]
