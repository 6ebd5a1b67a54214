"""Whole ensembles: all seats led by programs, one match for each seed, without a log."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from game.content.package import Package
from game.economy import machine
from game.engine import start, step
from game.engine.events import Events
from game.engine.state import State
from game.session.records import Leader
from game.session.resolution import give_all, plans_of, play_months, tell_leaders

MANY = 16
"""Matches from which it pays to wait for machine code, where it has still to be made."""


class BatchLeaders(Protocol):
    """A package and a number of matches to their factory of leaders: ``(doctrine id, seat id)`` to a leader."""

    def __call__(self, package: Package, batch: int = 1) -> Callable[[str, str], Leader]: ...


def play_batch(
    package: Package,
    seeds: Iterable[int] | NDArray[np.uint64],
    *,
    leaders: BatchLeaders,
    doctrines: Mapping[str, str] | None = None,
    on_turn: Callable[[int, State], None] | None = None,
    on_month: Callable[[State], None] | None = None,
    turns: int | None = None,
) -> State:
    """Play all seats by `leaders`, one match for each seed, to the end or for so many turns, without a log.

    `on_turn(turn, state)` is called after the months of each turn, before the next incomes, and `on_month(state)` after
    each month. A match of the batch is bit for bit the match of that seed played alone.

    Raises:
        KeyError: for an unknown seat or doctrine.
    """
    world = package.world
    state = start.begin(world, np.array([*seeds], dtype=np.uint64))
    if state.batch >= MANY:
        machine.wait()
    lead = leaders(package, state.batch)
    chosen = {**package.seat_doctrines, **(doctrines or {})}
    leading = {_seat(package, seat): lead(doctrine, seat) for seat, doctrine in chosen.items()}
    events = Events(watched=False)
    for turn in range(world.calendar.turns if turns is None else turns):
        step.begin_turn(world, state, events)
        outcomes = give_all(world, state, plans_of(leading, world, state, turn), events)
        tell_leaders(leading, outcomes, turn)
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
