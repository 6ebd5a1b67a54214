"""What is written of sites and research, and lost by sectors, match by match: held against arrays that say the same."""

from __future__ import annotations

import numpy as np
import pytest

from game.engine import lost, step, works
from game.engine.books import Books, opened
from game.engine.events import Events
from game.engine.loops import one_by_one, plain
from game.engine.lost import Lost, lose
from game.engine.start import begin
from game.engine.state import NOT_BUILT, OPERATING, State
from game.engine.works import MOST_SAVED, Known, Works, known_of, works_of
from tests.engine.random_policy import disturb
from tests.small_world import builders_world, seeds

WORLD = builders_world()
HOST = WORLD.sites.host


@pytest.fixture
def state(rng: np.random.Generator) -> State:
    state = begin(WORLD, seeds(3))
    disturb(WORLD, state, rng)
    step.step(WORLD, state, Events(watched=False))
    state.readiness[...] = np.minimum(state.readiness + rng.uniform(0.0, 4.0, state.readiness.shape), 9.0)
    return state


def _risen(state: State, gain: np.ndarray) -> np.ndarray:
    """(N, B) what the levels risen since the start are worth."""
    worth: np.ndarray = ((state.readiness - WORLD.research.readiness[..., None]) * gain[:, None]).sum(axis=1)
    return worth


def test_what_sites_can_run(state: State, rng: np.random.Generator) -> None:
    factor = rng.uniform(0.0, 1.0, state.site_status.shape)
    dated = (state.site_status == NOT_BUILT) & (state.held("capacity", "S") > 0.0)
    runs = dated | (state.site_status == OPERATING)
    line, level = WORLD.sites.needs_line, WORLD.sites.needs_level[:, None]
    runs &= (line < 0)[:, None] | (state.readiness[HOST, line] >= level)
    sites, known = Works(*plain(*works_of(WORLD, state, factor))), Known(*plain(*known_of(WORLD, state)))
    for w, s, m, b in one_by_one(WORLD, state):
        works.work(w, s, m, sites, known, b)
    assert (state.held("hindered", "S") == 1.0 - runs * factor).all()
    assert (state.held("floor", "S") == state.site_floor * works.made_of_run(WORLD)[:, None]).all()
    assert (state.site_status[dated] == OPERATING).all()


def test_what_research_has_come_to(state: State) -> None:
    research, before = WORLD.research, state.held("thrift_known", "N").copy()
    known = Known(*plain(*known_of(WORLD, state)))
    for w, s, _, b in one_by_one(WORLD, state):
        works.teach(w, s, known, b)
    thrift = np.maximum(before, _risen(state, research.thrift_gain))
    assert state.held("thrift_known", "N") == pytest.approx(thrift)
    assert state.held("collecting", "N") == pytest.approx(_risen(state, research.recycling_gain))
    saved = np.minimum(_risen(state, research.separation_gain), MOST_SAVED)[HOST] * WORLD.sites.treats[:, None]
    assert state.held("burden", "S") == pytest.approx(-saved)


@pytest.mark.parametrize("exporting", [True, False])
def test_what_sectors_lose(state: State, rng: np.random.Generator, exporting: bool) -> None:
    gone = rng.uniform(0.0, 0.5, state.flow_lost_output.shape) if exporting else None
    losing, books = lost.opened(WORLD, state, gone), opened(WORLD, state)
    books.loss[...] = 0.0
    known = Known(*plain(*known_of(WORLD, state)))
    for w, _, m, b in one_by_one(WORLD, state):
        lose(w, m, known, Lost(*plain(*losing)), Books(*plain(*books)), b)
    replaced, share = _risen(state, WORLD.research.market_loss), state.handed("lost", "NJ") * losing.hanging[..., None]
    share[:, lost.LEADING] = np.minimum(share[:, lost.LEADING] + replaced, 1.0)
    if gone is not None:
        share = share * (1.0 - gone) + gone
    assert state.flow_lost_output == pytest.approx(share)
    assert books.loss == pytest.approx(replaced * losing.output[:, None])
