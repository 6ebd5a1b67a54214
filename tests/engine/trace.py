"""What each phase really reads and changes, found by playing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np

from game.content import load
from game.doctrines import run_batch
from game.engine import step
from game.engine.fields import FIELDS, STACKS
from game.engine.month import Month
from game.engine.state import RECORDS, State
from game.engine.supply_view import READ
from game.engine.wiring import PLAYED, name_of
from game.engine.world import World

Seen = dict[str, tuple[set[str], set[str]]]


class _Watched(State):
    """A state that notes which of its fields, and which of its records, are asked for."""

    __slots__ = ()
    asked: set[str] = set()  # noqa: RUF012 - one notebook for all states of a run

    def __getattribute__(self, name: str) -> Any:
        if name in FIELDS:
            _Watched.asked.add(name)
        elif name in STACKS:
            _Watched.asked.update(STACKS[name])
        elif name in RECORDS:
            _Watched.asked.add(PLAYED)
        elif name in READ:
            kept = {*_Watched.asked}  # how it is read from the records is its own affair
            found = super().__getattribute__(name)
            _Watched.asked = {*kept, name}
            return found
        return super().__getattribute__(name)

    def held(self, name: str, axes: str) -> Any:
        kept = {*_Watched.asked}
        found = super().held(name, axes)
        _Watched.asked = {*kept, name if name in READ else f"supply.{name}"}
        return found

    def handed(self, name: str, axes: str) -> Any:
        kept = {*_Watched.asked}
        found = super().handed(name, axes)
        _Watched.asked = {*kept, f"month.{name}"}
        return found


def traced(scenario: str, seeds: int = 2) -> Seen:
    """Fields read and fields changed by each phase in a whole run of `scenario` by its doctrines."""
    seen: Seen = {name_of(phase): (set(), set()) for phase in step.PHASES}
    with _watching(seen):
        run_batch(load(scenario), range(1, seeds + 1))
    return seen


@contextmanager
def _watching(seen: Seen) -> Iterator[None]:
    phases = step.PHASES
    step.PHASES = tuple(_watch(phase, *seen[name_of(phase)]) for phase in phases)
    try:
        yield
    finally:
        step.PHASES = phases


def _watch(phase: Any, reads: set[str], changes: set[str]) -> Any:
    def advance(world: World, state: State, month: Month) -> None:
        before = state.copy()
        plain, state.__class__ = state.__class__, _Watched
        _Watched.asked = set()
        try:
            phase(world, state, month)
        finally:
            state.__class__ = plain
        reads.update(_Watched.asked)
        changes.update(name for name in FIELDS if not _same(getattr(before, name), getattr(state, name)))
        changes.update(_moved(before, state))

    return advance


def _moved(before: State, after: State) -> set[str]:
    """Fields of the records that changed; in the phase that plays the month all do, and are called so."""
    if before.played.tobytes() != after.played.tobytes():
        return {PLAYED}
    if before.supply.tobytes() == after.supply.tobytes():
        return set()
    names = after.supply.dtype.names or ()
    moved = {name for name in names if not _same(before.supply[name], after.supply[name])}
    return {name if name in READ else f"supply.{name}" for name in moved}


def _same(one: Any, other: Any) -> bool:
    return bool(np.array_equal(one, other, equal_nan=True))
