"""One match of the core beside the same month in Mesa and in PySD: game-years a second, and how far the core is ahead.

``python -m tests.perf --peers``, with the libraries of the extra ``peers`` installed. First `checks.py` sees that the
peers' figures are right. Then all play in turns; times are of this process alone (`time.process_time`), the best of
several rounds. What is made once is not counted: machine code, agents, PySD's translation.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cache, partial
from importlib.util import find_spec
from types import MappingProxyType

import numpy as np

from game.economy.compiled import available
from game.economy.play import play
from tests.economy.example import EXAMPLE
from tests.perf.table import Speed

ROUNDS = 5
AHEAD = 50.0
"""Times a peer's speed that one compiled match should reach."""
LIBRARIES = MappingProxyType({"mesa": "Mesa", "pysd": "PySD"})
YEARS = MappingProxyType({"compiled": 40, "plain": 1, "mesa": 4, "pysd": 1, "flat": 10})
"""Game-years in a round: none so short that the clock's grain shows; a run of PySD costs some 0.1 s besides."""


def missing() -> str | None:
    """What to install, in one sentence; None where all is there."""
    lacking = [name for module, name in LIBRARIES.items() if find_spec(module) is None]
    if not lacking:
        return None
    return f"{' and '.join(lacking)} must be installed for this: python -m pip install -e '.[peers]'"


@cache
def years_a_second() -> dict[str, float]:
    """Game-years a second of each, after its figures were checked."""
    from tests.perf.peers.checks import check_mesa, check_pysd

    check_mesa(fast=available())
    check_pysd()
    players = _players()
    best = dict.fromkeys(players, float("inf"))
    for _ in range(ROUNDS):
        for name, begin in players.items():
            run = begin()
            before = time.process_time()
            run()
            best[name] = min(best[name], time.process_time() - before)
    return {name: YEARS[name] / seconds for name, seconds in best.items()}


def _players() -> dict[str, Callable[[], Callable[[], object]]]:
    """For each, what makes a fresh match ready and returns what plays it."""
    from tests.perf.peers.mesa_month import Month
    from tests.perf.peers.pysd_flows import played

    w = EXAMPLE.world()

    def core(name: str, *, fast: bool) -> Callable[[], object]:
        states = np.repeat(EXAMPLE.guess(w), 1)
        return partial(play, w, states, 12 * YEARS[name], fast=fast)

    players: dict[str, Callable[[], Callable[[], object]]] = {
        "plain": lambda: core("plain", fast=False),
        "mesa": lambda: partial(Month(w, EXAMPLE.guess(w)[0]).play, 12 * YEARS["mesa"]),
        "pysd": lambda: partial(played, 12 * YEARS["pysd"]),
        "flat": lambda: partial(played, 12 * YEARS["flat"], flat=True),
    }
    return {"compiled": lambda: core("compiled", fast=True)} | players if available() else players


def compiled() -> Speed:
    return _speed("peers: one match, Chokepoint compiled", "compiled")


def plain() -> Speed:
    return _speed("peers: one match, Chokepoint plain", "plain")


def mesa() -> Speed:
    return _speed("peers: one match, Mesa", "mesa")


def pysd() -> Speed:
    return _speed("peers: stocks and flows, PySD", "pysd")


def pysd_flat() -> Speed:
    return _speed("peers: the same without subscripts", "flat")


def plain_over_mesa() -> Speed:
    return _ahead("peers: plain over Mesa", "plain", "mesa", None)


def plain_over_pysd() -> Speed:
    return _ahead("peers: plain over PySD, the faster form", "plain", "flat", None)


def compiled_over_mesa() -> Speed:
    return _ahead("peers: compiled over Mesa", "compiled", "mesa", AHEAD)


def compiled_over_pysd() -> Speed:
    return _ahead("peers: compiled over PySD", "compiled", "pysd", AHEAD)


def compiled_over_flat() -> Speed:
    return _ahead("peers: compiled over PySD, no subscripts", "compiled", "flat", AHEAD)


def _speed(label: str, name: str) -> Speed:
    return Speed(label, years_a_second()[name], "game-years/s", None)


def _ahead(label: str, ours: str, theirs: str, aim: float | None) -> Speed:
    speeds = years_a_second()
    return Speed(label, speeds[ours] / speeds[theirs], "times", aim)


_PLAIN = (plain, mesa, pysd, pysd_flat, plain_over_mesa, plain_over_pysd)
BENCHMARKS = (compiled, *_PLAIN, compiled_over_mesa, compiled_over_pysd, compiled_over_flat) if available() else _PLAIN
