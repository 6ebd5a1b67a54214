"""Sums whose result does not depend on how many matches are stepped together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

_LAST = tuple((slice(None),) * axis + (-1,) for axis in range(8))
"""Place of the last element on each axis."""


def total(values: NDArray[Any], axis: int) -> NDArray[np.float64]:
    """Sum over `axis` (not the last, which is the batch; negative counts from the end) in index order.

    ``numpy.add.reduce`` sums pairwise where the summed axis is the innermost in memory, as in a batch of one and in
    what is read from records; a running sum keeps the order, and with it every bit, the same for any width.
    """
    if values.shape[-1] == 1 or values.strides[axis] < values.strides[-1]:
        running: NDArray[np.float64] = np.add.accumulate(values, axis)
        return running[_LAST[axis % values.ndim]]
    summed: NDArray[np.float64] = np.add.reduce(values, axis=axis)
    return summed


@dataclass(frozen=True)
class Groups:
    """Runs of rows that are summed together: where each starts, and the rows after the first, layer by layer."""

    starts: NDArray[np.intp]
    several: NDArray[np.intp]
    """Groups of more than one row."""
    layers: tuple[tuple[NDArray[np.intp], NDArray[np.intp]], ...]
    """For the second, third, ... row of the groups: places among `several`, and rows."""

    @classmethod
    def of(cls, starts: NDArray[np.intp], count: int) -> Groups:
        """Groups of `count` rows that start at `starts` (the first is 0)."""
        sizes = np.diff([*starts.tolist(), count])
        several = np.flatnonzero(sizes > 1)
        layers = []
        for depth in range(1, int(sizes.max(initial=1))):
            places = np.flatnonzero(sizes[several] > depth)
            layers.append((places, starts[several[places]] + depth))
        return cls(starts, several, tuple(layers))

    def in_order(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """Sum the rows (axis 0) of each group from the first to the last, so that a row of zeros changes no bit.

        What is returned may be `values` itself.
        """
        if not self.layers:
            return values
        if values.shape[-1] == 1 and len(self.layers) == 1:  # two rows have but one order
            summed: NDArray[np.float64] = np.add.reduceat(values, self.starts, axis=0)
            return summed
        sums = values.take(self.starts, axis=0)
        for places, rows in self.layers:
            sums[self.several[places]] += values.take(rows, axis=0)
        return sums
