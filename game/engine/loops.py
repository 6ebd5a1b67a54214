"""Loops over the matches of a batch: as machine code where it is there, else match by match in plain Python.

What is played so is written as the economy is: one text of scalar loops over records and arrays, plain and compiled
alike, bit for bit. Arrays of the engine keep the batch axis last; `Match` is its index. A function stands in one file
with all that it calls, but for what `game.economy` has.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NewType, Protocol

import numpy as np
from numpy.typing import NDArray

from game.economy.compiled import compiled
from game.economy.fields import layout, views
from game.economy.month import Handed
from game.economy.state import State as Record
from game.economy.world import World as Rules
from game.engine.state import State
from game.engine.world import World

Match = NewType("Match", int)
NONE: tuple[Any, ...] = (np.zeros(1, layout(Rules)), np.zeros(0, layout(Record)), np.zeros(0, layout(Handed)))
"""Rule set, matches and last months, of no match: as machine code is made for them."""


class Run(Protocol):
    """Matches from the first to the last."""

    def __iter__(self) -> Iterator[Match]: ...


@compiled
def matches(states: Any) -> Run:
    """All matches of a batch."""
    return range(states.shape[0])  # type: ignore[return-value]


def records(world: World, state: State) -> tuple[Any, Any, Any]:
    """The rule set (1,), the matches (B,) and their last months (B,), for machine code."""
    return world.supply.rules, state.supply, state.played


def one_by_one(world: World, state: State) -> Iterator[tuple[Any, Any, Any, Match]]:
    """The same for plain Python: views of the rule set, of each match and of its last month, and the match's place."""
    rules = views(Rules, world.supply.rules[0])
    for b in range(state.batch):
        yield rules, views(Record, state.supply[b]), views(Handed, state.played[b]), Match(b)


def plain(*arrays: NDArray[Any]) -> Iterator[Any]:
    """The arrays as memory views: they give Python's own numbers, which plain Python adds twice as fast."""
    return (array.data for array in arrays)


def nothing(*axes: int) -> NDArray[np.float64]:
    """An array with axes of no length and that of no match, as machine code is made for it."""
    return np.zeros((*axes, 0))
