"""Matches with the program in the empty seats, and whole ensembles of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from game.content.package import Package
from game.doctrines.leader import leaders_of
from game.engine import start, step
from game.engine.events import Events
from game.engine.state import State
from game.session.match import Match
from game.session.resolution import give_all, plans_of, play_months, tell_leaders


def open_match(
    package: Package,
    *,
    seed: int,
    people: Mapping[str, str] | None = None,
    doctrines: Mapping[str, str] | None = None,
    log: Path | None = None,
) -> Match:
    """A new match in which doctrines lead every seat that no person holds. Raises as `Match.start`."""
    return Match.start(package, seed=seed, people=people, doctrines=doctrines, log=log, leaders=leaders_of)


def load_match(path: Path, *, turn: int | None = None, package: Package | None = None) -> Match:
    """Go on with a save, with the same doctrines in the same seats. Raises as `Match.load`."""
    return Match.load(path, turn=turn, package=package, leaders=leaders_of)


def run_batch(
    package: Package,
    seeds: Iterable[int] | NDArray[np.uint64],
    *,
    doctrines: Mapping[str, str] | None = None,
    on_turn: Callable[[int, State], None] | None = None,
    on_month: Callable[[State], None] | None = None,
) -> State:
    """Play all seats by doctrines, one match for each seed, to the end, without a log.

    `on_turn(turn, state)` is called after the months of each turn, before the next incomes, and `on_month(state)` after
    each month. A match of the batch is bit for bit the match of that seed played alone.

    Raises:
        KeyError: for an unknown seat or doctrine.
    """
    world = package.world
    state = start.begin(world, np.array([*seeds], dtype=np.uint64))
    lead = leaders_of(package, state.batch)
    chosen = {**package.seat_doctrines, **(doctrines or {})}
    leaders = {_seat(package, seat): lead(doctrine, seat) for seat, doctrine in chosen.items()}
    events = Events(watched=False)
    for turn in range(world.calendar.turns):
        step.begin_turn(world, state, events)
        outcomes = give_all(world, state, plans_of(leaders, world, state, turn), events)
        tell_leaders(leaders, outcomes, turn)
        play_months(world, state, events, on_month)
        if on_turn is not None:
            on_turn(turn, state)
    return state


def _seat(package: Package, seat: str) -> int:
    """Position of a seat.

    Raises:
        KeyError: when `seat` is none.
    """
    position = package.world.names.index("nations", seat)
    if position >= package.world.seats:
        raise KeyError(f"{seat!r} is a nation, but not a seat")
    return position
