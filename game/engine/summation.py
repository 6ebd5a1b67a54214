"""Sums whose result does not depend on how many matches are stepped together."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray


def total(values: NDArray[Any], axis: int) -> NDArray[np.float64]:
    """Sum over `axis` (not the last, which is the batch; negative counts from the end) in index order.

    ``numpy.add.reduce`` sums pairwise where the summed axis is the innermost in memory, which happens only in a batch
    of one; a running sum keeps the order, and with it every bit, the same for any width.
    """
    if values.shape[-1] == 1:
        running: NDArray[np.float64] = np.add.accumulate(values, axis=axis)
        return running[(slice(None),) * (axis % values.ndim) + (-1,)]
    summed: NDArray[np.float64] = np.add.reduce(values, axis=axis)
    return summed
