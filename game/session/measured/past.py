"""The turns of a match that were played, ready to be played again without something."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from game.engine.state import State
from game.session.control import Control
from game.session.keys import Key
from game.session.measured.acts import Act, acts_of
from game.session.measured.again import play_again
from game.session.measured.effects import Effect, Moves
from game.session.readings import Readings

_Turn = tuple[int, bool]
"""A turn, and whether the script is free."""


class Past:
    """Measures what the acts of a match did to its figures.

    `start_of(turn)` is the state in which a turn began. What was measured is kept: a turn once over does not change.
    """

    def __init__(self, control: Control, seats: Sequence[str], start_of: Callable[[int], State]) -> None:
        self._control = control
        self._seats = seats
        self._start_of = start_of
        self._moves: dict[_Turn, Moves] = {}
        self._latest: tuple[_Turn, list[Act], list[State]] | None = None

    def effects(self, turn: int, key: Key, *, free: bool) -> list[Effect]:
        """What the acts of `turn` and of the turn before it did to the figure in `turn`, the greatest first.

        With a `free` script the rival and the scenario answer to what is changed, as they would have; else what they
        did stays as it was: that is all that a seat may learn while the match lasts.
        """
        recorded = self._control.record.keys
        if key not in recorded:
            return self._read(turn, (key,), free=free).effects(0)
        if (turn, free) not in self._moves:
            self._moves[turn, free] = self._read(turn, recorded, free=free)
        return self._moves[turn, free].effects(recorded.index(key))

    def _read(self, turn: int, keys: Sequence[Key], *, free: bool) -> Moves:
        acts, ends = self._again(turn, free=free)
        readings = Readings(self._control.world, keys)
        before = readings.of(ends[0] if len(ends) > 1 else self._start_of(turn))
        return Moves(acts, np.broadcast_to(before, (len(keys), 1 + len(acts))), readings.of(ends[-1]))

    def _again(self, turn: int, *, free: bool) -> tuple[list[Act], list[State]]:
        """The acts, and the ends of the turn before and of the turn itself; those asked for last are kept."""
        if self._latest is None or self._latest[0] != (turn, free):
            first = max(0, turn - 1)
            reports = self._control.reports[first : turn + 1]
            acts = acts_of(self._seats, reports)
            ends = play_again(self._control.world, self._start_of(first), reports, acts, free=free)
            self._latest = (turn, free), acts, ends
        return self._latest[1:]
