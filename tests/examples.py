"""How many examples a property is tried with: a few in the quick suite, all of them in the slow one."""

from __future__ import annotations

from hypothesis import settings

ALL = 50
"""Of a property that says no number itself."""
FEW = 8


def few(number: int) -> int:
    """`number` in the slow suite; in the quick one its share, and at least three."""
    return number if settings().max_examples == ALL else max(3, number * FEW // ALL)
