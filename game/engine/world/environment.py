"""Standards, and the waste that sites leave behind."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.world.arrays import Array

STANDARDS = ("low", "usual", "high")
"""Environmental standards. In the state they are counted from the usual one: -1, 0, 1."""


@dataclass(frozen=True)
class Environment:
    """What an environmental standard changes, in the order of `STANDARDS`, and what sites leave behind."""

    cost: Array
    """(3,) factor on the capital cost of a project."""
    permitting: Array
    """(3,) factor on its months of permitting."""
    licence_risk: Array
    """(3,) factor on its chance of failing at the permits."""
    waste: Array
    """(3,) factor on the waste of its site."""
    reputation: Array
    """(3,) change of its sponsor's reputation a year."""
    suspension: Array
    """(3,) chance a month that the host suspends the licence of its site."""
    halt_months: float
    """How long a licence is suspended."""
    waste_rate: Array
    """(N, K) t of waste for a t of product, by host and stage, at the usual standard."""

    @property
    def offers(self) -> bool:
        """Whether the standards differ in anything."""
        factors = (self.cost, self.permitting, self.licence_risk, self.waste)
        return bool(any((factor != 1.0).any() for factor in factors) or self.reputation.any() or self.suspension.any())
