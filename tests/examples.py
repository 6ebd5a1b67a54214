"""With how many examples the quick suite is content: few of a property, some of a table; the slow one has all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import settings

ALL = 50
"""Of a property that says no number itself."""
FEW = 8


def few(number: int) -> int:
    """`number` in the slow suite; in the quick one its share, and at least three."""
    return number if settings().max_examples == ALL else max(3, number * FEW // ALL)


def sparing(names: str | tuple[str, ...], cases: Sequence[Any], *quick: int) -> pytest.MarkDecorator:
    """``parametrize`` with `cases`, of which the quick suite runs only those at the positions `quick`."""
    rows = [case if isinstance(names, tuple) else (case,) for case in cases]
    marks = [[] if place in quick else [pytest.mark.slow] for place in range(len(rows))]
    return pytest.mark.parametrize(
        names, [pytest.param(*row, marks=mark) for row, mark in zip(rows, marks, strict=True)]
    )
