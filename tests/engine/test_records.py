"""What is read from the records of the economy: views that follow them, and what is worked out of their figures."""

from __future__ import annotations

import numpy as np
import pytest

from game.engine import step
from game.engine.events import Events
from game.engine.start import begin
from game.engine.state import State
from game.engine.supply_view import READ
from tests.engine.random_policy import control, disturb
from tests.orders.table import ARDEN, RIVAL
from tests.small_sections import LIGHT
from tests.small_world import seeds, small_world

WORLD = small_world()
AT_HOME = {0: [2], 1: [0], 2: [3], 3: [4], 4: [1, 5]}
"""Origins and their members."""


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


def test_what_comes_from_other_origins_is_imported(played: State) -> None:
    abroad = played.flow_origin.copy()
    for origin, members in AT_HOME.items():
        abroad[origin, members] = 0.0
    np.testing.assert_allclose(abroad.sum(axis=0), played.flow_imports, rtol=1e-9, atol=1e-9)
    assert (abroad[0] > 0.0).any()


def test_a_match_begins_with_the_books_of_a_month_at_rest() -> None:
    state = begin(WORLD, seeds(2))
    assert (state.year_imports == state.flow_imports).all()
    assert state.year_imports[ARDEN, LIGHT, 0] > 0.5 * state.year_use[ARDEN, LIGHT, 0] > 0.0
    assert state.year_output[RIVAL, LIGHT, 0] == pytest.approx(state.site_output[3, LIGHT, 0])
    before = state.means.copy()
    _play(state, 3)
    assert state.means == pytest.approx(before, rel=0.1, abs=1.0)


def test_writing_to_what_is_held_writes_to_the_match(played: State) -> None:
    played.held("stock", "NG")[ARDEN, LIGHT] = 7.0
    assert (played.supply["stock"][:, ARDEN, LIGHT] == 7.0).all()
    assert (played.stock[ARDEN, LIGHT] == 7.0).all()


@pytest.mark.parametrize("name", READ)
def test_a_reading_has_the_axes_that_it_says(played: State, name: str) -> None:
    field = READ[name].field
    lengths = {"N": 6, "G": 5, "Z": 3, "X": 5, "S": 8}
    assert getattr(played, name).shape == (*(lengths[axis] for axis in field.axes), 3)


def test_a_copy_remembers_its_own_month(played: State) -> None:
    copy, kept = played.copy(), played.flow_origin.copy()
    _play(played, 3)
    assert np.array_equal(copy.flow_origin, kept)
    assert not np.array_equal(played.flow_origin, kept)
    copy.held("stock", "NG")[...] = 0.0
    assert played.stock.any()


def test_joined_states_keep_theirs_side_by_side(played: State) -> None:
    earlier = played.copy()
    _play(played, 1)
    both = State.join([earlier, played])
    assert both.batch == 6
    assert np.array_equal(both.flow_origin[..., :3], earlier.flow_origin)
    assert np.array_equal(both.pick(4).flow_origin, played.flow_origin[..., 1:2])


def test_one_match_spreads_into_many_of_its_kind(played: State) -> None:
    wide = played.pick(1).spread(seeds(5, 40))
    assert (wide.price == played.price[..., 1:2]).all()
    assert wide.supply["seed"][:, 0].tolist() == [40, 41, 42, 43, 44]
    _play(wide, 3)
    assert len(np.unique(wide.held("noise", "N")[ARDEN])) == 5


def test_what_moves_alike_is_one_array(played: State) -> None:
    played.year_use = played.year_use + 1.0
    assert np.array_equal(played.means[2], played.year_use)
    assert not np.shares_memory(played.copy().means, played.means)
