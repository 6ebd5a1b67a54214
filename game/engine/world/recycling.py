"""What is in use and comes back as scrap."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.world.arrays import Array


@dataclass(frozen=True)
class Recycling:
    life_months: Array
    """(M,) mean time from use to scrap."""
    in_use: Array
    """(N, M) t in use at the start."""
    collection: Array
    """(N,) part of the scrap that is collected at the start."""
