"""When a match starts, and its turns and months."""

from __future__ import annotations

from dataclasses import dataclass

DAYS_A_MONTH = 365.25 / 12.0


@dataclass(frozen=True)
class Calendar:
    """When the match starts and how it is cut into turns. A month is counted as year * 12 + (month - 1)."""

    start: int
    turn_months: int
    turns: int

    @property
    def months(self) -> int:
        """Length of the match in months (T)."""
        return self.turn_months * self.turns

    def label(self, month: int) -> str:
        """Month `month` of the match (0 is the first) as ``YYYY-MM``."""
        year, rest = divmod(self.start + month, 12)
        return f"{year:04d}-{rest + 1:02d}"
