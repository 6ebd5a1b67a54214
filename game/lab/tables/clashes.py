"""Rules of the rival that contradict each other: one takes back what the other does, in one and the same month."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.phases.actions.kinds import Control, RuleAction, table_of
from game.engine.phases.actions.registry import ACTIONS
from game.engine.state import State
from game.engine.world import World

Pair = tuple[int, int]


@derived
def opposed(world: World) -> tuple[Pair, ...]:
    """Pairs of rules that move a control of one zone, for one thing, in opposite directions.

    Where a control has a size that bounds nothing any more, as a quota has, easing it is no contradiction: only to lift
    it is.
    """
    count = len(world.rival_rules.when)
    return tuple(
        (one, other)
        for one in range(count)
        for other in range(one + 1, count)
        if world.rival_rules.zone[one] == world.rival_rules.zone[other]
        and any(_opposed(world, entry, one, other) for entry in ACTIONS.values())
    )


def _opposed(world: World, entry: RuleAction, one: int, other: int) -> bool:
    table = table_of(world, entry.tables[0])
    if table is None or not isinstance(entry.effect, Control) or not len(table):
        return False
    first, second = _direction(entry, table[one]), _direction(entry, table[other])
    return bool(np.any(first * second < 0.0))


def _direction(entry: RuleAction, row: NDArray[np.float64]) -> NDArray[np.float64]:
    """-1 where a rule lowers a figure, 1 where it raises, or lifts, it; 0 where it does neither."""
    moved = row - entry.sizes[0].nothing
    if np.isfinite(entry.beyond):
        return np.where(row >= entry.beyond, 1.0, np.where(moved < 0.0, -1.0, 0.0))
    signs: NDArray[np.float64] = np.sign(moved)
    return signs


class Clashes:
    """Called after each month; `met` (pairs, B) is where the rules of an opposed pair have acted in one month."""

    def __init__(self, world: World, batch: int) -> None:
        self._pairs = opposed(world)
        self.met = np.zeros((len(self._pairs), batch), dtype=bool)

    def __call__(self, state: State) -> None:
        """Look at the month that has just ended."""
        acting = state.rule_left > 0.0
        for row, (one, other) in enumerate(self._pairs):
            self.met[row] |= acting[one] & acting[other]
