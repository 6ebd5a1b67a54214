"""What the tables of a world are made of."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


def no_places() -> Ints:
    """An empty list of places."""
    return np.zeros(0, dtype=np.int64)


def no_rates() -> Array:
    """An empty list of numbers."""
    return np.zeros(0)


def nobody() -> Bools:
    """A table of marks without rows."""
    return np.zeros((0, 0), dtype=bool)


def wide(parameter: Array, axes: int = 1) -> Array:
    """`parameter` with `axes` axes of length 1 appended, to broadcast against state."""
    return parameter.reshape(parameter.shape + (1,) * axes)
