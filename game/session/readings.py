"""Many figures of a state at once, read with as few calls as their metrics allow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine import metrics
from game.engine.conditions import Reading
from game.engine.derived import derived
from game.engine.state import State
from game.engine.world import World
from game.session.keys import Key, reading


class Readings:
    """The figures of `keys`, in their order.

    Raises:
        KeyError: when a metric or identifier is unknown.
    """

    def __init__(self, world: World, keys: Sequence[Key]) -> None:
        self._world = world
        self._blocks, self._order = _kept(world, tuple(keys))

    def of(self, state: State) -> NDArray[np.float64]:
        """Their values in `state`, (keys, B)."""
        return np.concatenate([block.read(self._world, state) for block in self._blocks])[self._order]


@dataclass(frozen=True)
class _Block:
    """Series that are read with one call: a metric for several nations, or one that has none."""

    metric: str
    arguments: tuple[int, ...]
    """Without the nation, where the metric has one."""
    nations: tuple[int, ...]
    """Empty where the metric has none."""
    columns: tuple[int, ...]

    def read(self, world: World, state: State) -> NDArray[np.float64]:
        """(columns, B)"""
        if not self.nations:
            return metrics.read(world, state, Reading(self.metric, self.arguments))[None]
        values = metrics.of_nations(world, state, self.metric, max(self.nations) + 1, *self.arguments)
        return values if self.nations == tuple(range(len(self.nations))) else values[list(self.nations)]


_Plan = tuple[tuple[_Block, ...], NDArray[np.intp]]
"""The blocks that are read, and the order that puts their columns in that of the keys."""


def _kept(world: World, keys: tuple[Key, ...]) -> _Plan:
    plans = _plans(world)
    if keys not in plans:
        blocks = _blocks(world, keys)
        plans[keys] = blocks, np.argsort(np.concatenate([block.columns for block in blocks]))
    return plans[keys]


@derived
def _plans(world: World) -> dict[tuple[Key, ...], _Plan]:
    """Plans by the keys that they read: all matches of a rule set record the same."""
    del world
    return {}


def _blocks(world: World, keys: Sequence[Key]) -> tuple[_Block, ...]:
    """`keys` in as few blocks as their metrics allow: nation by nation, a month would cost three times as much."""
    found: dict[tuple[str, tuple[int, ...], bool], list[tuple[int, int]]] = {}
    for column, key in enumerate(keys):
        place = reading(world, key)
        by_nation = metrics.METRICS[key[0]].axes.startswith("N")
        rest = place.arguments[1:] if by_nation else place.arguments
        nation = place.arguments[0] if by_nation else -1
        found.setdefault((key[0], rest, by_nation), []).append((nation, column))
    return tuple(
        _Block(
            metric,
            rest,
            tuple(nation for nation, _ in places) if by_nation else (),
            tuple(column for _, column in places),
        )
        for (metric, rest, by_nation), places in found.items()
    )
