"""Zones as Mesa agents: a market each, and how all of them form their prices."""

from __future__ import annotations

from math import exp, log
from typing import Any

from mesa import Agent

from tests.perf.peers.numbers import CRUMB, LOT, fourth

THIN = 4.0 * LOT
"""t wanted and held together below which there is no market."""
FAMINE = 3.0
"""Wanted over held beyond which a lack is felt by its logarithm only."""


class Market(Agent):
    """The market of one customs border; the first is the world's."""

    def __init__(self, model: Any, at: int) -> None:
        super().__init__(model)
        w, s = model.numbers, model.start
        self.at, self.w, self.goods = at, w, range(w.goods)
        self.price, self.usual = s.price[at][: w.goods], s.usual[at][: w.goods]
        self.year_price, self.lean = s.year_price[at][: w.goods], s.lean[at][: w.goods]
        self.kept, self.saved = s.kept[at][: w.sectors], s.saved[at][: w.sectors]
        self.skimp, self.duty = s.skimp[at][: w.goods], s.duty[at][: w.goods]
        self.taught, self.rise, self.aim = [0.0] * w.goods, [0.0] * w.goods, [0.0] * w.goods
        self.cost, self.weight, self.worth = [0.0] * w.goods, [0.0] * w.goods, [0.0] * w.goods
        self.held, self.called = [LOT] * w.goods, [LOT] * w.goods
        self.pull = self.pull_abroad = self.apart = self.linked = 0.0

    def answer(self) -> None:
        """(2) Users leave or stay, slowly; (3) makers learn from a dear feed, and leave out part of one that leaps."""
        w = self.w
        for j in range(w.sectors):
            dear = self.price[w.sector_good[j]] / w.usual_price[j]
            stay = (1.0 + fourth(1.0 / w.choke[j])) / (1.0 + fourth(dear / w.choke[j]))
            self.kept[j] += (dear ** -w.elasticity[j] * stay - self.kept[j]) / w.switch_months[j]
            self.saved[j] = max(self.saved[j], w.lasting[j] * (1.0 - self.kept[j]))
        for g in self.model.thriftable:
            leap = fourth(self.price[g] / (exp(self.usual[g]) * w.thrift_choke[g]))
            usual = fourth(1.0 / w.thrift_choke[g])
            aim = max(leap / (1.0 + leap) - usual / (1.0 + usual), 0.0)
            self.skimp[g] += (aim - self.skimp[g]) / w.skimp_months
            dear = self.price[g] / w.thrift_price[g]
            taught = min(1.0 - dear ** -w.thrift_elasticity[g], w.thrift_most[g])
            self.taught[g] = taught if dear > 1.0 else 0.0

    def left(self, j: int) -> float:
        """Part of a sector's use that is left."""
        kept = self.kept[j]
        return float(min(kept, max(kept, 1.0) - self.saved[j]))

    def begin_costs(self) -> None:
        """(5) No maker has been asked yet what a good costs."""
        w = self.w
        self.weight, self.worth = [CRUMB] * w.goods, [0.0] * w.goods
        self.cost = [CRUMB * (w.finish[g] if w.local[g] else self.price[g]) for g in self.goods]

    def end_costs(self) -> None:
        """(5) US$/kg in the mean of the makers."""
        self.cost = [cost / weight for cost, weight in zip(self.cost, self.weight, strict=True)]

    def attract(self, g: int) -> None:
        """(12) The weight of its price for buyers within and abroad."""
        w = self.w
        self.pull = self.price[g] ** -w.response
        self.pull_abroad = self.pull * (1.0 + w.freight + self.duty[g]) ** -w.response

    def begin_count(self) -> None:
        """(17) One lot of each is counted where there is none."""
        self.held, self.called = [LOT] * self.w.goods, [LOT] * self.w.goods

    def see(self, g: int) -> None:
        """(19) What way and duty part its price by, and how far it is that of all."""
        w, lean = self.w, self.lean[g]
        self.linked = 1.0 if self.called[g] + self.held[g] < THIN else w.joined
        self.apart = 0.0
        if self.at > 0:
            self.apart = log(1.0 + w.freight) * lean + log(1.0 + self.duty[g]) * max(lean, 0.0)

    def aim_apart(self, g: int, scarce_all: float, cost_all: float) -> None:
        """(19) ln US$/kg that scarcity and cost call for, of what all markets and its own hold and pay."""
        w, free = self.w, self.linked
        scarce = free * scarce_all + (1.0 - free) * lack(self.called[g] / self.held[g])
        paid = free * (cost_all - self.apart) + (1.0 - free) * log(self.cost[g])
        anchored = w.cost_pull / (1.0 + max(scarce, 0.0)) ** 2
        aim = self.usual[g] + w.scarcity * scarce + anchored * (paid - self.usual[g])
        self.aim[g] = min(aim, log(self.worth[g])) if self.worth[g] > 0.0 else aim

    def move(self, g: int, common: float, fear: float) -> None:
        """(19) Bring the price nearer to what is called for, and what traders are used to nearer to the price."""
        w = self.w
        aim = self.aim[g] + self.linked * (common - self.apart - self.aim[g])
        present = log(self.price[g])
        present += (aim - present) / w.price_months
        self.usual[g] += (present - self.usual[g]) * min((1.0 + w.haste * fear) / w.expect_months, 1.0)
        self.price[g] = exp(present)
        self.year_price[g] += (self.price[g] - self.year_price[g]) / 12.0
        self.rise[g] = max(log(self.price[g] / self.year_price[g]) / log(2.0), 0.0)


def lack(called: float) -> float:
    """How scarce a good is, by wanted over held stock."""
    if called < 1.0:
        return log(called)
    return called - 1.0 if called < FAMINE else FAMINE - 1.0 + FAMINE * log(called / FAMINE)


def form_price(markets: list[Market], g: int, fears: list[float]) -> None:
    """(19) The price of a good in all markets, which are one as far as it is free to cross their borders."""
    for market in markets:
        market.see(g)
    called = sum(market.called[g] for market in markets)
    held = sum(market.held[g] for market in markets)
    cost = sum(market.weight[g] * market.cost[g] for market in markets) / sum(market.weight[g] for market in markets)
    shift = sum(market.called[g] * market.apart for market in markets) / called
    for market in markets:
        market.aim_apart(g, lack(called / held), log(cost) + shift)
    common = sum(market.called[g] * (market.aim[g] + market.apart) for market in markets) / called
    for market, fear in zip(markets, fears, strict=True):
        market.move(g, common, fear)
