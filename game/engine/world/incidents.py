"""The scenario's script."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from game.engine.conditions import Condition
from game.engine.world.arrays import Array, no_rates

STAYS = -1.0
"""Rate of an incident on a lane whose tariff it leaves as it is."""


@dataclass(frozen=True)
class Incident:
    """Something that happens to nations on a date, or when a condition holds: part of the scenario's script."""

    key: str
    month: int
    """Month of the match; -1 when only the condition decides."""
    when: Condition | None
    chance: float
    tension: Array
    """(N,) change of tension with the rival."""
    demand: Array
    """(N, J) factor on demand while it lasts."""
    months: int
    """How long the effects on demand and output, or a tariff, last."""
    text: str
    budget: Array = field(default_factory=lambda: np.zeros(1))
    """(N,) US$ million that parliament grants to the nation's budget; (1,) of 0 where it grants nothing."""
    tariff: Array = field(default_factory=no_rates)
    """(E,) tariff that the buyers of the lanes charge from now on, for `months` (0: for good); `STAYS` where nothing
    changes, (0,) where it stays so everywhere."""
    output: Array = field(default_factory=lambda: np.ones(1))
    """(S,) factor on the capacity of sites while it lasts; (1,) of 1 where it touches none."""
