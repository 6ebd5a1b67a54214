"""How long a turn takes a person: orders, months, log line, snapshot and disk; and how long their screen waits."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from game.content.package import Package
from game.doctrines import load_match, open_match
from game.engine import step
from game.engine.events import Events
from game.engine.state import State
from game.engine.world import World
from game.session.match import Match


def turn_with_log(package: Package, runs: int = 5) -> float:
    """Milliseconds of one turn with log and snapshot, forced to disk: the median over whole matches."""
    with tempfile.TemporaryDirectory() as folder:
        return statistics.median(
            spent for run in range(runs) for spent in _turns(package, Path(folder) / f"{run}.chokepoint")
        )


def turn_without_months(package: Package, runs: int = 5) -> float:
    """Milliseconds of such a turn that the session itself takes: all but the months of the engine."""
    spent = 0.0
    real = step.step

    def timed(world: World, state: State, events: Events) -> None:
        nonlocal spent
        began = time.perf_counter()
        real(world, state, events)
        spent += time.perf_counter() - began

    step.step = timed
    try:
        with tempfile.TemporaryDirectory() as folder:
            whole = sum(sum(_turns(package, Path(folder) / f"{run}.chokepoint")) for run in range(runs))
    finally:
        step.step = real
    return (whole - 1e3 * spent) / (runs * package.world.calendar.turns)


def _turns(package: Package, log: Path) -> list[float]:
    match = open_match(package, seed=1, log=log)
    spent = []
    while not match.finished:
        began = time.perf_counter()
        match.resolve()
        spent.append(1e3 * (time.perf_counter() - began))
    return spent


def view(package: Package, runs: int = 20) -> float:
    """Milliseconds to build the default seat's view half way through a match."""
    seat = package.default_seat
    match = open_match(package, seed=1, people={seat: "Ada"})
    _half_way(match)
    return _median(lambda: match.view(seat), runs)


def load(package: Package, runs: int = 5) -> float:
    """Milliseconds to load a match half way, rule set already read."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "log.chokepoint"
        _half_way(open_match(package, seed=1, people={package.default_seat: "Ada"}, log=path))
        return _median(lambda: load_match(path, package=package), runs)


def _half_way(match: Match) -> None:
    while match.turn < match.world.calendar.turns // 2:
        for seat in match.people:
            match.seal(seat)
        match.resolve()


def _median(work: Callable[[], object], runs: int) -> float:
    spent = []
    for _ in range(runs):
        began = time.perf_counter()
        work()
        spent.append(1e3 * (time.perf_counter() - began))
    return statistics.median(spent)
