"""Numbers as they were read: single, in groups, in series."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.content.origin import Origin

OTHER = "other"
"""Stands for every identifier that a group does not name."""

FRAME = ("value", "values", "by_year", "by_month")
"""Words that stand around numbers in a file and are no part of what they are about."""

Path = tuple[str | int, ...]
Tree = float | dict[str, Any]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One number: where it stands below its field, its value in the field's unit, and its own origin if it has one."""

    path: Path
    value: float
    origin: Origin | None


@dataclass(frozen=True, slots=True)
class Numbers:
    """A number or a group. `tree` maps identifiers (and ``other``) to numbers, level by level along `axes`."""

    tree: Tree
    axes: tuple[str, ...]
    unit: str
    fallback: float | None
    leaves: tuple[Leaf, ...]
    low: float = -math.inf
    high: float = math.inf
    """Limits of the field, in its unit."""

    @property
    def value(self) -> float:
        """The single number.

        Raises:
            TypeError: when this is a group.
        """
        if isinstance(self.tree, dict):
            raise TypeError("a group of numbers where one number was expected")
        return self.tree

    @property
    def fits(self) -> bool:
        """Whether no number stands deeper than there are axes."""
        return all(len([step for step in leaf.path if step not in FRAME]) <= len(self.axes) for leaf in self.leaves)

    def at(self, *names: str) -> float | None:
        """The number for these identifiers, by name or through ``other``; `fallback` (may be None) when absent."""
        node: Any = self.tree
        for name in names:
            if not isinstance(node, dict):
                return float(node)
            node = node[name] if name in node else node.get(OTHER)
            if node is None:
                return self.fallback
        return self.fallback if isinstance(node, dict) else float(node)

    def named(self, *names: str) -> float | None:
        """The number written for exactly these identifiers; None when only ``other`` or nothing covers them."""
        node: Any = self.tree
        for name in names:
            if not isinstance(node, dict) or name not in node:
                return None
            node = node[name]
        return None if isinstance(node, dict) else float(node)


@dataclass(frozen=True, slots=True)
class Series:
    """A number that changes over time: `points` are (month counted as year * 12 + month - 1, value), sorted."""

    points: tuple[tuple[float, float], ...]
    linear: bool
    unit: str
    leaves: tuple[Leaf, ...]

    def at(self, month: int) -> float:
        """The value in `month`, counted as year * 12 + (month - 1)."""
        return float(self.over(np.array([month]))[0])

    def over(self, months: NDArray[np.int64]) -> NDArray[np.float64]:
        """The values in each of `months` (T,), counted likewise: (T,)."""
        starts, values = np.array(self.points).T
        last = np.maximum(np.searchsorted(starts, months, side="right") - 1, 0)
        held: NDArray[np.float64] = values[last]
        if not self.linear:
            return held
        following = np.minimum(last + 1, len(starts) - 1)
        length = np.maximum(starts[following] - starts[last], 1.0)  # behind the last point, where nothing is added
        run: NDArray[np.float64] = held + (values[following] - held) * np.maximum(months - starts[last], 0.0) / length
        return run
