"""The agreements in force in a month, as its phases hand them on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Pacts:
    """Agreements in force in a month, each in both directions, sorted by the first party, then the second."""

    kind: list[int]
    one: list[int]
    other: list[int]
    where: Mask
    """(n, B)"""

    def of(self, kinds: frozenset[int]) -> list[tuple[int, int, Mask]]:
        """First party, second party and (B,) of the agreements of some kinds."""
        return [(one, other, where) for _, one, other, where in self.with_kind(kinds)]

    def with_kind(self, kinds: frozenset[int]) -> list[tuple[int, int, int, Mask]]:
        """The same with the kind before each."""
        rows = zip(self.kind, self.one, self.other, self.where, strict=True)
        return [(kind, one, other, where) for kind, one, other, where in rows if kind in kinds]
