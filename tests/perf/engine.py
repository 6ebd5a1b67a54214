"""Speed of the bare engine on the small world: one match, and an ensemble of 256.

Times are of this process alone (`time.process_time`), the best of several rounds: a busy machine disturbs them little.
"""

from __future__ import annotations

import time

from game.engine import step
from game.engine.events import Events
from game.engine.start import begin
from tests.perf.calls import numpy_calls
from tests.perf.table import Speed
from tests.small_world import seeds, small_world

MONTHS = 60
ROUNDS = 5


def _seconds_a_month(batch: int, *, watched: bool) -> float:
    world = small_world()
    best = float("inf")
    for _ in range(ROUNDS):
        state, events = begin(world, seeds(batch)), Events(watched=watched)
        before = time.process_time()
        for _ in range(MONTHS):
            step.step(world, state, events)
        best = min(best, (time.process_time() - before) / MONTHS)
    return best


def one_match() -> Speed:
    return Speed("one match, with events", 1.0 / 12.0 / _seconds_a_month(1, watched=True), "game-years/s", 400)


def ensemble() -> Speed:
    speed = 256 / 12.0 / _seconds_a_month(256, watched=False)
    return Speed("ensemble of 256", speed, "game-years/s", 7500)


def calls() -> Speed:
    return Speed("numpy calls a month, mean of a match", calls_a_month(), "calls", 250, more_is_better=False)


def calls_a_month() -> float:
    """Mean number of numpy calls in a month of a match with a crisis in it."""
    world = small_world()
    state = begin(world, seeds(1))
    events = Events(watched=False)
    counted = 0
    for _ in range(MONTHS):
        counted += sum(numpy_calls(state, lambda: step.step(world, state, events)).values())
    return counted / MONTHS


BENCHMARKS = (one_match, ensemble, calls)
