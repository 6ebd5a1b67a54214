"""Seeds of ensembles: no two share a match, and each can be typed, kept as JSON, and played alone."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as some

from game.lab.runs.seeds import BITS, MOST, Draws

SMALL = 2**33
"""Seeds below this keep apart for certain."""


def test_neighbours_share_no_match() -> None:
    seen = [seed for first in range(40) for seed in Draws(first, 500).seeds]
    assert len(set(seen)) == len(seen)


@given(some.tuples(*[some.integers(0, SMALL - 1)] * 2).filter(lambda pair: pair[0] != pair[1]), some.integers(1, 300))
def test_no_two_seeds_share_a_match(pair: tuple[int, int], count: int) -> None:
    one, other = (Draws(seed, count).seeds for seed in pair)
    assert not {*one} & {*other}


@given(some.integers(0, 2**63 - 1), some.integers(1, 300))
def test_a_seed_of_a_match_is_a_seed_that_can_be_given(seed: int, count: int) -> None:
    seeds = Draws(seed, count).seeds
    assert len(set(seeds)) == count
    assert all(0 <= one < 2**BITS == 2**53 for one in seeds)
    assert all(json.loads(json.dumps(float(one))) == one for one in seeds)


def test_more_draws_begin_as_fewer() -> None:
    assert Draws(3, 64).seeds[:8] == Draws(3, 8).seeds


def test_great_seeds_keep_apart_too() -> None:
    greats = [SMALL + 1, SMALL + 2, 2**62, 2**63 - 1]
    seen = [seed for great in greats for seed in Draws(great, 50).seeds]
    assert len(set(seen)) == len(seen)


@pytest.mark.parametrize(("seed", "count"), [(1, 0), (-1, 5), (1, MOST + 1)])
def test_draws_are_matches_of_a_seed(seed: int, count: int) -> None:
    with pytest.raises(ValueError, match="draws are 1 to"):
        Draws(seed, count)
