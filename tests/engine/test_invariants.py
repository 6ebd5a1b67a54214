"""No good is created or lost, whatever the policies, the controls and the chance."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine import invariants, step
from game.engine.events import Events
from game.engine.start import begin
from game.engine.state import State
from tests.engine.random_policy import control, disturb
from tests.engine.unexplained import unexplained
from tests.small_sections import LIGHT
from tests.small_world import RIVAL, builders_world, seeds, small_world

WORLD = small_world()
BUILDERS = builders_world()


@given(st.integers(0, 2**32 - 1), st.booleans())
def test_every_month_keeps_the_invariants(seed: int, builders: bool) -> None:
    world = BUILDERS if builders else WORLD
    rng = np.random.default_rng(seed)
    state = begin(world, rng.integers(0, 2**63, 3).astype(np.uint64))
    for _ in range(4):
        disturb(world, state, rng)
        for _ in range(3):
            control(world, state, rng)
            before, events = state.copy(), Events(watched=True)
            step.step(world, state, events)
            invariants.check(before, state)
            assert unexplained(before, state, events.terms.take()) == {}


def test_a_whole_match_keeps_the_invariants() -> None:
    state = begin(WORLD, seeds(4))
    for month in range(WORLD.calendar.months):
        if month % WORLD.calendar.turn_months == 0:
            step.begin_turn(WORLD, state, Events(watched=False))
        before = state.copy()
        step.step(WORLD, state, Events(watched=False))
        invariants.check(before, state)


def _after_a_month() -> tuple[State, State]:
    state = begin(WORLD, seeds(1))
    before = state.copy()
    step.step(WORLD, state, Events(watched=False))
    return before, state


def test_a_lost_tonne_is_found() -> None:
    before, after = _after_a_month()
    after.stock[0, LIGHT] += 1.0
    with pytest.raises(invariants.InvariantBroken, match=r"goods.*\(1, 0\)"):
        invariants.check(before, after)


def test_an_import_that_nobody_exported_is_found() -> None:
    before, after = _after_a_month()
    after.flow_imports[1, LIGHT] += 1.0
    with pytest.raises(invariants.InvariantBroken, match="imports"):
        invariants.check(before, after)


@pytest.mark.parametrize(("field", "value", "what"), [("fear", 1.5, "more than 1"), ("reserve", -1.0, "negative")])
def test_a_value_out_of_bounds_is_found(field: str, value: float, what: str) -> None:
    before, after = _after_a_month()
    getattr(after, field)[RIVAL] = value
    with pytest.raises(invariants.InvariantBroken, match=f"{field}: {what}"):
        invariants.check(before, after)
