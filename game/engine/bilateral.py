"""Who bought how much from whom, written out when somebody asks: a map, a report, a test.

A month itself needs only what each origin sold and what each buyer got, which are sums; to write out every pair of
them is the greatest array of the model.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

RIVAL = 0
"""The rival's origin."""


@dataclass(frozen=True)
class Written:
    """Imports by origin, already written out."""

    flows: Array
    """(X, N, M, K, B) t/month."""

    @property
    def from_rival(self) -> Array:
        """(N, M, K, B) t/month."""
        return self.flows[RIVAL]

    def __call__(self) -> Array:
        """The flows."""
        return self.flows

    def copy(self) -> Written:
        """An independent copy, for the flows may be written to."""
        return Written(self.flows.copy())


@dataclass(frozen=True)
class Bilateral:
    """The factors of a month's imports by origin; those of the rival come first and are kept as they are."""

    from_rival: Array
    """(N, M, K, B) t/month, contracts included."""
    habit: Array
    """(X - 1, N, M, K, 1) share of a buyer's need asked of each other origin, up to a factor of the buyer ..."""
    per: Array
    """(N, M, K, B) ... which is this, in t."""
    fill: Array
    """(X - 1, M, K, B) part of what it was asked for that an origin could send at once."""
    lacking: Array
    """(N, M, K, B) t that was lacking then ..."""
    share: Array
    """(M, K, B) ... the part of it that was found with others ..."""
    spare: Array
    """(X - 1, M, K, B) ... and what each of them gave, t."""
    contracts: list[tuple[bool, tuple[Any, ...], Array]]
    """Whether it came from the rival, place among the flows, and tonnes."""

    def copy(self) -> Bilateral:
        """The same: its factors are of a month that is over, and never change."""
        return self

    def __call__(self) -> Array:
        """(X, N, M, K, B) t/month."""
        flows = np.zeros((len(self.fill) + 1, *self.from_rival.shape))
        for _, place, tonnes in self.contracts:
            np.add.at(flows, place, tonnes)
        flows[RIVAL] = self.from_rival
        share = self.spare / np.maximum(np.add.reduce(self.spare, axis=0), np.finfo(np.float64).tiny)
        flows[1:] += self.habit * self.per * self.fill[:, None] + self.lacking * (self.share * share)[:, None]
        return flows


@dataclass(frozen=True)
class Joined:
    """The imports by origin of several batches, side by side."""

    parts: Sequence[Written | Bilateral | Joined]

    @property
    def from_rival(self) -> Array:
        """(N, M, K, B) t/month."""
        return np.concatenate([part.from_rival for part in self.parts], axis=-1)

    def __call__(self) -> Array:
        """(X, N, M, K, B) t/month."""
        return np.concatenate([part() for part in self.parts], axis=-1)

    def copy(self) -> Joined:
        """An independent copy."""
        return Joined([part.copy() for part in self.parts])
