"""What a controller decided, by month, put into a match as its time comes."""

from __future__ import annotations

from typing import Any

import numpy as np

from game.economy.small import FREE
from tests.economy.rules import Rules


class Controls:
    """Quotas, duties and embargoes of a rule set by date, of its ``controls.yaml``.

    Args:
        rules: as written.
        w: the record made of it.
        on: whether the controller decides anything.
    """

    def __init__(self, rules: Rules, w: Any, *, on: bool = True) -> None:
        written = rules.written
        self.rules, self.written, self.on = rules, written, on
        self.zone = rules.zones.index("china")
        self.abroad = [n for n in range(len(rules.nations)) if w["zone"][n] != self.zone]
        self.quota = (rules.dated(written["export_quota"]) + rules.dated(written["outside_quota"])) / 12.0
        self.limit = rules.quotas.index("oxides")
        self.duty = {rules.goods.index(name): rules.dated(duties) for name, duties in written["export_duty"].items()}

    def rest(self, s: Any) -> None:
        """As things stood before the first month."""
        for good, duties in self.duty.items():
            s["duty"][self.zone, good] = duties[0] if self.on else 0.0
        s["past"][self.limit] = self.written["market"]["past_quota"]

    def apply(self, month: int, s: Any) -> None:
        """Put what holds this month into the match `s`."""
        if self.on:
            for good, duties in self.duty.items():
                s["duty"][self.zone, good] = duties[month]
            s["quota"][self.limit] = min(self.quota[month], FREE)
            self._embargoes(month, s)

    def _embargoes(self, month: int, s: Any) -> None:
        """Of stops that overlap the strictest holds."""
        s["embargo"] = 0.0
        for stop in self.written["embargoes"]:
            if self.rules.month(stop["from"]) <= month <= self.rules.month(stop["to"]):
                named = stop["nations"]
                hit = self.abroad if named == "all" else [self.rules.nations.index(name) for name in named]
                for good in map(self.rules.goods.index, stop["goods"]):
                    s["embargo"][self.zone, hit, good] = np.maximum(s["embargo"][self.zone, hit, good], stop["share"])
