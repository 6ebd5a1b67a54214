"""Goods: which material each is of, and which stage makes it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from game.engine.world.arrays import Bools, Ints

NO_GOOD = -1
"""Where no good stands."""


@dataclass(frozen=True)
class Goods:
    """The goods of a rule set, in the order of their names, and the stages by which figures count."""

    material: Ints
    """(G,) place of its material."""
    stage: Ints
    """(G,) place of the stage that makes it."""
    headline: int
    """Stage at which imports and need are counted in one figure."""
    scrap: int
    """Stage whose goods are won from scrap."""
    counted: Bools
    """(K,) stages whose goods count in stocks, shortage and dependence."""

    def at(self, material: int, stage: int) -> int:
        """The good of a material that a stage makes; `NO_GOOD` where there is none."""
        return self._places.get((material, stage), NO_GOOD)

    def place(self, good: int) -> tuple[int, int]:
        """Material and stage of a good."""
        return int(self.material[good]), int(self.stage[good])

    def of_stage(self, stage: int) -> Ints:
        """Goods that a stage makes, in their order."""
        return np.flatnonzero(self.stage == stage)

    @cached_property
    def counted_stages(self) -> tuple[int, ...]:
        """Places of the counted stages, in the order of the chain."""
        return tuple(np.flatnonzero(self.counted).tolist())

    @cached_property
    def onward(self) -> tuple[tuple[int, ...], ...]:
        """By stage: itself, and the counted stages behind it."""
        counted = self.counted_stages
        return tuple((own, *(stage for stage in counted if stage > own)) for own in range(len(self.counted)))

    @cached_property
    def _places(self) -> dict[tuple[int, int], int]:
        pairs = zip(self.material.tolist(), self.stage.tolist(), strict=True)
        return {pair: good for good, pair in enumerate(pairs)}
