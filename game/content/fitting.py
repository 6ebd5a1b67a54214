"""The mark of numbers that were set or moved with an outcome in sight: ``fitted: true``; of a table, how many of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

FITTED = "fitted"


def marks(written: Any, among: int) -> bool:
    """Whether what is written behind `FITTED` marks some of so many numbers."""
    if isinstance(written, bool):
        return written
    return isinstance(written, int) and 0 < written <= among


def numbers_in(node: Any) -> int:
    """How many numbers a value of a file holds; what stands in the place of one and is none counts too."""
    if isinstance(node, Mapping) and node:
        return numbers_in(node["value"]) if "value" in node else sum(map(numbers_in, node.values()))
    return sum(map(numbers_in, node)) if isinstance(node, list) and node else 1
