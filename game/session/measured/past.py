"""The turns of a match that were played, ready to be played again without something."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from game.engine.state import State
from game.session.control import Control
from game.session.interventions.effect import may_know
from game.session.keys import Key
from game.session.measured.acts import BY_HAND, ORDER, Act, acts_of, strokes_of
from game.session.measured.again import play_again
from game.session.measured.effects import Effect, Moves
from game.session.readings import Readings

_Asked = tuple[int, str]
"""A turn, and the seat that asks; empty for whoever may know everything."""


class Past:
    """Measures what the acts of a match did to its figures.

    `start_of(turn)` is the state in which a turn began. What was measured is kept: a turn once over does not change.

    For a seat only its own orders and what is public are taken away, and all that the rival, the scenario, private
    owners and chance did stays as it was: that is all that it may learn while the match lasts. For nobody (an empty
    name, after the end) every act is, and rules and incidents answer to what is changed by their conditions.
    """

    def __init__(self, control: Control, seats: Sequence[str], start_of: Callable[[int], State]) -> None:
        self._control = control
        self._seats = seats
        self._start_of = start_of
        self._moves: dict[_Asked, Moves] = {}
        self._latest: tuple[_Asked, list[Act], list[State]] | None = None

    def effects(self, turn: int, key: Key, seat: str = "") -> list[Effect]:
        """What the acts of `turn` and of the turn before it did to the figure in `turn`, the greatest first."""
        moves, figure = self._find(turn, key, seat)
        return moves.effects(figure)

    def moved(self, turn: int, key: Key, seat: str = "") -> float:
        """How far the figure moved in `turn`."""
        moves, figure = self._find(turn, key, seat)
        return moves.moved(figure)

    def end_of(self, turn: int, seat: str = "") -> State:
        """The state at the end of the last month of `turn`, as it was."""
        return self._again(turn, seat)[1][-1].pick(0)

    def _find(self, turn: int, key: Key, seat: str) -> tuple[Moves, int]:
        recorded = self._control.record.keys
        if key not in recorded:
            return self._read(turn, (key,), seat), 0
        if (turn, seat) not in self._moves:
            self._moves[turn, seat] = self._read(turn, recorded, seat)
        return self._moves[turn, seat], recorded.index(key)

    def _read(self, turn: int, keys: Sequence[Key], seat: str) -> Moves:
        acts, ends = self._again(turn, seat)
        readings = Readings(self._control.world, keys)
        before = readings.of(ends[0] if len(ends) > 1 else self._start_of(turn))
        return Moves(acts, np.broadcast_to(before, (len(keys), 1 + len(acts))), readings.of(ends[-1]))

    def _again(self, turn: int, seat: str) -> tuple[list[Act], list[State]]:
        """The acts, and the ends of the turn before and of the turn itself; those asked for last are kept."""
        if self._latest is None or self._latest[0] != (turn, seat):
            first = max(0, turn - 1)
            reports = self._control.reports[first : turn + 1]
            acts = [act for act in acts_of(self._seats, reports) if not seat or self._may_know(seat, act)]
            ends = play_again(self._control.world, self._start_of(first), reports, acts, free=not seat)
            self._latest = (turn, seat), acts, ends
        return self._latest[1:]

    def _may_know(self, seat: str, act: Act) -> bool:
        """Whether `seat` may know of an act while the match lasts: its own, or a public one."""
        if act.kind == BY_HAND:
            world = self._control.world
            _, stroke = strokes_of(world, self._control.reports[act.turn])[act.position]
            return may_know(self._seats.index(seat), stroke)
        return act.kind != ORDER or self._seats[act.seat] == seat
