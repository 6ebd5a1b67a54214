"""What was decided and what happened to everybody, by month, put into a match as its time comes."""

from __future__ import annotations

from typing import Any

import numpy as np

from tests.economy.quotas import parts
from tests.economy.rules import FREE, Rules

LEAST_ASKED = 1e-3
"""t/month: a good of which less is asked counts as one of which this is."""


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
        self.origins = [x for x in range(len(rules.origins)) if w["origin_zone"][x] == self.zone]
        self.works = [i for i in range(len(rules.works)) if w["zone"][w["host"][i]] == self.zone]
        self.run_cost, self.cost = w["run_cost"].copy(), rules.steps(written["cost_index"])
        self.capacity = np.array([rules.dated(work["capacity"]) for work in written["works"].values()]) / 12.0
        self.quota = (rules.dated(written["export_quota"]) + rules.dated(written["outside_quota"])) / 12.0
        self.shared = [rules.goods.index(name) for name in written["quota_goods"]]
        self.leaking = dict.fromkeys(self.shared, written["quota_leak"])
        self.duty = {rules.goods.index(name): rules.dated(duties) for name, duties in written["export_duty"].items()}

    def rest(self, s: Any) -> None:
        """As things stood before the first month."""
        for good, duties in self.duty.items():
            s["duty"][self.zone, good] = duties[0] if self.on else 0.0

    def apply(self, month: int, w: Any, s: Any, m: Any) -> None:
        """Put what holds this month into the rule set `w` and the match `s`, given the figures `m` of the last."""
        w["run_cost"][self.works] = self.run_cost[self.works] * self.cost[month]
        size = len(self.capacity)
        grown = self.capacity[:, month] - self.capacity[:, month - 1]
        s["capacity"][:size] = np.maximum(s["capacity"][:size] + grown, 0.0)
        self._thrift(w, s)
        if self.on:
            for good, duties in self.duty.items():
                s["duty"][self.zone, good] = duties[month]
            self._quotas(month, w, s, m)
            self._embargoes(month, s)

    def _thrift(self, w: Any, s: Any) -> None:
        """What makers learn to do without as a good grows dear, and do not forget."""
        thrift, nations = self.written["thrift"], len(self.rules.nations)
        price = s["price"][w["zone"][:nations], self.rules.goods.index(thrift["good"])]
        known = np.minimum(1.0 - (price / thrift["usual"]) ** -thrift["elasticity"], thrift["most"])
        s["thrift_known"][:nations] = np.maximum(s["thrift_known"][:nations], known)

    def _quotas(self, month: int, w: Any, s: Any, m: Any) -> None:
        """The quota by weight dealt out to its goods, each by what was asked of it and what it fetches outside."""
        asked = {g: self._asked(g, m) for g in self.shared}
        pull = {g: s["price"][0, g] ** self.written["quota_skew"] for g in self.shared}
        spare = self.written["quota_spare"]
        given = parts(self.quota[month], asked, pull, spare)
        loose = self.quota[month] > spare * sum(asked.values())
        for g in self.shared:
            self.leaking[g] += (self._leak(g, w, s) - self.leaking[g]) / self.written["market"]["leak_months"]
            s["quota"][self.zone, g] = FREE if loose else given[g] * (1.0 + self.leaking[g])

    def _asked(self, g: int, m: Any) -> float:
        """t/month of a good that buyers abroad got or were refused."""
        sent = sum(m["bought"][g, x, n] for x in self.origins for n in self.abroad)
        refused = sum(m["refused"][self.zone, n, g] for n in self.abroad)
        return float(max(sent + refused, LEAST_ASKED))

    def _leak(self, g: int, w: Any, s: Any) -> float:
        """Share of a quota that would leak past it: more, as smugglers find their way, with the gap of prices."""
        inside = s["price"][self.zone, g] * (1.0 + s["duty"][self.zone, g]) * (1.0 + w["freight"])
        gap = max(s["price"][0, g] / inside, 1.0)
        leak = self.written["quota_leak"] * gap ** self.written["leak_response"]
        return float(min(leak, self.written["leak_most"]))

    def _embargoes(self, month: int, s: Any) -> None:
        """Of stops that overlap the strictest holds."""
        s["embargo"] = 0.0
        for stop in self.written["embargoes"]:
            if self.rules.month(stop["from"]) <= month <= self.rules.month(stop["to"]):
                named = stop["nations"]
                hit = self.abroad if named == "all" else [self.rules.nations.index(name) for name in named]
                for good in map(self.rules.goods.index, stop["goods"]):
                    s["embargo"][self.zone, hit, good] = np.maximum(s["embargo"][self.zone, hit, good], stop["share"])
