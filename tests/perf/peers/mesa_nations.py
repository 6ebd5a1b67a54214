"""Nations as Mesa agents: the firms of one use, order, hold and lose goods, and fear to run dry."""

from __future__ import annotations

from math import exp
from typing import Any

from mesa import Agent

from tests.perf.peers.numbers import CRUMB


class Nation(Agent):
    """The users and buyers of one nation."""

    def __init__(self, model: Any, at: int) -> None:
        super().__init__(model)
        w, s = model.numbers, model.start
        self.at, self.w, self.goods = at, w, range(w.goods)
        self.market = model.markets[w.zone[at]]
        self.exporter = model.exporters[w.origin[at]]
        self.stock, self.dry = s.stock[at][: w.goods], s.dry[at][: w.goods]
        self.usual_use, self.fear = s.usual_use[at][: w.goods], s.fear[at][: w.goods]
        self.in_use, self.thrift = s.in_use[at], s.thrift[at][: w.goods]
        self.want, self.need, self.wanted, self.order, self.asked, self.received = ([0.0] * w.goods for _ in range(6))
        self.met = [1.0] * w.goods
        self.lacking = self.loss = 0.0
        self.exporter.nations.append(self)

    def want_use(self) -> None:
        """(2) Tonnes that users want: activity x what prices leave of it."""
        w, want = self.w, [0.0] * self.w.goods
        for j in range(w.sectors):
            active = w.activity[self.at][j][self.model.known_month]
            want[w.sector_good[j]] += w.use[self.at][j] * active * self.market.left(j)
        self.want, self.need = want, list(want)

    def learn_thrift(self) -> None:
        """(3) Recipes save what a dear feed teaches."""
        for g in self.model.thriftable:
            self.thrift[g] += max(self.market.taught[g] - self.thrift[g], 0.0) / self.w.thrift_months

    def spared(self, g: int) -> float:
        """Part of a feed in a recipe that is still taken."""
        part = self.w.thriftable[g]
        if part <= 0.0:
            return 1.0
        return float(1.0 - part * (1.0 - (1.0 - self.thrift[g]) * (1.0 - self.market.skimp[g])))

    def place_orders(self) -> None:
        """(7) Order = need + (stock wanted - stock) / months to close the gap; nothing of what is used where it is."""
        w = self.w
        for g in self.goods:
            need = self.need[g]
            self.usual_use[g] += (need - self.usual_use[g]) / w.usual_months
            self.wanted[g] = w.cover[g] * (1.0 + w.panic * self.fear[g]) * self.usual_use[g]
            ordered = max(need + (self.wanted[g] - self.stock[g]) / w.order_months, 0.0)
            self.order[g] = self.asked[g] = 0.0 if w.local[g] else ordered
            self.received[g] = 0.0

    def use_goods(self) -> None:
        """(13) Meet the need from what came and what lies in stock; who is dry lacks what is not delivered."""
        for g in self.goods:
            need, asked, received = self.need[g], self.asked[g], self.received[g]
            self.stock[g] += received
            self.met[g] = 1.0
            if need > CRUMB:
                filled = received / asked if asked > CRUMB else 1.0
                undelivered = max(min(1.0 - filled, 1.0 - received / need), 0.0)
                self.met[g] = self.meet(g, undelivered, self.stock[g] / need)
            self.stock[g] -= min(self.want[g] * self.met[g], self.stock[g])

    def meet(self, g: int, undelivered: float, stock: float) -> float:
        """Part of a need that is met by a stock of so many months of it."""
        before = self.dry[g]
        dry = before
        if undelivered > 0.0:
            own = max(stock - 1.0 + undelivered, 0.0)
            dry += (1.0 - before) * (1.0 - exp(-undelivered * (1.0 - before) / (own + CRUMB)))
        self.dry[g] = dry = dry - dry * (1.0 - undelivered) / self.w.order_months
        return float(min(1.0 - undelivered * 0.5 * (before + dry), stock, 1.0))

    def come_back(self) -> None:
        """(15) Products age in use; a part of those at the end of their life becomes scrap."""
        w = self.w
        for g in self.model.returning:
            moved, steps, scrap = self.want[g] * self.met[g], self.in_use[g], w.returns[g]
            for k, aged in enumerate(steps):
                leaving = aged * len(steps) / w.life_months[g]
                steps[k] = aged + moved - leaving
                moved = leaving
            room = w.yard_months * self.usual_use[scrap] + CRUMB
            collected = moved * w.collected[self.at] * w.returned[g]
            self.stock[scrap] += collected * max(1.0 - self.stock[scrap] / room, 0.0)

    def lose_output(self) -> None:
        """(16) US$ million of output lost for want of goods."""
        w = self.w
        for j in range(w.sectors):
            unmet = max(1.0 - self.met[w.sector_good[j]], 0.0)
            active = w.activity[self.at][j][self.model.known_month]
            self.loss += w.output[self.at][j] * active * unmet**w.loss_power

    def unfilled(self, g: int) -> float:
        """Tonnes ordered that did not come."""
        return max(self.asked[g] - self.received[g], 0.0)

    def count_stock(self) -> None:
        """(17) What firms hold and want, and (20) how the fear of all is weighed."""
        held, called, local = self.market.held, self.market.called, self.w.local
        fears, asked = self.model.fears, self.model.asked
        for g in self.goods:
            held[g] += self.stock[g]
            called[g] += self.wanted[g] if local[g] else self.wanted[g] + self.unfilled(g)
            fears[g] += self.fear[g] * self.asked[g]
            asked[g] += self.asked[g]

    def feel(self) -> None:
        """(20) Fear comes from orders not filled, from a rising price, and from the fear of others; it fades."""
        w, fears, total = self.w, self.model.fears, self.model.asked
        for g in self.model.traded:
            asked, fear = self.asked[g], self.fear[g]
            if asked > CRUMB:
                around = max(fears[g] / total[g] - fear, 0.0)
                come = w.alarm * self.unfilled(g) / asked + w.excitement * self.market.rise[g] + w.contagion * around
                fear += (1.0 - fear) * min(come, 1.0)
            self.fear[g] = fear - fear / w.calm_months
