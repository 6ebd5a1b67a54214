"""A short sum of the values of a match, the same on every processor.

Processors differ in the last digits of exponentials and logarithms. What they leave between two builds is about 1e-13
of a value, or dust of 1e-30 t where two amounts should have cancelled. Values are therefore taken to `DIGITS` digits,
and what is below a floor by unit is nothing. Comparisons, a division, a product, a sum and a rounding to whole numbers
are all that is used: every processor does those alike.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.engine.fields import FIELDS
from game.engine.supply_view import READ

DIGITS = 6
"""Significant digits that count."""
_FLOORS = {"t": 1e-6, "t/month": 1e-6, "t/year": 1e-6}
"""By unit: less is nothing. A gram, where it is tonnes."""
_FLOOR = 1e-9
"""For all other units."""
_REALS = {
    **{name: field.unit for name, field in FIELDS.items() if field.dtype == "f8"},
    **{name: reading.field.unit for name, reading in READ.items()},
}
"""Fields of real numbers, stored or read from the records of the economy, with their units."""
_CLOSE = 1e-9
"""Part of a value that two processors may differ by after a turn."""
_LEAST, _MOST = -12, 18
_POWERS = np.array([float(f"1e{power}") for power in range(_LEAST, _MOST)])
"""Written out one by one: powers of arrays are not exact."""

_EDGE = 0.3183098861837907
"""Where one whole number ends and the next begins. Halves would not do: 0.01984375, and what is computed of round
figures, stands just there, and a last digit would decide.
"""

Values = NDArray[np.float64]


def digest(month: int, seed: int, read: Callable[[str], NDArray[Any]], lasting: Sequence[Any] = ()) -> str:
    """SHA-256 over a match: `read` gives the values of a field by its name; `lasting` is what an intervention still
    does, see `game.engine.shocks`.
    """
    whole = hashlib.sha256(f"{month}:{seed}{lasting or ''}".encode())
    reals = [read(name).ravel() for name in _REALS]
    codes = [read(name).ravel() for name in FIELDS if name not in _REALS]
    floors = _floors(tuple(map(len, reals)))
    whole.update(_rounded(np.concatenate(reals), floors).tobytes())
    whole.update(np.concatenate(codes).astype(np.int64).tobytes())
    return whole.hexdigest()


@cache
def _floors(lengths: tuple[int, ...]) -> Values:
    """The floor of each value, where the fields of real numbers have so many values."""
    return np.repeat([_FLOORS.get(unit, _FLOOR) for unit in _REALS.values()], lengths)


def alike(one: Values, other: Values, unit: str) -> bool:
    """Whether two arrays of a field are the same but for what processors differ in."""
    return bool(np.allclose(one, other, rtol=_CLOSE, atol=_FLOORS.get(unit, _FLOOR), equal_nan=True))


def _rounded(values: Values, floors: Values) -> NDArray[np.int64]:
    """Each value as a whole number of `DIGITS` digits and the power of ten that it counts, (2, n)."""
    found = np.zeros((2, len(values)), dtype=np.int64)
    size, odd = np.abs(values), ~np.isfinite(values)
    there = np.flatnonzero((size >= floors) & ~odd)  # most values of a match are nothing
    power = np.searchsorted(_POWERS, size[there], side="right") - 1
    digits = np.floor(values[there] / _POWERS[np.maximum(power, 0)] * 10.0 ** (DIGITS - 1) + _EDGE)
    full = np.abs(digits) >= 10.0**DIGITS  # 0.99999999 and 1 are one number: it begins with the next power
    found[:, there] = np.where(full, np.sign(digits) * 10.0 ** (DIGITS - 1), digits), power + full
    found[:, odd] = -1
    return found
