"""What each phase really reads and changes, found by playing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
from game.engine.wiring import name_of

from game.content import load
from game.doctrines import run_batch
from game.engine import step
from game.engine.fields import FIELDS, STACKS
from game.engine.month import Month
from game.engine.state import State
from game.engine.world import World

Seen = dict[str, tuple[set[str], set[str]]]


class _Watched(State):
    """A state that notes which of its fields are asked for."""

    __slots__ = ()
    asked: set[str] = set()  # noqa: RUF012 - one notebook for all states of a run

    def __getattribute__(self, name: str) -> Any:
        if name in FIELDS:
            _Watched.asked.add(name)
        elif name in STACKS:
            _Watched.asked.update(STACKS[name])
        elif name == "bilateral":
            _Watched.asked.add("flow_origin")
        return super().__getattribute__(name)


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
        before = {name: array.copy() for name, array in state.arrays().items() if name != "flow_origin"}
        flows = state.bilateral
        plain, state.__class__ = state.__class__, _Watched
        _Watched.asked = set()
        try:
            phase(world, state, month)
        finally:
            state.__class__ = plain
        reads.update(_Watched.asked)
        changes.update(
            name for name, old in before.items() if not np.array_equal(old, getattr(state, name), equal_nan=True)
        )
        if state.bilateral is not flows:
            changes.add("flow_origin")

    return advance
