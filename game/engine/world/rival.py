"""The rival's script."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.engine.conditions import Condition, Reading
from game.engine.world.arrays import Array, Bools, Ints


@dataclass(frozen=True)
class Sway:
    """On what the chance of a rule hangs: at `low` of what is read it is `least` of itself, at `high` all of it."""

    reading: Reading
    low: float
    high: float
    least: float


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
    reason: tuple[str, ...]
    zone: Ints
    """(R,) customs zone of whose exports a rule disposes."""
    controller: Ints
    """(Z,) nation that decides what leaves a zone; -1 for the world market."""
    base_quota: Array
    """(T, U) t/month; inf where no quota stands."""
    base_tax: Array
    """(T, Z, G) rate."""
    reputation_cost: Array
    """(R,) loss of the reputation of who controls the zone, on firing."""
    longest: Ints | None = None
    """(R,) months up to which the duration is drawn when a rule fires; None where none is."""
    sways: tuple[tuple[Sway, ...], ...] = ()
    """By rule: what lowers its chance; empty where nothing does for any."""
    will: Array | None = None
    """(R,) part of all matches in which the rule may fire at all; None where all may in each."""
    does: Mapping[str, Array | Bools] = field(default_factory=dict)
    """(R, ...) tables of the actions by name, with the axes that the entry of the action gives them."""
