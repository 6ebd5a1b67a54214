"""What a match is scored by."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ScorePart:
    """One part of the final score: points rise from 0 at `worst` to 100 at `best`, then are weighted."""

    key: str
    label: str
    metric: str
    aggregate: str
    """``end``, ``mean`` or ``max`` over the months of the match."""
    worst: float
    best: float
    weight: float
    lose_below: float
    """The match is lost when the points of this part end under this."""
    last_months: int = 0
    """Months at the end of the match over which a mean is taken; 0 for all."""
    of_seats: tuple[tuple[int, float, float], ...] = ()
    """Seats that are measured by a worst and a best of their own."""
