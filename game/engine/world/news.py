"""What is news."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class News:
    """From which size on things are told; what is smaller stands in the record alone, or nowhere."""

    flow: float
    """Part of a month's need from which tonnes held back or released are news."""
    shortage: float
    """Part of the need that must be unmet before a shortage is news."""
    works: float
    """Part of what its stage could run at the start from which a project is news for who has no part in it."""
