"""What the text of a condition may speak of, and what is wrong with it where it speaks of anything else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from game.engine.world import Calendar, Names

DATES: Mapping[str, str] = {
    "since": "In that month and in every month after it.",
    "before": "In every month before that one.",
}
"""Helpers of the calendar, each a bound on the month, and when they hold."""


class ExpressionError(Exception):
    """A text is not a condition. `offset` counts characters from its start."""

    def __init__(self, offset: int, what: str, hint: str = "") -> None:
        self.offset, self.what, self.hint = offset, what, hint
        super().__init__(f"{what}, {hint}" if hint else what)


@dataclass(frozen=True)
class Vocabulary:
    """What a text may speak of: identifiers, the calendar for dates, and names that stand for a nation here."""

    names: Names
    calendar: Calendar
    stand_for: Mapping[str, str] = field(default_factory=dict)
    """``self`` and ``rival`` to the identifier of a nation."""
    open_axes: frozenset[str] = frozenset()
    """Axes of which any name is taken as known: a rule set looked at alone has no rules of the rival."""

    def bound(self, seat: str) -> Vocabulary:
        """The same with ``self`` standing for `seat`: only what a seat may know of itself can be named then."""
        return replace(self, stand_for={**self.stand_for, "self": seat})
