"""Tension with the rival and trust between nations."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.world.arrays import Array

POSTURES = ("engage", "neutral", "protest", "retaliate")


@dataclass(frozen=True)
class Diplomacy:
    tension: Array
    """(N,) with the rival, 0-1, at the start."""
    tension_rest: Array
    """(N,) level to which it returns."""
    tension_months: float
    tariff_tension: float
    """Tension gained in a month for a tariff of 100 % on imports from the rival."""
    trust: Array
    """(N, N) 0-1 at the start."""
    posture_tension: Array
    """(4,) change of tension a month, by posture."""
    posture_approval: Array
    """(4,) change of approval a month, by posture."""
    posture_capital: Array
    """(4,) political capital that keeping it costs a turn, by posture."""
    trust_gain: float
    """A month of an agreement in force."""
    reputation_weight: float = 0.0
    """Part of a nation's good or bad repute, counted from an even standing, that others add to their trust in it."""
    precedent: float = 0.0
    """Trust that third nations gain in both parties to an agreement that is signed, or kept to its end."""
