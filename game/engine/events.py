"""Typed events: what happened to whom, how much, and because of what.

Phases and orders record them where a thing happens, with its cause. Headlines, the "why?" view, the debrief and the
turning points are read from them and never guessed again. `event_kinds` says what each kind means and reads like.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.terms import Terms


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened in one match. Indices are positions in `World.names`; -1 where there is none."""

    match: int
    month: int
    kind: str
    actor: int
    target: int
    item: int
    amount: float
    cause: str
    """``order:<seat>:<kind>``, ``rule:<id>``, ``incident:<id>``, ``chance:<stream>``, ``market``, or the kind of an
    intervention: ``inject``, ``override``, ``ruling``."""


class Events:
    """Collects the events of the matches that are watched; an ensemble watches none and pays nothing.

    `terms` collects beside them what was added to the figures that are sums.
    """

    def __init__(self, *, watched: bool) -> None:
        self.watched = watched
        self.terms = Terms(watched=watched)
        self.list: list[Event] = []

    def add(
        self,
        kind: str,
        month: int,
        where: NDArray[np.bool_],
        *,
        actor: int = -1,
        target: int = -1,
        item: int = -1,
        amount: NDArray[np.float64] | float = 0.0,
        cause: str = "market",
    ) -> None:
        """Record `kind` in each match of the mask `where` (B,); `amount` is (B,) or one number."""
        if not self.watched:
            return
        for match in where.nonzero()[0].tolist():
            size = float(amount[match] if isinstance(amount, np.ndarray) else amount)
            self.list.append(Event(match, month, kind, actor, target, item, size, cause))

    def take(self) -> list[Event]:
        """The events so far; the collection is emptied."""
        taken, self.list = self.list, []
        return taken
