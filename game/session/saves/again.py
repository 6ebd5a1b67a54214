"""A log played again from its orders, turn by turn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np

from game import orders
from game.engine import start, step
from game.engine.digest import alike
from game.engine.events import Events
from game.engine.fields import FIELDS
from game.engine.state import State
from game.engine.supply_view import READ
from game.engine.world import World
from game.marks import N_, Said
from game.session.faults import SaveBroken, SaveDiffers
from game.session.interventions import Intervention
from game.session.record import Record, Row, recorded
from game.session.records import Proposal
from game.session.resolution import Plans, do_by_hand, play_turn
from game.session.rival_moves import taken
from game.session.saves.lines import read_line
from game.session.saves.log import Log
from game.session.saves.snapshot import SnapshotError, unpack

_FIELDS = {**FIELDS, **{name: reading.field for name, reading in READ.items()}}
_CLOSE = 1e-4
"""Relative difference between figures that stands for none: they are written with six digits."""


def first_state(world: World, seed: int) -> State:
    """The state at the start of the first turn, its income included."""
    state = start.begin(world, np.array([seed], dtype=np.uint64))
    step.begin_turn(world, state, Events(watched=False))
    return state


def plans_in(world: World, line: Mapping[str, Any]) -> Plans:
    """The orders of a turn as they took effect.

    Raises:
        KeyError: for a seat that there is not.
        ValidationError: for an order that is none.
    """
    everywhere = np.ones(1, dtype=bool)
    return {
        world.names.index("nations", seat): [Proposal(orders.parse(order), everywhere, "") for order in given]
        for seat, given in line["orders"].items()
    }


def interventions_in(line: Mapping[str, Any]) -> list[Intervention]:
    """What was done by hand in a turn before its orders, oldest first.

    Raises:
        ValueError, KeyError: where it is none.
    """
    return [Intervention.read(written) for written in line.get("interventions", ())]


def replay_turn(world: World, state: State, line: Mapping[str, Any]) -> list[State]:
    """The turn of a line in place, unwatched; the states at the ends of its months."""
    led, events = taken(world, line.get("rival")), Events(watched=False)
    do_by_hand(world, state, interventions_in(line), events)
    return play_turn(world, state, plans_in(world, line), events, line["turn"], led)[1]


def agrees(world: World, state: State, line: Mapping[str, Any]) -> bool:
    """Whether `state` is that after a turn as its line has it, but for the last digits in which processors differ."""
    if state.digest() == line["digest"]:
        return True
    try:
        kept = state_in(world, line)
    except SnapshotError:
        return False
    return all(alike(getattr(state, name), getattr(kept, name), field.unit) for name, field in _FIELDS.items())


def state_in(world: World, line: Mapping[str, Any]) -> State:
    """The state after a turn as its line keeps it.

    Raises:
        SnapshotError: when this program cannot read it, or it is not what the line says of it.
    """
    state = unpack(world, line["snapshot"])
    if state.digest() != line["digest"]:
        raise SnapshotError(Said(N_("snapshot of another state than that of its turn")))
    return state


def state_before(world: World, seed: int, lines: Sequence[str], turn: int) -> State:
    """The state in which `turn` began; `lines` are those of the turns of the log, oldest first."""
    if turn == 0:
        return first_state(world, seed)
    line = read_line(lines[turn - 1])
    try:
        return state_in(world, line)
    except SnapshotError:
        state = state_before(world, seed, lines, turn - 1)
        replay_turn(world, state, line)
        return state


@contextmanager
def holding_together(log: Log) -> Iterator[None]:
    """Turn what makes no sense in a line that is sealed and has the right form into the fault of its save.

    Raises:
        SaveBroken: instead of the lookup or the arithmetic that failed.
    """
    try:
        yield
    except (LookupError, ValueError, TypeError, ArithmeticError, AttributeError) as error:
        what = Said(N_("what it tells does not fit the scenario that was played ({problem})"), problem=_said(error))
        raise SaveBroken(log.path, len(log.lines), what, None) from error


def played_again(world: World, log: Log) -> Iterator[State]:
    """The state after each turn of `log`, its orders given anew.

    Raises:
        SaveDiffers: when the figures do not come out as the log has them.
        SaveBroken: when an order in it is none.
    """
    record = Record(world, _known(world, log))
    state = first_state(world, log.header["seed"])
    for turn, line in enumerate(log.turns):
        try:
            rows = record.rows_of(replay_turn(world, state, line))
        except (KeyError, ValueError, IndexError) as error:
            what = Said(N_("an order in it cannot be given: {problem}"), problem=_said(error))
            raise SaveBroken(log.path, log.numbers[turn] + 1, what, turn) from error
        _require_alike(log, turn, record, rows)
        yield state.copy()


def _said(error: Exception) -> str:
    return str(error.args[0]) if isinstance(error, KeyError) and error.args else str(error).split("\n")[0]


def _known(world: World, log: Log) -> list[tuple[str, ...]]:
    """The recorded series that this program knows too."""
    here = set(recorded(world))
    return [key for key in map(tuple, log.header["series"]) if key in here]


def _require_alike(log: Log, turn: int, record: Record, rows: list[Row]) -> None:
    columns = [log.header["series"].index(list(key)) for key in record.keys]
    then = np.array([[row[column] for column in columns] for row in log.turns[turn]["months"]])
    now = np.array(rows)
    apart = np.abs(now - then) > _CLOSE * np.maximum(np.abs(then), np.abs(now)) + 1e-9
    if apart.any():
        month, column = np.argwhere(apart)[0]
        figure = " ".join(record.keys[column])
        pair = f"{figure}: {then[month, column]:.6g} → {now[month, column]:.6g}"
        raise SaveDiffers(log.path, Said(N_("turn {turn}, {figure}"), turn=turn + 1, figure=pair))
