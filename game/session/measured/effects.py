"""How much of a figure's move is owed to an act: the move as it was, less the move without the act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.session.measured.acts import Act

Array = NDArray[np.float64]

COUNTS = 0.2
"""Part of a figure's move from which something counts as a cause of it."""


@dataclass(frozen=True)
class Effect:
    """What an act did to a figure in a turn, in the figure's unit."""

    act: Act
    size: float


@dataclass(frozen=True)
class Moves:
    """Figures at the beginning and at the end of a turn, (figures, 1 + acts): as they were, then without each act."""

    acts: Sequence[Act]
    before: Array
    after: Array

    def moved(self, figure: int) -> float:
        """How far the figure at a position moved."""
        return float(_less(self.after[figure, 0], self.before[figure, 0]))

    def effects(self, figure: int) -> list[Effect]:
        """The effects on the figure at a position, greatest first; acts that did nothing are left out.

        An act of the turn before may have moved the figure before this turn began. What it is named for is no more
        than it did within the turn, and no more than the figure differs without it at the end.
        """
        found = [
            Effect(act, _lesser(within, whole))
            for act, within, whole in zip(self.acts, *self._differences(figure), strict=True)
        ]
        return sorted((effect for effect in found if effect.size), key=lambda effect: -abs(effect.size))

    def _differences(self, figure: int) -> tuple[list[float], list[float]]:
        """What each act did within the turn, and up to its end."""
        before, after = self.before[figure], self.after[figure]
        whole = _less(after[0], after[1:])
        within = _less(whole, _less(before[0], before[1:]))
        return within.tolist(), whole.tolist()


def _less(one: Array | float, other: Array | float) -> Array:
    """`one` less `other`; two that are the same differ by nothing, even where both are without end."""
    one, other = np.broadcast_arrays(np.asarray(one), np.asarray(other))
    return np.subtract(one, other, out=np.zeros(one.shape), where=one != other)


def behind(effects: Sequence[Effect], moved: float) -> list[Effect]:
    """The effects that tell why a figure `moved`: those that pushed it that way by a part that counts."""
    return [effect for effect in effects if effect.size * moved > 0.0 and abs(effect.size) >= COUNTS * abs(moved)]


def _lesser(one: float, other: float) -> float:
    """The smaller of two sizes of one sign; 0 where they differ in sign."""
    return 0.0 if one * other <= 0.0 else min(one, other, key=abs)
