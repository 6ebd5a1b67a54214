"""The example's numbers as plain Python numbers and lists: what a peer reads fastest, under the names of the core."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

CRUMB = 1e-6
"""t, or US$/kg: less is nothing."""
LOT = 1.0
"""t added to what is wanted and to what is held."""


def plain(record: Any) -> Any:
    """A record of the core, `World` or one match of `State`, with every field a number or nested lists of numbers."""
    return SimpleNamespace(**{name: record[name].tolist() for name in record.dtype.names})


def fourth(x: float) -> float:
    """The fourth power."""
    return x * x * x * x
