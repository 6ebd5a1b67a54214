"""The rival's script."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.engine.conditions import Condition
from game.engine.world.arrays import Array, Bools, Ints, no_table, nobody


@dataclass(frozen=True)
class RivalRules:
    """The rival's script. A rule that fires acts for its duration, then ends."""

    when: tuple[Condition, ...]
    duration: Ints
    """(R,) months; 0 means for good."""
    cooldown: Ints
    """(R,) months before it may fire again."""
    once: Bools
    chance: Array
    """(R,) probability of firing in a month in which the condition holds."""
    target: Bools
    """(R, N) nations against which the rule acts."""
    quota: Array
    """(R, M, K) multiple of the base quota while active; 1 leaves it."""
    tax: Array
    """(R, M, K) added export tax rate."""
    licence: Array
    """(R, N, M, K) share of applications approved; 1 leaves it."""
    embargo: Array
    """(R, N, M, K) share of shipments cut; 0 leaves it."""
    flood: Array
    """(R, M) cut of the inside price, as a share."""
    tension: Array
    """(R, N) change of tension on firing."""
    reason: tuple[str, ...]
    base_quota: Array
    """(T, M, K) t/month; inf where no quota stands."""
    base_tax: Array
    """(T, M, K) rate."""
    reputation_cost: Array
    """(R,) loss of the rival's reputation on firing."""
    grab: Array = field(default_factory=no_table)
    """(R, S) part of the output of a site that the rival secures on firing."""
    grab_trust: Array = field(default_factory=no_table)
    """(R, S) trust that the host must have in the rival for that."""
    technology: Array = field(default_factory=no_table)
    """(R, P) multiple of the time that a project takes while active; 1 leaves it."""
    withheld: Bools = field(default_factory=nobody)
    """(R, N) nations that learn nothing from the rival while active."""
    offer: Bools = field(default_factory=nobody)
    """(R, A, N) agreements that the rival proposes on firing, and to whom."""
