"""Measured values in words, for the tables."""

from __future__ import annotations

import math

_DIGITS, _YEAR_DIGITS = 4, 5
_LARGE = 10_000.0


def number(value: float | None) -> str:
    """Four digits of a number, whole when it is large, five of a broken year; ``never`` where there is none."""
    if value is None or not math.isfinite(value):
        return "never"
    if abs(value) >= _LARGE:
        return f"{value:.0f}"
    digits = _YEAR_DIGITS if abs(value) >= 1000.0 and value != round(value) else _DIGITS
    return f"{value:.{digits}g}"
