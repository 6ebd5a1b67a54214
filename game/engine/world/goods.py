"""Goods: which material each is of, and which stage makes it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from game.engine.world.arrays import Array, Bools, Ints


@dataclass(frozen=True)
class Goods:
    """The goods of a rule set, in the order of their names, and the stages by which figures count."""

    material: Ints
    """(G,) place of its material; -1 where it is of none, as an ore is of several."""
    stage: Ints
    """(G,) place of the stage that makes it."""
    headline: int
    """Stage at which imports and need are counted in one figure."""
    counted: Bools
    """(K,) stages whose goods count in stocks, shortage and dependence."""
    basket: Array
    """(G,) parts of a kilogram of the basket in whose price the market as a whole is told; sums to 1."""

    def of_stage(self, stage: int) -> Ints:
        """Goods that a stage makes, in their order."""
        return self._by_stage[stage]

    @cached_property
    def _by_stage(self) -> tuple[Ints, ...]:
        return tuple(np.flatnonzero(self.stage == stage) for stage in range(len(self.counted)))

    @cached_property
    def counted_stages(self) -> tuple[int, ...]:
        """Places of the counted stages, in the order of the chain."""
        return tuple(np.flatnonzero(self.counted).tolist())

    @cached_property
    def counted_goods(self) -> Ints:
        """Goods of the counted stages, in their order."""
        return np.flatnonzero(self.counted[self.stage])
