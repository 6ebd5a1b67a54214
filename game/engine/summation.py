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


def weigh_rows(weights: NDArray[np.float64], values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Sum over n of `weights` (X, N, ..., 1) times `values` (N, ..., B), for each x: (X, ..., B).

    In a wide batch one x after the other, so that the products stay in the processor's cache.
    """
    if values.shape[-1] == 1:
        return total(weights * values, 1)
    sums = np.empty((len(weights), *values.shape[1:]))
    product = np.empty(values.shape)
    for x, weight in enumerate(weights):
        np.multiply(weight, values, out=product)
        np.add.reduce(product, axis=0, out=sums[x])
    return sums


def weigh_columns(weights: NDArray[np.float64], values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Sum over x of `weights` (X, ..., 1) times `values` (X, ..., B), whose other axes broadcast."""
    if values.shape[-1] == 1:
        return total(weights * values, 0)
    sums = weights[0] * values[0]
    product = np.empty(sums.shape)
    for weight, value in zip(weights[1:], values[1:], strict=True):
        np.multiply(weight, value, out=product)
        sums += product
    return sums


_UNROLLED = 8
"""``numpy.add.reduceat`` adds more than so many numbers of a group in another order."""


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

    def sums(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """Sum the rows (axis 0) of each group, in an order that the batch does not change.

        ``numpy.add.reduceat`` is the quicker way in a batch of one and by far the slower in a wide one. Both ways add
        the rest of a group first, then its first row.
        """
        if values.shape[-1] == 1 and len(self.layers) < _UNROLLED:
            summed: NDArray[np.float64] = np.add.reduceat(values, self.starts, axis=0)
            return summed
        sums = values[self.starts]
        if self.layers:
            rest = values[self.layers[0][1]]
            for places, rows in self.layers[1:]:
                rest[places] += values[rows]
            sums[self.several] += rest
        return sums

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
