"""What a controller decided, by month, put into a match as its time comes."""

from __future__ import annotations

from typing import Any

from tests.economy.ruleset import Rules


class Controls:
    """Quotas, duties and embargoes of a rule set by date.

    Args:
        rules: whose they are.
        on: whether the controller decides anything.
    """

    def __init__(self, rules: Rules, *, on: bool = True) -> None:
        self.dated, self.on = rules.dated(), on

    def rest(self, s: Any) -> None:
        """As things stood before the first month."""
        if not self.on:
            s["duty"] = 0.0

    def apply(self, month: int, s: Any) -> None:
        """Put what holds this month into the match `s`."""
        if self.on:
            for name in ("quota", "duty", "embargo"):
                values = getattr(self.dated, name)[..., month]
                s[name][tuple(map(slice, values.shape))] = values
