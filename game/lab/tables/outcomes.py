"""What comes of tables under seeds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

FIGURES = ("budget", "capital", "approval", "tension")
"""What an order may cost a seat, beside time: the metrics that are kept from the end of a match."""


@dataclass(frozen=True)
class Outcomes:
    """Of T tables under S seeds; all arrays end in (T, S)."""

    points: NDArray[np.float64]
    """(H, T, S) of each seat, 0-100."""
    won: NDArray[np.bool_]
    """(H, T, S)."""
    fired: NDArray[np.float64]
    """(R, T, S) how often each rule of the rival fired."""
    clashed: NDArray[np.bool_]
    """(pairs, T, S) where two rules that contradict each other (`clashes.opposed`) acted in one month."""
    given: NDArray[np.int64]
    """(H, T, S) orders of the seat's plan that took effect."""
    figures: NDArray[np.float64]
    """(F, H, T, S) `FIGURES` of each seat at the end."""

    def of(self, seat: int) -> NDArray[np.float64]:
        """Mean points of a seat at each table, (T,)."""
        means: NDArray[np.float64] = self.points[seat].mean(axis=1)
        return means

    @classmethod
    def joined(cls, parts: Sequence[Outcomes]) -> Outcomes:
        """The tables of `parts` one after another, all under the same seeds."""
        return cls(*(np.concatenate([getattr(part, one.name) for part in parts], axis=-2) for one in fields(cls)))
