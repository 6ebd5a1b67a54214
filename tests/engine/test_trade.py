"""The open market leaves no buyer short beside a full yard."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from game.engine import step
from game.engine.events import Events
from game.engine.month import Month
from game.engine.phases import contracts, trade
from game.engine.start import begin
from game.engine.world import World
from tests.engine.random_policy import control, disturb
from tests.small_world import seeds, small_world

WORLD = small_world()
ENOUGH = 1e-3
"""t/month below which nobody would send a ship."""


def _until_the_open_market(world: World, rng: np.random.Generator, *, controls: bool) -> tuple[Month, np.ndarray]:
    """The month after trade, and what was sent under contracts before the open market."""
    state = begin(world, seeds(3, int(rng.integers(1, 10**6))))
    disturb(world, state, rng)
    month = Month(state, Events(watched=False))
    for phase in step.PHASES[: step.PHASES.index(trade.advance)]:
        phase(world, state, month)
    if controls:
        control(world, state, rng)
    trade._balance(world, state, month)
    contracts.deliver_promised(world, state, month)
    contracts.deliver_shared(world, month)
    trade._offer(world, state, month)
    contracts.deliver_preferred(world, month)
    promised = month.sent.copy()
    trade._open_market(world, state, month)
    return month, promised


@given(st.integers(0, 2**32 - 1))
def test_what_one_seller_cannot_fill_goes_to_the_others(seed: int) -> None:
    month, promised = _until_the_open_market(WORLD, np.random.default_rng(seed), controls=True)
    left = month.offer - (month.sent - promised)
    outside = np.delete(left, WORLD.rival, axis=0).sum(axis=0)
    lacking = month.unfilled.sum(axis=0)
    assert not ((outside > ENOUGH) & (lacking > ENOUGH)).any()


@given(st.integers(0, 2**32 - 1))
def test_without_controls_every_yard_is_open(seed: int) -> None:
    free = small_world(rival_rules={"chance": np.zeros(2), "base_quota": np.full((60, 2, 3), np.inf)})
    month, promised = _until_the_open_market(free, np.random.default_rng(seed), controls=False)
    left = (month.offer - (month.sent - promised)).sum(axis=0)
    lacking = month.unfilled.sum(axis=0)
    assert not ((left > ENOUGH) & (lacking > ENOUGH)).any()


@given(st.integers(0, 2**32 - 1))
def test_nobody_sells_more_than_is_offered_or_gets_more_than_is_needed(seed: int) -> None:
    month, promised = _until_the_open_market(WORLD, np.random.default_rng(seed), controls=True)
    assert (month.sent - promised <= month.offer * (1.0 + 1e-9) + 1e-9).all()
    assert (month.unfilled >= 0.0).all()
    assert (month.unfilled <= month.import_need + 1e-9).all()
