"""What was decided and what happened to everybody, by month, put into a match as its time comes."""

from __future__ import annotations

from typing import Any

import numpy as np

from game.economy.small import FREE
from tests.economy.rules import Rules


class Controls:
    """The dated figures of a rule set that its core knows no field for: ``controls.yaml``, and capacities by date.

    Args:
        rules: as written.
        w: the record made of it.
        on: whether the controller decides anything; what happened to everybody happens anyhow.
    """

    def __init__(self, rules: Rules, w: Any, *, on: bool = True) -> None:
        written = rules.written
        self.rules, self.written, self.on = rules, written, on
        self.zone = rules.zones.index("china")
        self.abroad = [n for n in range(len(rules.nations)) if w["zone"][n] != self.zone]
        self.works = [i for i in range(len(rules.works)) if w["zone"][w["host"][i]] == self.zone]
        self.run_cost, self.cost = w["run_cost"].copy(), rules.steps(written["cost_index"])
        self.capacity = np.array([rules.dated(work["capacity"]) for work in written["works"].values()]) / 12.0
        self.quota = (rules.dated(written["export_quota"]) + rules.dated(written["outside_quota"])) / 12.0
        self.limit = rules.quotas.index("oxides")
        self.duty = {rules.goods.index(name): rules.dated(duties) for name, duties in written["export_duty"].items()}

    def rest(self, s: Any) -> None:
        """As things stood before the first month."""
        for good, duties in self.duty.items():
            s["duty"][self.zone, good] = duties[0] if self.on else 0.0
        s["past"][self.limit] = self.written["market"]["past_quota"]

    def apply(self, month: int, w: Any, s: Any) -> None:
        """Put what holds this month into the rule set `w` and the match `s`."""
        w["run_cost"][self.works] = self.run_cost[self.works] * self.cost[month]
        size = len(self.capacity)
        grown = self.capacity[:, month] - self.capacity[:, month - 1]
        s["capacity"][:size] = np.maximum(s["capacity"][:size] + grown, 0.0)
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
