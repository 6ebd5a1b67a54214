"""What an intervention would do, before it is done: the match played on with and without it, by the doctrines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.content.package import Package
from game.economy import machine
from game.engine import chance, scoring, step
from game.engine.events import Events
from game.engine.interventions import act
from game.engine.messages import Message
from game.engine.metrics import METRICS
from game.engine.state import State
from game.engine.world import World
from game.session.batch import MANY, BatchLeaders
from game.session.intervening import Intervening
from game.session.interventions import INJECT, checked
from game.session.keys import Key, keys_of, label
from game.session.readings import Readings
from game.session.resolution import give_all, plans_of, play_months, tell_leaders

Array = NDArray[np.float64]
BAND = (10.0, 50.0, 90.0)
"""Percentiles: low, median, high."""
SCORE = "score"
"""Key of the points of a seat."""


@dataclass(frozen=True)
class Band:
    """A figure over many futures: four of five lie from `low` to `high`."""

    median: float
    low: float
    high: float


@dataclass(frozen=True)
class Ahead:
    """A figure at the end of the months that were looked at, without and with the intervention, same dice in both."""

    key: Key
    """Metric and arguments; ``score`` and a seat for its points."""
    figure: Message | None
    """What it is called; None for the points of a seat."""
    unit: str
    without: Band
    with_: Band
    moved: Band
    """With less without, future by future."""


def look_ahead(
    match: Intervening,
    effect: str,
    seat: str | None = None,
    *,
    leaders: BatchLeaders,
    turns: int = 2,
    runs: int = 64,
) -> tuple[Ahead, ...]:
    """The figures of `seat` (of all seats when None) after so many turns, or at the end of the match, in `runs`
    futures without the effect and in the same with it. The match is left as it is, drafts are left out, and the dice
    are imagined ones that tell nothing of what will be drawn.

    Seats whose doctrine tries orders ahead are led by one that goes by its rules alone: a look must not take minutes.

    Raises:
        InterventionError: where the effect cannot be done now.
        KeyError: for a seat that there is not.
    """
    package, state = match.control.package, match.control.state
    world = package.world
    if seat is not None and seat not in match.seats:
        raise KeyError(f"no seat is called {seat!r}; there are {', '.join(match.seats)}")
    match.require_doable(effect)
    dice = chance.uniform(state.seeds, "look_ahead", state.month, runs)[:, 0]
    many = state.spread(np.tile((dice * 2.0**53).astype(np.uint64), 2))
    if many.batch >= MANY:
        machine.wait()
    changed, events = np.arange(many.batch) >= runs, Events(watched=False)
    for stroke in checked(package, effect).strokes:
        act(world, many, stroke, changed, events, INJECT)
    _play(package, many, turns, leaders)
    return _rows(world, many, match.seats if seat is None else (seat,), runs)


def _play(package: Package, state: State, turns: int, leaders: BatchLeaders) -> None:
    world, events, lead = package.world, Events(watched=False), leaders(package, state.batch)
    leading = {world.names.index("nations", seat): lead(key, seat) for seat, key in _quick(package).items()}
    first = state.month // world.calendar.turn_months
    for turn in range(first, min(first + turns, world.calendar.turns)):
        if turn > first:
            step.begin_turn(world, state, events)
        tell_leaders(leading, give_all(world, state, plans_of(leading, world, state, turn), events), turn)
        play_months(world, state, events)


def _quick(package: Package) -> dict[str, str]:
    """Seat to a doctrine that goes by its rules: its usual one where that does, else the first that does."""
    found = {}
    for seat, usual in package.seat_doctrines.items():
        for doctrine in (usual, *package.doctrine_names):
            if package.bind_doctrine(doctrine, seat).ahead is None:
                found[seat] = doctrine
                break
    return found


def _rows(world: World, state: State, seats: Sequence[str], runs: int) -> tuple[Ahead, ...]:
    entries = [entry for entry in METRICS.values() if entry.great]
    keys = list(dict.fromkeys(key for entry in entries for key in keys_of(world, entry, list(seats))))
    values = Readings(world, keys).of(state)
    totals = scoring.total(world, state)
    points = [_row((SCORE, seat), None, "points", totals[world.names.index("nations", seat)], runs) for seat in seats]
    return (
        *points,
        *(_row(key, label(key), METRICS[key[0]].unit, row, runs) for key, row in zip(keys, values, strict=True)),
    )


def _row(key: Key, figure: Message | None, unit: str, values: Array, runs: int) -> Ahead:
    without, with_ = values[:runs], values[runs:]
    return Ahead(key, figure, unit, _band(without), _band(with_), _band(with_ - without))


def _band(values: Array) -> Band:
    low, median, high = (
        np.percentile(values[np.isfinite(values)], BAND).tolist() if np.isfinite(values).any() else [np.inf] * 3
    )
    return Band(median, low, high)
