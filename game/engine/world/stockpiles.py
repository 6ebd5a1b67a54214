"""Public stockpiles."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.world.arrays import Array, Bools

RELEASE_RULES = ("hold", "shortage", "price")


@dataclass(frozen=True)
class Stockpiles:
    """Public stockpiles: what they hold at the start, and what states mean them to hold."""

    goods: Bools
    """(G,) goods that public stockpiles may hold."""
    reserve: Array
    """(N, G) days of use at the start."""
    target: Array
    """(N, G) days."""
    pace: Array
    """(N,) days of use bought a month, at most."""
    storage_cost: float
    """Part of the value a year."""
    stop_months: float
    """Length of the stop of the stress test."""
