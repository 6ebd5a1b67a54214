"""Origins as Mesa agents: who is asked for how much, and whom they serve."""

from __future__ import annotations

from typing import Any

from mesa import Agent

from tests.perf.peers.numbers import CRUMB


class Exporter(Agent):
    """A group of exporting nations that offers what lies in the yards of its sites."""

    def __init__(self, model: Any, at: int) -> None:
        super().__init__(model)
        w, s = model.numbers, model.start
        self.at, self.w = at, w
        self.market = model.markets[w.origin_zone[at]]
        self.sites: list[Any] = []
        self.nations: list[Any] = []
        self.regular = [s.regular[g][at][: w.nations] for g in range(w.goods)]
        self.reliable = [s.reliable[g][at][: w.nations] for g in range(w.goods)]
        self.bought = [[0.0] * w.nations for _ in range(w.goods)]
        self.offer, self.left = [0.0] * w.goods, [0.0] * w.goods
        self.wish: list[float] = []
        self.flow: list[float] = []

    def collect_offers(self) -> None:
        """All that lies in the yards is for sale."""
        self.offer = [0.0] * self.w.goods
        for site in self.sites:
            for g, lying in site.yard.items():
                self.offer[g] += lying
        self.left = list(self.offer)

    def weigh(self, g: int, ties: list[float], drawn: list[float]) -> None:
        """Its weight for each nation: habit x price^-response x trust^3, added to what draws that nation."""
        fixed, here, habit = 1.0 - self.w.custom, self.market.at, self.w.habit[g][self.at]
        near, far = self.market.pull, self.market.pull_abroad
        self.wish = []
        for n, (usual, trusted) in enumerate(zip(self.regular[g], self.reliable[g], strict=True)):
            pull = near if self.w.zone[n] == here else far
            weight = (habit[n] * fixed + usual * ties[n]) * pull * trusted * trusted * trusted
            self.wish.append(weight)
            drawn[n] += weight

    def hear(self, parts: list[float]) -> None:
        """Tonnes that each nation asks, by what a weight of one brings."""
        self.wish = [weight * part for weight, part in zip(self.wish, parts, strict=True)]

    def fill(self, g: int, nations: list[Any]) -> None:
        """Serve regular customers first, up to what they are used to, then the rest alike."""
        claims = [min(wished, usual) for wished, usual in zip(self.wish, self.regular[g], strict=True)]
        claimed, asked, left = sum(claims, CRUMB), sum(self.wish, CRUMB), self.left[g]
        first = min(1.0, left / claimed)
        then = min(1.0, max(left - claimed, 0.0) / (asked - claimed + CRUMB))
        pairs = zip(self.wish, claims, strict=True)
        self.flow = [claim * first + (wished - claim) * then for wished, claim in pairs]
        for nation, sent in zip(nations, self.flow, strict=True):
            nation.lacking = max(nation.lacking - sent, 0.0)
        self.left[g] = max(left - sum(self.flow), 0.0)

    def sell_at_home(self, g: int) -> None:
        """What is left goes at once to its own that still lack some."""
        home = sum(nation.lacking for nation in self.nations)
        if self.left[g] > 0.0 and home > 0.0:
            part = min(1.0, self.left[g] / home)
            for nation in self.nations:
                sent = part * nation.lacking
                self.flow[nation.at] += sent
                nation.lacking -= sent
            self.left[g] = max(self.left[g] - part * home, 0.0)

    def send(self, g: int, sends: list[float], nations: list[Any]) -> None:
        """Send on so much a tonne left to each nation."""
        left = self.left[g]
        for nation, each in zip(nations, sends, strict=True):
            self.flow[nation.at] += each * left
            nation.lacking -= each * left
        self.left[g] = left * max(1.0 - sum(sends), 0.0)

    def settle(self, g: int, nations: list[Any]) -> None:
        """Deliver, and remember who the customers are and how their orders were filled."""
        pace, regular, reliable, bought = 1.0 / self.w.regular_months, self.regular[g], self.reliable[g], self.bought[g]
        for n, (sent, wished) in enumerate(zip(self.flow, self.wish, strict=True)):
            nations[n].received[g] += sent
            bought[n] += sent
            come = min((sent + CRUMB) / (wished + CRUMB), 1.0)
            reliable[n] += (come - reliable[n]) * pace
            regular[n] += (bought[n] - regular[n]) * pace

    def begin_month(self) -> None:
        """Nothing is delivered yet."""
        self.bought = [[0.0] * self.w.nations for _ in self.bought]
