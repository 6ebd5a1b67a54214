"""Tension with the rival and trust between nations."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.world.arrays import Array

POSTURES = ("engage", "neutral", "protest", "retaliate")


@dataclass(frozen=True)
class Weighing:
    """What the parts of an agreement are worth to who is asked for it."""

    first_refusal: float
    """Part of the value of goods that it is worth to be offered them first, at their usual price."""
    assured_sale: float
    """Part of the value of goods that a promise to buy them is worth to the seller, at their usual price."""
    cover: float
    """Part of the value of what partners keep for a nation that it is worth in a year to one that imports everything
    from the rival and is in full quarrel with it."""
    learning: float
    """US$ million a year that a level of readiness is worth which the partner is ahead."""
    staff: float
    """US$ million a year that a project's worth of trained staff is worth to its host."""
    displeasure: float
    """US$ million a year that a full rise of tension costs a nation which imports everything from the rival."""
    goodwill: float
    """US$ million a year by which a nation is content with less, for full trust above the least that is asked."""


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
    breach: float = 0.0
    """Part of the trust that a partner loses by a breach which everybody else loses too."""
    weighing: Weighing | None = None
    """How partners weigh what is offered; None where trust alone decides."""
    precedent: float = 0.0
    """Trust that third nations gain in both parties to an agreement that is signed, or kept to its end."""
