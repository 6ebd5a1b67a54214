"""The month of the core as a model of Mesa: sites, nations, origins and markets are agents with lists of numbers.

The phases are those of `game.economy.step`, in the same order, with the same equations (their numbers are given) on the
numbers of the example, so that prices are the core's but for rounding: `checks.py` holds them against each other.

The same: want_use (2), learn_thrift (3), reckon_margins (5), plan_runs (6), place_orders (7), honour_contracts (11),
trade (12: shares by price and habit, regular customers first, home supply, what is sent on), use_goods (13), run_sites
(14), come_back (15), lose_output (16), count_cover (17), see_lean (18), form_prices (19), feel (20).

Left out, which saves Mesa work that the core does, and changes nothing in the example as it stands: disturb (1: there
is no noise and no accident), build (4: nobody invests), find_leaks, leak_past and deal_quotas (8-10: nothing is
stopped), embargoes, quotas and openness of borders in the trade, wariness, tariffs, standards, offtake, guaranteed
prices, patience, growth, public stockpiles, and all accounts of money and tonnes but what is made and what is lost.
"""

from __future__ import annotations

from typing import Any

from mesa import Model

from tests.perf.peers.mesa_exporters import Exporter
from tests.perf.peers.mesa_markets import Market, form_price
from tests.perf.peers.mesa_nations import Nation
from tests.perf.peers.mesa_sites import Site
from tests.perf.peers.numbers import CRUMB, plain


class Month(Model):
    """A match of the example: `step` plays one month.

    Args:
        world: a record of the layout of `World`.
        state: a record of the layout of `State`, from which it starts.
    """

    def __init__(self, world: Any, state: Any) -> None:
        super().__init__()
        self.numbers = w = plain(world)
        self.start = plain(state)
        self.played = self.known_month = 0
        self.thriftable = [g for g in range(w.goods) if w.thriftable[g] > 0.0]
        self.returning = [g for g in range(w.goods) if w.returns[g] >= 0]
        self.traded = [g for g in range(w.goods) if not w.local[g]]
        self.made, self.fears, self.asked = [0.0] * w.goods, [0.0] * w.goods, [0.0] * w.goods
        self.markets = [Market(self, z) for z in range(w.zones)]
        self.exporters = [Exporter(self, x) for x in range(w.origins)]
        self.nations = [Nation(self, n) for n in range(w.nations)]
        self.sites = [Site(self, i) for i in range(w.sites)]
        self.sellers = [[self.exporters[x] for x in w.seller[g][: w.sellers[g]]] for g in range(w.goods)]

    def play(self, months: int) -> None:
        """Play so many months."""
        for _ in range(months):
            self.step()

    def step(self) -> None:
        """Play one month."""
        kinds, w = self.agents_by_type, self.numbers
        self.known_month = min(self.played, w.months - 1)
        kinds[Market].do("answer").do("begin_costs")
        kinds[Nation].do("want_use").do("learn_thrift")
        kinds[Site].do("reckon")
        kinds[Market].do("end_costs")
        kinds[Site].do("plan_run")
        kinds[Nation].do("place_orders")
        kinds[Exporter].do("begin_month")
        self.honour_contracts()
        kinds[Exporter].do("collect_offers")
        for g in range(w.goods):
            self.trade(g)
        kinds[Site].do("book_sales")
        kinds[Nation].do("use_goods")
        kinds[Site].do("produce")
        kinds[Nation].do("come_back").do("lose_output")
        self.form_prices()
        kinds[Nation].do("feel")
        self.played += 1

    def honour_contracts(self) -> None:
        """(11) What is promised of a yard is delivered before anything is sold."""
        w = self.numbers
        for c in range(w.contracts):
            site, buyer, g = self.sites[w.contract_site[c]], self.nations[w.contract_buyer[c]], w.contract_good[c]
            sent = min(w.contract_share[c] * site.yard[g], buyer.order[g])
            site.yard[g] -= sent
            buyer.order[g] -= sent
            buyer.received[g] += sent
            site.exporter.bought[g][buyer.at] += sent

    def trade(self, g: int) -> None:
        """(12) Buyers ask each origin for a share of a good; what they lack they find where some is left."""
        sellers, nations = self.sellers[g], self.nations
        for market in self.markets:
            market.attract(g)
        supplied, drawn = [CRUMB] * len(nations), [CRUMB] * len(nations)
        for seller in sellers:
            supplied = [total + usual for total, usual in zip(supplied, seller.regular[g], strict=True)]
        ties = [self.numbers.custom / total for total in supplied]
        for seller in sellers:
            seller.weigh(g, ties, drawn)
        parts = [nation.order[g] / total for nation, total in zip(nations, drawn, strict=True)]
        for nation in nations:
            nation.lacking = nation.order[g]
        for seller in sellers:
            seller.hear(parts)
            seller.fill(g, nations)
        for seller in sellers:
            seller.sell_at_home(g)
        for market in self.markets:
            self.send_on(g, [seller for seller in sellers if seller.market is market])
        for seller in sellers:
            seller.settle(g, nations)

    def send_on(self, g: int, sellers: list[Any]) -> None:
        """(12) Part of what buyers still lack comes within the month from those of a zone who have some left."""
        pool = sum(seller.left[g] for seller in sellers)
        sought = [self.numbers.diversion * nation.lacking for nation in self.nations]
        total = sum(sought)
        if pool >= CRUMB and total >= CRUMB:
            part = min(1.0, pool / total) / pool
            for seller in sellers:
                seller.send(g, [amount * part for amount in sought], self.nations)

    def form_prices(self) -> None:
        """(17-19) Count what lies and is called for, see which way goods go, and move the prices."""
        kinds, w = self.agents_by_type, self.numbers
        self.fears, self.asked = [CRUMB] * w.goods, [CRUMB] * w.goods
        kinds[Market].do("begin_count")
        kinds[Nation].do("count_stock")
        kinds[Site].do("count_yard")
        for g in range(w.goods):
            for seller in self.sellers[g]:
                seller.market.called[g] += w.yard_cover[g] * sum(seller.regular[g])
            for market in self.markets[1:]:
                self.see_lean(market, g)
            form_price(self.markets, g, [self.fear_in(market, g) for market in self.markets])

    def see_lean(self, market: Any, g: int) -> None:
        """(18) Which way a good crosses a border."""
        out = into = 0.0
        for seller in self.sellers[g]:
            for nation, amount in zip(self.nations, seller.bought[g], strict=True):
                if seller.market is market and nation.market is not market:
                    out += amount
                elif seller.market is not market and nation.market is market:
                    into += amount
        market.lean[g] += ((out - into) / (out + into + CRUMB) - market.lean[g]) / self.numbers.lean_months

    def fear_in(self, market: Any, g: int) -> float:
        """Fear of those who use a good within a zone, each weighed by its use."""
        users = [nation for nation in self.nations if nation.market is market]
        use = sum((nation.usual_use[g] for nation in users), CRUMB)
        return float(sum(nation.fear[g] * nation.usual_use[g] for nation in users) / use)
