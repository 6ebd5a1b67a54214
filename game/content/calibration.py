"""What calibration may move and what it is fitted to, ready for use: ``calibration.yaml`` with its paths looked up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.content.library import Evidence


@dataclass(frozen=True)
class Parameter:
    """A figure of the rule set or scenario that may move between `low` and `high`."""

    path: str
    unit: str
    start: float
    """What stands in the files."""
    low: float
    high: float
    evidence: Evidence
    """Where the range comes from."""

    @property
    def middle(self) -> float:
        """The middle of the range."""
        return (self.low + self.high) / 2.0


@dataclass(frozen=True)
class Calibration:
    """Free figures, weights of the facts, and how many matches a trial plays."""

    parameters: tuple[Parameter, ...]
    weights: Mapping[str, float]
    """Fact to how much it counts; 1 for those that are not named."""
    draws: int
    seed: int
    pull: float
