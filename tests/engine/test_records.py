"""Imports by origin are written out late, and say then what they would have said at once."""

from __future__ import annotations

import numpy as np
import pytest

from game.engine import step
from game.engine.bilateral import RIVAL
from game.engine.events import Events
from game.engine.start import begin
from game.engine.state import State
from tests.engine.random_policy import control, disturb
from tests.small_world import seeds, small_world

WORLD = small_world()


@pytest.fixture
def played(rng: np.random.Generator) -> State:
    state = begin(WORLD, seeds(3))
    disturb(WORLD, state, rng)
    control(WORLD, state, rng)
    _play(state, 2)
    return state


def _play(state: State, months: int) -> None:
    for _ in range(months):
        step.step(WORLD, state, Events(watched=False))


def test_origins_add_up_to_the_imports(played: State) -> None:
    np.testing.assert_allclose(played.flow_origin.sum(axis=0), played.flow_imports, rtol=1e-9, atol=1e-9)
    assert (played.flow_origin[RIVAL] > 0.0).any()


def test_a_copy_remembers_its_own_month(played: State) -> None:
    copy, kept = played.copy(), played.flow_origin.copy()
    _play(played, 3)
    assert np.array_equal(copy.flow_origin, kept)
    assert not np.array_equal(played.flow_origin, kept)


def test_writing_to_a_copy_leaves_the_first_alone(played: State) -> None:
    kept = played.flow_origin.copy()
    played.copy().flow_origin[...] = 0.0
    assert np.array_equal(played.flow_origin, kept)


def test_joined_states_keep_theirs_side_by_side(played: State) -> None:
    earlier = played.copy()
    _play(played, 1)
    both = State.join([earlier, played])
    assert both.batch == 6
    assert np.array_equal(both.bilateral.from_rival, both.flow_origin[RIVAL])
    assert np.array_equal(both.flow_origin[..., :3], earlier.flow_origin)
    assert np.array_equal(both.pick(4).flow_origin, played.flow_origin[..., 1:2])


def test_what_moves_alike_is_one_array(played: State) -> None:
    played.fear[0] = 0.25
    played.year_use = played.year_use + 1.0
    assert (played.mood[0, 0] == 0.25).all()
    assert np.array_equal(played.means[2], played.year_use)
    assert not np.shares_memory(played.copy().means, played.means)
