"""Works as Mesa agents: what a run costs and fetches, how hard they run, what they make and sell."""

from __future__ import annotations

from typing import Any

from mesa import Agent

from tests.perf.peers.numbers import CRUMB, fourth

LEAST_VALUE = 1e-3
"""Part of its cost that a run fetches at least."""


class Site(Agent):
    """One site: runs a process in its host nation."""

    def __init__(self, model: Any, at: int) -> None:
        super().__init__(model)
        w, s = model.numbers, model.start
        self.at, self.w = at, w
        self.host = model.nations[w.host[at]]
        self.market = model.markets[w.zone[w.host[at]]]
        self.exporter = model.exporters[w.origin[w.host[at]]]
        self.feeds = {g: w.takes[at][g] for g in w.feed_good[at][: w.feeds[at]]}
        self.makes = {g: w.makes[at][g] for g in w.product[at][: w.products[at]]}
        self.yard = {g: s.yard[at][g] for g in self.makes}
        self.full, self.recovered = dict.fromkeys(self.makes, 0.0), dict.fromkeys(self.makes, 1.0)
        self.feed = dict(self.feeds)
        self.capacity, self.run, self.staffed = s.capacity[at], s.run[at], s.staffed[at]
        self.year_margin = s.year_margin[at]
        self.spent = self.value = self.plan = 0.0
        self.exporter.sites.append(self)

    def reckon(self) -> None:
        """(5) US$/kg that a run costs and fetches, and what follows for its feeds and products."""
        w, price = self.w, self.market.price
        self.spent = w.run_cost[self.at] * w.cost_index[self.market.at][self.model.known_month]
        for g, amount in self.feeds.items():
            self.feed[g] = amount * self.host.spared(g)
            self.spent += self.feed[g] * price[g]
        value = 0.0
        for g, part in self.makes.items():
            room = w.yard_months * self.capacity * part + CRUMB
            self.full[g] = min(self.yard[g] / room, 1.0)
            if w.finish[g] > 0.0:
                dear = w.finish[g] / price[g]
                self.recovered[g] = (1.0 - self.full[g]) / (1.0 + fourth(dear * dear))
            value += part * self.recovered[g] * self.beyond(g)
        self.value = max(value, LEAST_VALUE * self.spent)
        able = self.able()
        if able > 0.0:
            self.share_cost(able)

    def beyond(self, g: int) -> float:
        """US$/kg that a good fetches beyond the cost of finishing it."""
        return max(float(self.market.price[g]) - float(self.w.finish[g]), 0.0)

    def able(self) -> float:
        """Tonnes that it can and may run this month."""
        ceiling = self.w.ceiling[self.at][self.model.known_month]
        return float(min(self.capacity * self.run * self.staffed, ceiling))

    def share_cost(self, able: float) -> None:
        """Add to the cost of its products, by what each fetches, and to the worth of its feeds."""
        w, market = self.w, self.market
        carried = self.spent / self.value
        for g, part in self.makes.items():
            made = able * part * self.recovered[g]
            market.cost[g] += made * (w.finish[g] + self.beyond(g) * carried)
            market.weight[g] += made
        for g, amount in self.feed.items():
            others = self.spent - amount * market.price[g]
            market.worth[g] = max(market.worth[g], (self.value / w.least_margin - others) / amount)

    def plan_run(self) -> None:
        """(6) Run as hard as the margin says, less as the yard fills; people leave an idle site."""
        w = self.w
        margin = self.value / self.spent
        eager = margin**w.slope
        crowd = sum(part * self.recovered[g] * self.beyond(g) * self.full[g] for g, part in self.makes.items())
        wish = eager / (w.idle + eager) * (1.0 - min(crowd / self.value, 1.0))
        self.run += (wish - self.run) / w.run_months
        self.year_margin += (margin - self.year_margin) / 12.0
        staff = min(2.0 * self.run, 1.0)
        self.staffed += (staff - self.staffed) / (w.closing_months if staff < self.staffed else w.restart_months)
        self.plan = self.able()
        for g, amount in self.feed.items():
            self.host.need[g] += self.plan * amount

    def book_sales(self) -> None:
        """(12) Its part of what its origin has sold, by what it offered."""
        left, offer = self.exporter.left, self.exporter.offer
        for g, lying in self.yard.items():
            if lying > 0.0:
                self.yard[g] = lying - lying * (1.0 - left[g] / offer[g])

    def produce(self) -> None:
        """(14) Take feed as far as it is met, put into the yard what is worth it."""
        host = self.host
        run = min([self.plan, *(self.plan * host.met[g] for g in self.feed)])
        for g, amount in self.feed.items():
            host.stock[g] -= min(run * amount, host.stock[g])
        for g, part in self.makes.items():
            made = run * part * self.recovered[g]
            self.yard[g] += made
            self.model.made[g] += made

    def count_yard(self) -> None:
        """(17) What lies in the yard counts as held."""
        for g, lying in self.yard.items():
            self.market.held[g] += lying
