"""Fitted numbers moved within their error: the rule sets that could as well have been written.

Moved is every number in a place that is marked as fitted. Of a table only the count of those that were moved is
written, not which: all of them may be in error. What an anchor repeats moves as one, and what makes up a whole, shares
of it or the products of a recipe, goes on doing so.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from game.content.changes import spot
from game.content.manuscript import Manuscript
from game.content.numbers import FRAME, Leaf, Numbers, Series
from game.content.walk import Place

Array = NDArray[np.float64]

WHOLE = 0.005
"""How near to 1 shares must sum that are parts of a whole; they are written to two or three digits."""
RECIPE = "t/t"
"""Unit of what a recipe takes and makes: it cannot make more in all."""


@dataclass(frozen=True)
class Movable:
    """A number in a place that is marked as fitted, in the unit in which it is written."""

    paths: tuple[str, ...]
    """Where it stands, as in ``overrides``; several where an anchor repeats it."""
    value: float
    low: float
    high: float
    """Between which its field, and who has a range for it, lets it move."""
    whole: str = ""
    """The table to which it belongs, if what that holds sums to a whole; empty for others."""

    def within(self, ranges: Mapping[str, tuple[float, float]]) -> Movable:
        """The same, held within the range that is given for its path."""
        given = [ends for path, ends in ranges.items() if _bare(path) in map(_bare, self.paths)]
        low, high = max([self.low, *(low for low, _ in given)]), min([self.high, *(high for _, high in given)])
        return replace(self, low=low, high=high)


def movable(manuscript: Manuscript) -> tuple[Movable, ...]:
    """The numbers of a manuscript that was examined, in the order of its files."""
    found: dict[int, Movable] = {}
    for part, kind in manuscript.records:
        if part == "scene" and kind in manuscript.rules:
            continue  # a path means the file of the rule set
        for place in manuscript.survey(part, kind).places:
            for leaf in _fitted(place):
                _, node = manuscript.source(part, kind).where(place.path + leaf.path)
                known = found.get(id(node))
                path = ".".join(map(str, (kind, *place.path, *leaf.path)))
                if known is None:
                    found[id(node)] = _movable(manuscript, kind, place, leaf, path)
                else:
                    found[id(node)] = replace(known, paths=(*known.paths, path))
    return tuple(found.values())


def moved(numbers: Sequence[Movable], positions: Array, error: float) -> dict[str, float]:
    """Path to value of the `numbers`, each by its position (P,) from -1 to 1: at 1 greater by `error`, a share of it,
    and at -1 less by the same factor.
    """
    values = [
        min(max(number.value * (1.0 + error) ** float(position), number.low), number.high)
        for number, position in zip(numbers, positions, strict=True)
    ]
    before = _sums(numbers, [number.value for number in numbers])
    after = _sums(numbers, values)
    return {
        path: value * before[number.whole] / after[number.whole] if number.whole else value
        for number, value in zip(numbers, values, strict=True)
        for path in number.paths
    }


def _sums(numbers: Sequence[Movable], values: Sequence[float]) -> dict[str, float]:
    """What each table holds in all."""
    found: dict[str, float] = {}
    for number, value in zip(numbers, values, strict=True):
        found[number.whole] = found.get(number.whole, 0.0) + value
    return found


def _fitted(place: Place) -> Iterator[Leaf]:
    for leaf in place.numbers.leaves:
        origin = leaf.origin or place.origin
        if origin is not None and origin.fitted:
            yield leaf


def _movable(manuscript: Manuscript, kind: str, place: Place, leaf: Leaf, path: str) -> Movable:
    found, _ = spot(manuscript, path)
    if found is None:
        raise LookupError(path)
    times = leaf.value / found.value if found.value else 1.0
    low, high = (end / times for end in _ends(place.numbers))
    table = ".".join(map(str, (kind, *place.path))) if _is_whole(place.numbers) else ""
    return Movable((path,), found.value, min(low, found.value), max(high, found.value), table)


def _ends(numbers: Numbers | Series) -> tuple[float, float]:
    return (numbers.low, numbers.high) if isinstance(numbers, Numbers) else (-math.inf, math.inf)


def _is_whole(numbers: Numbers | Series) -> bool:
    """Whether the numbers of a table are parts of a whole: shares that sum to 1, or the products of a recipe."""
    if not isinstance(numbers, Numbers) or len(numbers.leaves) < 2:
        return False
    total = sum(leaf.value for leaf in numbers.leaves)
    return numbers.unit == RECIPE or (numbers.unit == "share" and abs(total - 1.0) < WHOLE)


def _bare(path: str) -> str:
    """A path without the words that frame numbers, and without the map that has the name of its file."""
    kind, *rest = (step for step in path.split(".") if step not in FRAME)
    return ".".join((kind, *(rest[1:] if rest[:1] == [kind] else rest)))
