"""Speed of whole matches with the shipped rule set: doctrines, turns with log and snapshot, views, loading."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

from game.content import list_scenarios, load
from game.content.package import Package
from game.doctrines import load_match, open_match, run_batch
from game.economy import machine
from game.engine import step
from game.engine.events import Events
from game.engine.start import begin
from game.session.match import Match
from tests.perf.calls import numpy_calls
from tests.perf.table import Speed
from tests.small_world import seeds

RUNS = 5


@cache
def _package() -> Package:
    """The first scenario, with machine code at hand: what starts without is measured by `frames`."""
    machine.wait()
    return load(list_scenarios(own=False)[0].id)


def turn() -> Speed:
    """From the last seal to the next turn, on the clock of the wall: orders, months, events, log line, disk."""
    with tempfile.TemporaryDirectory() as folder:
        rounds = [statistics.median(_turns(Path(folder) / f"{run}.chokepoint")) for run in range(RUNS)]
    return Speed("turn with log and snapshot, scenario", min(rounds), "ms", 5, more_is_better=False)


def _turns(log: Path) -> list[float]:
    match = open_match(_package(), seed=1, log=log)
    spent = []
    while not match.finished:
        began = time.perf_counter()
        match.resolve()
        spent.append(1e3 * (time.perf_counter() - began))
    return spent


def view() -> Speed:
    """The view of the default seat half way through a match."""
    match = open_match(_package(), seed=1, people={_package().default_seat: "Ada"})
    _half_way(match)
    spent = _best(lambda: match.view(_package().default_seat), rounds=20)
    return Speed("view of one seat, scenario", spent, "ms", 8, more_is_better=False)


def redrawn() -> Speed:
    """The same view of that turn, drawn anew after an order."""
    seat = _package().default_seat
    match = open_match(_package(), seed=1, people={seat: "Ada"})
    _half_way(match)
    view = match.view(seat)
    match.add(seat, {"kind": "set_posture", "posture": "engage"})
    spent = _best(lambda: match.redrawn(seat, view), rounds=20)
    return Speed("view after an order, scenario", spent, "ms", 5, more_is_better=False)


def loading() -> Speed:
    """A save half way through a match, its rule set already read."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "log.chokepoint"
        _half_way(open_match(_package(), seed=1, log=path))
        spent = _best(lambda: load_match(path, package=_package()), rounds=RUNS)
    return Speed("loading a save, scenario", spent, "ms", 100, more_is_better=False)


def _half_way(match: Match) -> None:
    while match.turn < match.control.world.calendar.turns // 2:
        for seat in match.people:
            match.seal(seat)
        match.resolve()


def _best(work: Callable[[], object], rounds: int) -> float:
    """Milliseconds of processor time, the least of several rounds."""
    spent = []
    for _ in range(rounds):
        began = time.process_time()
        work()
        spent.append(1e3 * (time.process_time() - began))
    return min(spent)


def one_match() -> Speed:
    return Speed("one match by doctrines, scenario", _years_a_second(1), "game-years/s", 400)


def ensemble() -> Speed:
    return Speed("ensemble of 256 by doctrines, scenario", _years_a_second(256), "game-years/s", 7500)


def _years_a_second(batch: int) -> float:
    years = _package().world.calendar.months / 12.0
    return 1e3 * batch * years / _best(lambda: run_batch(_package(), seeds(batch)), rounds=3)


def calls() -> Speed:
    return Speed("numpy calls a month, scenario", calls_a_month(), "calls", 250, more_is_better=False)


def calls_a_month() -> float:
    """Mean number of numpy calls in a month of the scenario when no seat orders anything."""
    world = _package().world
    state, events = begin(world, seeds(1)), Events(watched=False)
    counted = 0
    for _ in range(world.calendar.months):
        counted += sum(numpy_calls(state, lambda: step.step(world, state, events)).values())
    return counted / world.calendar.months


BENCHMARKS = (one_match, ensemble, calls, turn, view, redrawn, loading)
