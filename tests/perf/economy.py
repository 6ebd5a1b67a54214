"""Speed of the economy of goods and processes by itself, on its example: plain, compiled, in a batch, in threads.

Without numba only the plain figures are there. Wall time, for threads share cores: measure on an idle machine.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import numpy as np

from game.economy.compiled import available
from game.economy.play import play, play_shared
from tests.economy.example import EXAMPLE
from tests.perf.table import Speed

ROUNDS = 7
BATCH = 256
YEARS = 10


def _seconds(batch: int, months: int, run: Callable[[Any, Any, int], None], rounds: int = ROUNDS) -> float:
    """Of the best of several rounds."""
    w = EXAMPLE.world()
    start = np.repeat(EXAMPLE.guess(w), batch)
    best = float("inf")
    for _ in range(rounds):
        states = start.copy()
        before = time.perf_counter()
        run(w, states, months)
        best = min(best, time.perf_counter() - before)
    return best


def _fast(w: Any, states: Any, months: int) -> None:
    play(w, states, months, fast=True)


def _plain(w: Any, states: Any, months: int) -> None:
    play(w, states, months, fast=False)


def _shared(w: Any, states: Any, months: int) -> None:
    play_shared(w, states, months, threads=2)


def one_match() -> Speed:
    return Speed("economy: one match", YEARS / _seconds(1, 12 * YEARS, _fast), "game-years/s", 3500)


def ensemble() -> Speed:
    return Speed("economy: ensemble of 256", BATCH / _seconds(BATCH, 12, _fast), "game-years/s", 8000)


def two_threads() -> Speed:
    return Speed("economy: ensemble of 256, two threads", BATCH / _seconds(BATCH, 12, _shared), "game-years/s", 14000)


def plain_half_year() -> Speed:
    return Speed("economy: half a year, plain", 1e3 * _seconds(1, 6, _plain), "ms", 45, more_is_better=False)


BENCHMARKS = (one_match, ensemble, two_threads, plain_half_year) if available() else (plain_half_year,)
