"""The rare-earth rule set from December 2007 to December 2025, with the documented controls, held against the record.

    python -m tests.economy.history

prints what comes out beside what is documented. ``tests.economy.history_fit`` moves the numbers that are marked as fitted.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from game.economy.compiled import available, twin
from game.economy.fields import layout, views
from game.economy.month import Handed
from game.economy.play import each, several
from game.economy.state import State
from game.economy.world import World
from tests.economy.example import start
from tests.economy.rules import FREE, Rules

FOLDER = Path(__file__).parent / "rules" / "rare_earths"
FIRST, FROM, TO = 2007, 11, 228
"""Year of the first month of the series; months that are played, December 2007 to December 2025."""
OXIDES = ("ndpr", "dytb", "bulk")
BASKET = {"ndpr": 0.238, "dytb": 0.0019, "bulk": 0.7601}
"""The split of Mt Weld [mt_weld_split]."""
SPARE = 1.2
"""Of what is asked, that a good gets at most of a quota before the others get the rest."""


@cache
def rules() -> Rules:
    """The rule set as written."""
    return Rules(FOLDER, FIRST)


class Controls:
    """What was decided and what happened, by month, put into a match as its time comes."""

    def __init__(self, r: Rules, w: Any, *, controls: bool = True) -> None:
        written = r.written
        self.r, self.on = r, controls
        self.quota = (r.dated(written["export_quota"]) + r.dated(written["outside_quota"])) / 12.0
        self.leak, self.response, self.most = (written[name] for name in ("quota_leak", "leak_response", "leak_most"))
        self.leaking = dict.fromkeys(range(len(r.goods)), self.leak)
        self.leak_months = written["market"]["leak_months"]
        self.skew = written["quota_skew"]
        self.quota_goods = [r.goods.index(name) for name in written["quota_goods"]]
        self.duty = {r.goods.index(name): r.dated(duties) for name, duties in written["export_duty"].items()}
        self.thrift = written["thrift"]
        self.cost = r.steps(written["cost_index"])
        self.capacity = np.array([r.dated(work["capacity"]) for work in written["works"].values()]) / 12.0
        self.zone = r.zones.index("china")
        self.costly = [i for i, work in enumerate(written["works"].values()) if work["host"] in ("china", "myanmar")]
        self.run_cost = w["run_cost"].copy()
        self.finish = w["finish"].copy()
        self.abroad = [n for n in range(len(r.nations)) if w["zone"][n] != self.zone]
        self.from_zone = [x for x in range(len(r.origins)) if w["origin_zone"][x] == self.zone]

    def rest(self, w: Any, s: Any) -> None:
        """As things stood before the first month."""
        for good, duties in self.duty.items():
            s["duty"][self.zone, good] = duties[0] if self.on else 0.0

    def apply(self, month: int, w: Any, s: Any, m: Any) -> None:
        """Put what holds this month into world and match."""
        zone = self.zone
        w["run_cost"][self.costly] = self.run_cost[self.costly] * self.cost[month]
        grown = self.capacity[:, month] - self.capacity[:, month - 1]
        size = len(grown)
        s["capacity"][:size] = np.maximum(s["capacity"][:size] + grown, 0.0)
        price = s["price"][w["zone"][: len(self.r.nations)], self.r.goods.index(self.thrift["good"])]
        known = np.minimum(1.0 - (price / self.thrift["usual"]) ** -self.thrift["elasticity"], self.thrift["most"])
        s["thrift_known"][: len(known)] = np.maximum(s["thrift_known"][: len(known)], known)
        if not self.on:
            return
        for good, duties in self.duty.items():
            s["duty"][zone, good] = duties[month]
        self.share_quota(month, w, s, m)
        s["embargo"] = 0.0
        for stop in self.r.written["embargoes"]:
            if self.r.month(stop["from"]) <= month <= self.r.month(stop["to"]):
                hit = self.abroad if stop["nations"] == "all" else [self.r.nations.index(n) for n in stop["nations"]]
                for name in stop["goods"]:
                    for n in hit:
                        good = self.r.goods.index(name)
                        s["embargo"][zone, n, good] = max(s["embargo"][zone, n, good], stop["share"])

    def share_quota(self, month: int, w: Any, s: Any, m: Any) -> None:
        """One quota by weight for several goods: each gets a part by what is asked of it and what it fetches outside.

        What leaks past it grows with the gap of prices, as smugglers find their way.
        """
        asked = {}
        for g in self.quota_goods:
            sent = sum(m["bought"][g, x, n] for x in self.from_zone for n in self.abroad)
            asked[g] = max(sent + sum(m["refused"][self.zone, n, g] for n in self.abroad), 1e-3)
        left, open_goods = self.quota[month], dict(asked)
        given: dict[int, float] = {}
        while open_goods:
            weight = {g: a * s["price"][0, g] ** self.skew for g, a in open_goods.items()}
            total = sum(weight.values())
            full = [g for g in open_goods if left * weight[g] / total >= SPARE * open_goods[g]]
            for g in full or list(open_goods):
                given[g] = SPARE * asked[g] if full else left * weight[g] / total
            left = max(left - sum(given[g] for g in (full or open_goods)), 0.0)
            open_goods = {g: a for g, a in open_goods.items() if g not in given}
        loose = self.quota[month] > SPARE * sum(asked.values())
        for g in self.quota_goods:
            gap = s["price"][0, g] / (s["price"][self.zone, g] * (1.0 + s["duty"][self.zone, g]) * (1.0 + w["freight"]))
            leak = min(self.leak * max(gap, 1.0) ** self.response, self.most)
            self.leaking[g] += (leak - self.leaking[g]) / self.leak_months
            s["quota"][self.zone, g] = FREE if loose else given[g] * (1.0 + self.leaking[g])


class Run:
    """A replay: the rule set brought to rest, then played month by month, with what is measured of each month."""

    def __init__(
        self,
        *,
        fast: bool,
        controls: bool = True,
        change: Callable[[dict[str, Any]], None] | None = None,
        rules_: Rules | None = None,
    ) -> None:
        r = self.r = rules_ or rules()
        w = self.w = r.world()
        if change is not None:
            change(w)
        hand = Controls(r, w, controls=controls)
        guess = r.guess(w)
        hand.rest(w, guess[0])
        self.rested = start(w, guess, fast=fast)
        states = self.rested.copy()
        states["month"] = FROM
        month = np.zeros(1, layout(Handed))
        m, s = month[0], states[0]
        if fast:
            machine = twin(each)
            go = lambda: machine(w, states, month, 1)  # noqa: E731
        else:
            vw, vs, vm = views(World, w), views(State, s), views(Handed, m)
            go = lambda: several(vw, vs, vm, 1)  # noqa: E731
        self.months = range(FROM, TO)
        self.kept: list[dict[str, Any]] = []
        before = {name: s[name].copy() for name in ("made", "waste")}
        for t in self.months:
            hand.apply(t, w, s, m)
            go()
            self.kept.append(
                {
                    "price": s["price"].copy(),
                    "bought": m["bought"].copy(),
                    "want": m["want"].copy(),
                    "met": m["met"].copy(),
                    "need": m["need"].copy(),
                    "plan": m["plan"].copy(),
                    "fear": s["fear"].copy(),
                    "capacity": s["capacity"].copy(),
                    "refused": m["refused"].copy(),
                    "recovered": m["recovered"].copy(),
                    "open": m["open"].copy(),
                    "stock": s["stock"].copy(),
                    "yard": s["yard"].copy(),
                    "run": s["run"].copy(),
                    "made": s["made"] - before["made"],
                    "quota": s["quota"].copy(),
                    "wary": s["wary"].copy(),
                    "spent": m["spent"].copy(),
                    "value": m["value"].copy(),
                }
            )
            before = {name: s[name].copy() for name in before}
        self.s = s

    def series(self, take: Callable[[dict[str, Any]], float]) -> Any:
        """A figure of every month since January 2007; not a number before the first that is played."""
        found = np.full(TO, np.nan)
        for t, kept in zip(self.months, self.kept, strict=True):
            found[t] = take(kept)
        return found

    def good(self, name: str) -> int:
        """Index of a good."""
        return self.r.goods.index(name)

    def price(self, name: str, *, inside: bool = False) -> Any:
        """US$/kg of a good."""
        return self.series(lambda k: k["price"][int(inside), self.good(name)])

    def basket(self) -> Any:
        """US$/kg outside."""
        return self.series(lambda k: sum(part * k["price"][0, self.good(name)] for name, part in BASKET.items()))

    def imports(self, nation: str, goods: tuple[str, ...], origin: str | None = None) -> Any:
        """t/month that a nation buys from abroad, of one origin or of all others."""
        n = self.r.nations.index(nation)
        own = next(x for x, names in enumerate(self.r.written["origins"].values()) if nation in names)
        wanted = [x for x, name in enumerate(self.r.origins) if x != own and origin in (None, name)]
        return self.series(lambda k: sum(k["bought"][self.good(g), x, n] for g in goods for x in wanted))

    def use(self, nation: str) -> Any:
        """t/month of oxide that users and makers of magnets take up."""
        n, used = self.r.nations.index(nation), [self.good(g) for g in OXIDES]
        return self.series(lambda k: sum(k["need"][n, g] * k["met"][n, g] for g in used))

    def output(self, take: Callable[[str, dict[str, Any]], bool]) -> Any:
        """t/month that some sites mean to run."""
        some = [i for i, (name, work) in enumerate(self.r.written["works"].items()) if take(name, work)]
        return self.series(lambda k: sum(k["plan"][i] for i in some))

    def mined(self, *hosts: str) -> Any:
        """t/month that the mines of some nations dig; of all without a name."""
        return self.output(lambda _, work: work["process"].startswith("dig") and (not hosts or work["host"] in hosts))

    def parted(self, *hosts: str) -> Any:
        """t/month that the plants of some nations separate."""
        return self.output(lambda _, work: work["process"].startswith("part") and (not hosts or work["host"] in hosts))

    def shortage(self) -> Any:
        """Worst part of a need that is not met, of all nations and goods that are traded and used to speak of."""

        def worst(k: dict[str, Any]) -> float:
            spoken = (k["need"] > 1.0) & (self.w["local"] == 0)
            return float(np.max(np.where(spoken, 1.0 - k["met"], 0.0)))

        return self.series(worst)


def year(series: Any, first: int, last: int | None = None) -> float:
    """Mean over years."""
    return float(np.nanmean(series[12 * (first - FIRST) : 12 * ((last or first) - FIRST + 1)]))


def at(date: str, until: str | None = None) -> slice:
    """Months from a date to another."""
    r = rules()
    return slice(r.month(date), r.month(until or date) + 1)


def spell(holds: Any) -> int:
    """Longest run of months in which something holds."""
    best = now = 0
    for here in holds:
        now = now + 1 if here else 0
        best = max(best, now)
    return best


# --- what is documented ----------------------------------------------------------------------------------------------------
NDPR = {
    2007: 30.0,
    2008: 31.4,
    2009: 18.9,
    2010: 49.1,
    2011: 226.1,
    2012: 100.0,
    2013: 62.0,
    2014: 68.2,
    2015: 49.7,
    2016: 41.5,
    2017: 52.7,
    2018: 52.8,
    2019: 47.2,
    2020: 48.6,
    2021: 96.9,
    2022: 132.5,
    2023: 77.5,
    2024: 55.8,
}
"""Outside China. The record has the ends of 2012 and 2013 (77.5, 55.9); the means of those years are taken between."""
DYTB = {
    y: (6.0 * dy + tb) / 7.0
    for y, (dy, tb) in {
        2007: (89, 590),
        2008: (118, 721),
        2009: (116, 362),
        2010: (232, 558),
        2011: (1450, 2334),
        2012: (900, 1700),
        2013: (540, 1000),
        2014: (395, 713),
        2015: (279, 564),
        2016: (198, 415),
        2017: (187, 501),
        2018: (179, 455),
        2019: (239, 507),
        2020: (261, 670),
        2021: (410, 1346),
        2022: (382, 2051),
        2023: (330, 1298),
        2024: (260, 810),
    }.items()
}
"""Six of dysprosium to one of terbium; 2012 and 2013 as means between the ends of years."""
BULK = {
    2007: 3.2,
    2008: 6.6,
    2009: 4.4,
    2010: 22.0,
    2011: 103.0,
    2012: 20.0,
    2013: 7.5,
    2014: 5.0,
    2015: 3.0,
    2016: 2.0,
    2017: 2.0,
    2018: 2.0,
    2019: 2.0,
    2020: 2.0,
    2021: 2.0,
    2022: 1.0,
    2023: 1.0,
    2024: 1.0,
}
BASKETS = {
    2008: 1.44,
    2010: 3.04,
    2011: 14.35,
    2012: 5.0,
    2013: 2.4,
    2014: 2.4,
    2015: 1.6,
    2016: 1.2,
    2017: 1.47,
    2018: 1.45,
    2019: 1.33,
    2020: 1.37,
    2021: 2.56,
    2022: 3.36,
    2023: 2.02,
    2024: 1.48,
}
RATIO = {2011: 2.5, 2012: 2.12, 2014: 1.3, 2015: 1.12, 2016: 1.04, 2017: 1.02, 2018: 1.01, 2020: 1.01, 2022: 1.01}
BULK_RATIO = {2011: 3.9, 2012: 3.0, 2014: 1.7, 2015: 1.65}
SHARE = {
    2008: 0.907,
    2009: 0.855,
    2010: 0.816,
    2011: 0.684,
    2012: 0.58,
    2014: 0.596,
    2018: 0.58,
    2019: 0.59,
    2022: 0.66,
    2023: 0.68,
    2024: 0.70,
}
USE = {
    2009: 20.5,
    2010: 28.0,
    2011: 21.1,
    2012: 14.5,
    2013: 13.2,
    2016: 16.8,
    2017: 18.1,
    2018: 18.6,
    2019: 19.1,
    2020: 17.4,
    2021: 18.4,
    2022: 16.0,
    2023: 16.4,
    2024: 18.8,
}
MINED = {
    2008: 0.975,
    2009: 0.984,
    2010: 0.977,
    2011: 0.955,
    2012: 0.92,
    2013: 0.90,
    2014: 0.89,
    2015: 0.85,
    2016: 0.83,
    2017: 0.78,
    2018: 0.67,
    2019: 0.65,
    2020: 0.63,
    2021: 0.62,
    2022: 0.72,
    2023: 0.68,
    2024: 0.69,
}
WORLD = {
    2008: 128,
    2009: 132,
    2010: 127,
    2011: 110,
    2012: 108,
    2013: 106,
    2014: 137,
    2015: 143,
    2016: 146,
    2017: 157,
    2018: 222,
    2019: 239,
    2020: 251,
    2021: 278,
    2022: 292,
    2023: 376,
    2024: 390,
}
"""Mean of BGS and USGS."""


def figures(run: Run) -> dict[str, tuple[Any, dict[int, float], str]]:
    """Series by name: what came out, what is documented, how it is printed."""
    basket = run.basket()
    return {
        "NdPr outside, US$/kg": (run.price("ndpr"), NDPR, ".0f"),
        "DyTb outside, US$/kg": (run.price("dytb"), DYTB, ".0f"),
        "bulk outside, US$/kg": (run.price("bulk"), BULK, ".1f"),
        "basket, 2009 = 1": (basket / year(basket, 2009), BASKETS, ".2f"),
        "NdPr outside/inside": (run.price("ndpr") / run.price("ndpr", inside=True), RATIO, ".2f"),
        "bulk outside/inside": (run.price("bulk") / run.price("bulk", inside=True), BULK_RATIO, ".2f"),
        "Japan from China": (run.imports("japan", OXIDES, "china") / run.imports("japan", OXIDES), SHARE, ".2f"),
        "Japan's use, kt": (run.use("japan") * 0.012, USE, ".1f"),
        "China in mining": (run.mined("china") / run.mined(), MINED, ".2f"),
        "world mined, kt": (run.mined() * 0.012, WORLD, ".0f"),
    }


Fact = tuple[str, str, float, float, float]


def facts(run: Run) -> list[Fact]:
    """Facts that can be measured here: name, what, value, least, most."""
    share = run.imports("japan", OXIDES, "china") / run.imports("japan", OXIDES)
    mined, world = run.mined("china") / run.mined(), run.mined() * 0.012
    basket = run.basket()
    basket = basket / year(basket, 2009)
    nd, ratio = run.price("ndpr"), run.price("ndpr") / run.price("ndpr", inside=True)
    bulk_ratio = run.price("bulk") / run.price("bulk", inside=True)
    heavy_ratio = run.price("dytb") / run.price("dytb", inside=True)
    use, heavy = run.use("japan") * 0.012, run.imports("japan", ("dytb",), "china") / run.imports("japan", ("dytb",))
    weld = run.output(lambda name, _: name == "mt_weld") / run.mined()
    parted = run.parted("china") / run.parted()
    oceania = run.imports("japan", OXIDES, "malaysia") / run.imports("japan", OXIDES)
    usa, myanmar = run.mined("usa") * 0.012, run.mined("myanmar") * 0.012
    exported = run.series(
        lambda k: sum(
            k["bought"][run.good(g), x, n]
            for g in OXIDES
            for x in (run.r.origins.index("china"),)
            for n in range(len(run.r.nations))
            if run.w["zone"][n] == 0
        )
    )
    found: list[Fact] = [
        ("A01", "Japan from China, last quarter of 2009", float(np.mean(share[at("2009-10", "2009-12")])), 0.85, 0.95),
        ("A01", "Japan from China, 2018-20", year(share, 2018, 2020), 0.53, 0.63),
        ("A02", "Japan from China, 2023-25", year(share, 2023, 2025), 0.55, 0.72),
        ("A03", "China in mining, 2010", year(mined, 2010), 0.91, 1.0),
        ("A03", "China in mining, 2019-21", year(mined, 2019, 2021), 0.56, 0.64),
        ("A04", "China in mining, 2022-24", year(mined, 2022, 2024), 0.67, 0.73),
        ("A05", "China in separation, least year 2010-25", min(year(parted, y) for y in range(2010, 2026)), 0.85, 1.0),
        ("A07", "months of basket over 5 x 2009", float(spell(basket[at("2010-07", "2012-12")] > 5.0)), 12, 26),
        ("A11", "Japan from Malaysia, 2018-24", year(oceania, 2018, 2024), 0.2, 0.35),
        ("A12", "Mt Weld of the world, best of 2016-18", max(year(weld, y) for y in (2016, 2017, 2018)), 0.09, 0.15),
        ("A12", "Mt Weld of the world, 2022-24", year(weld, 2022, 2024), 0.03, 0.06),
        ("A17", "Japan's heavies from China, least year", min(year(heavy, y) for y in range(2008, 2026)), 0.9, 1.0),
        ("A18", "China's exports, May 2019, t", float(exported[at("2019-05")][0]), 2912, 4368),
        ("A18", "over April", float(exported[at("2019-05")][0] / exported[at("2019-04")][0]), 0.808, 0.872),
        ("A19", "mine share 2023, China", year(mined, 2023), 0.67, 0.73),
        ("A19", "mine share 2023, United States", year(usa, 2023) / year(world, 2023), 0.11, 0.17),
        ("A19", "mine share 2023, Myanmar", year(myanmar, 2023) / year(world, 2023), 0.08, 0.14),
        (
            "A19",
            "mine share 2023, Australia",
            year(run.mined("australia"), 2023) * 0.012 / year(world, 2023),
            0.02,
            0.08,
        ),
    ]
    found += [
        ("B01", f"Japan from China, {y}", year(share, y), v - 0.04, v + 0.04)
        for y, v in {2008: 0.9, 2009: 0.855, 2010: 0.816, 2011: 0.684, 2012: 0.58, 2014: 0.596, 2018: 0.58}.items()
    ]
    found += [("B02", "Japan from China, 2021-24", year(share, 2021, 2024), 0.58, 0.77)]
    found += [
        ("B03", f"Japan's use, kt, {y}", year(use, y), lo * 0.85, hi * 1.15)
        for y, lo, hi in (
            (2007, 32.4, 32.4),
            (2010, 27, 30),
            (2011, 21.1, 21.1),
            (2012, 14.5, 14.5),
            (2013, 13.2, 13.2),
            (2017, 18.1, 18.1),
            (2020, 17.4, 17.4),
            (2022, 16, 16),
            (2024, 18.8, 18.8),
        )
    ]
    found += [("B03", "Japan's use, 2018 over 2007", year(use, 2018) / year(use, 2007), 0.0, 0.6)]
    found += [
        ("B05", f"basket, {y}", year(basket, y), v * 0.65, v * 1.35)
        for y, v in {2010: 3.0, 2013: 2.2, 2016: 1.2, 2019: 1.3, 2022: 3.4, 2024: 1.5}.items()
    ]
    found += [
        ("B05", "basket, 2011", year(basket, 2011), 10, 18),
        ("B05", "basket, December 2012", float(basket[at("2012-12")][0]), 2.21, 4.59),
    ]
    found += [
        ("B07", "NdPr outside/inside, 2011-12", year(ratio, 2011, 2012), 1.4, 5.2),
        ("B07", "DyTb outside/inside, 2011-12", year(heavy_ratio, 2011, 2012), 1.4, 5.2),
        ("B07", "bulk outside/inside, 2011-12", year(bulk_ratio, 2011, 2012), 1.4, 5.2),
        ("B07", "NdPr outside/inside, 2014", year(ratio, 2014), 0.91, 1.69),
        ("B07", "bulk outside/inside, 2014", year(bulk_ratio, 2014), 1.19, 2.21),
        ("B07", "NdPr outside/inside, 2016-24", year(ratio, 2016, 2024), 0.7, 1.3),
        ("B07", "DyTb outside/inside, May 2025", float(heavy_ratio[at("2025-05")][0]), 2.1, 5.2),
    ]
    found += [
        ("B10", f"world mined, kt, {y}", year(world, y), lo * 0.9, hi * 1.1)
        for y, lo, hi in (
            (2010, 121, 133),
            (2012, 107, 110),
            (2015, 130, 156),
            (2018, 190, 254),
            (2020, 240, 263),
            (2023, 376, 376),
            (2024, 390, 390),
        )
    ]
    found += [
        ("B13", f"Myanmar, kt, {y}", year(myanmar, y), lo * 0.7, hi * 1.3)
        for y, lo, hi in (
            (2015, 0.4, 0.4),
            (2016, 4.5, 4.5),
            (2017, 20, 20),
            (2018, 19, 34),
            (2022, 12, 24),
            (2023, 43, 72),
            (2024, 31, 31),
        )
    ]
    found += [("B16", "China in separation, 2023-24", year(parted, 2023, 2024), 0.88, 0.95)]
    found += [
        ("B20", f"NdPr, US$/kg, {y}", year(nd, y), v * 0.75, v * 1.25)
        for y, v in {2019: 45, 2020: 49, 2021: 98, 2022: 134, 2023: 78, 2024: 56}.items()
    ]
    return found


INPUTS = ("A12", "A18", "A19", "B13")
"""Facts that follow from dates of capacity and controls: inputs rather than outcomes."""


def report(run: Run) -> str:
    """What came out beside what is documented."""
    lines = []
    for name, (series, record, form) in figures(run).items():
        lines.append(f"{name}")
        lines.append("       " + " ".join(f"{y % 100:5d}" for y in range(2008, 2026)))
        lines.append("  ours " + " ".join(f"{year(series, y):5{form}}" for y in range(2008, 2026)))
        lines.append(
            "  doc. " + " ".join(f"{record[y]:5{form}}" if y in record else "    ." for y in range(2008, 2026))
        )
    held = 0
    found = facts(run)
    for name, what, value, least, most in found:
        fits = least <= value <= most
        held += fits
        lines.append(
            f"{'holds' if fits else 'FAILS'}  {name} {what:45s} {value:9.3f}  [{least:.3g}, {most:.3g}]{'  (input)' if name in INPUTS else ''}"
        )
    outcomes = [fact for fact in found if fact[0] not in INPUTS]
    passing = sum(least <= value <= most for _, _, value, least, most in outcomes)
    lines.append(f"{held} of {len(found)} parts hold; without inputs {passing} of {len(outcomes)}")
    lines.append(f"fitted numbers: {fitted()}")
    basket = run.basket()
    basket = basket / year(basket, 2009)
    lines.append(
        f"peak of the basket {np.nanmax(basket[at('2010-01', '2013-12')]):.1f} in month {int(np.nanargmax(basket[: at('2013-12').stop])) % 12 + 1} of "
        f"{int(np.nanargmax(basket[: at('2013-12').stop])) // 12 + FIRST}"
    )
    short = run.shortage()
    lines.append(
        "worst shortage a year: "
        + " ".join(
            f"{y % 100}:{np.nanmax(short[12 * (y - FIRST) : 12 * (y - FIRST + 1)]):.2f}" for y in range(2008, 2026)
        )
    )
    return "\n".join(lines)


def fitted() -> int:
    """How many numbers were moved with an outcome in sight: `fitted: true` marks one, `fitted: 3` three of a table."""
    marks = [
        mark
        for file in sorted(FOLDER.glob("*.yaml"))
        for mark in re.findall(r"fitted: (true|\d+)", file.read_text(encoding="utf-8"))
    ]
    return sum(1 if mark == "true" else int(mark) for mark in marks)


if __name__ == "__main__":
    print(report(Run(fast=available())))
