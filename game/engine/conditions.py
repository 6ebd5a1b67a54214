"""What a condition is: comparisons of metrics with numbers, joined by ``and`` and ``or``.

A condition is written in a rule file as text (``tension(island) > 0.6 and month() >= 8``) and compiled by
`content.expressions`; a `condition_table` says where it holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np


@dataclass(frozen=True)
class Reading:
    """One metric with its arguments, as indices on the metric's axes."""

    metric: str
    arguments: tuple[int, ...] = ()


@dataclass(frozen=True)
class Atom:
    """`reading` compared with `threshold`: above it when `sign` is 1, below when -1; `or_equal` admits equality."""

    reading: Reading
    sign: int
    threshold: float
    or_equal: bool

    @cached_property
    def bound(self) -> float:
        """What the signed reading must exceed: the comparison is made strict by stepping to the float below."""
        signed = self.sign * self.threshold
        return float(np.nextafter(signed, -np.inf)) if self.or_equal else signed


@dataclass(frozen=True)
class Condition:
    """Alternatives of which one must hold; each is a group of atoms that must all hold. An empty group holds."""

    any_of: tuple[tuple[Atom, ...], ...]
    text: str
