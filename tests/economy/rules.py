"""Reads a rule set of the economy as the tests write it: YAML of goods, processes, works, sectors and markets.

A number stands as such or as ``{value: ..., source: ...}``. Flows in t a year, output in US$ million a year.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import yaml

from game.economy.axes import SIZES, STEPS
from game.economy.fields import fields, layout
from game.economy.lists import make_lists
from game.economy.state import State
from game.economy.world import World

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
FREE = 1e9
"""t/month: no limit."""
WORLD = "world"
"""The zone of those who control nothing; in a table by nation, whoever is not named."""


class Rules:
    """A rule set as written, with its names in the order of their indices.

    Args:
        folder: whose files are read, or one file.
        year: in which the series begin.
    """

    def __init__(self, folder: Path, year: int = 2010) -> None:
        files = sorted(folder.glob("*.yaml")) if folder.is_dir() else [folder]
        self.written: dict[str, Any] = {}
        for file in files:
            self.written |= plain(read(file))
        self.year = year
        self.origins = list(self.written["origins"])
        self.nations = [name for names in self.written["origins"].values() for name in names]
        self.zones = [WORLD, *self.written["zones"]]
        self.quotas = list(self.written.get("quotas", {}))
        self.goods, self.works, self.sectors = (list(self.written[what]) for what in ("goods", "works", "sectors"))

    def world(self) -> Any:
        """The rule set as a record."""
        w = np.zeros(1, layout(World))[0]
        for name, value in self.written["market"].items():
            if name in fields(World):
                w[name] = value
        contracts = self.written.get("contracts", [])
        for name in ("nations", "goods", "zones", "origins", "sectors", "quotas"):
            w[name] = len(getattr(self, name))
        w["sites"], w["contracts"], w["months"] = len(self.works), len(contracts), SIZES["Month"]
        self._nations(w)
        self._goods(w)
        self._works(w)
        self._sectors(w)
        self._habits(w)
        for k, contract in enumerate(contracts):
            w["contract_site"][k] = self.works.index(contract["seller"])
            w["contract_good"][k] = self.goods.index(contract["good"])
            w["contract_buyer"][k], w["contract_share"][k] = self.nations.index(contract["buyer"]), contract["share"]
        for q, quota in enumerate(self.written.get("quotas", {}).values()):
            w["quota_zone"][q] = self.zones.index(quota["zone"])
            w["quota_holds"][q, [self.goods.index(name) for name in quota["goods"]]] = 1.0
        make_lists(w)
        return w

    def _nations(self, w: Any) -> None:
        within = {name: zone for zone, names in self.written["zones"].items() for name in names}
        for x, names in enumerate(self.written["origins"].values()):
            for name in names:
                n, zone = self.nations.index(name), self.zones.index(within.get(name, WORLD))
                w["zone"][n], w["origin"][n], w["origin_zone"][x] = zone, x, zone
                w["collected"][n] = self.of(self.written["collected"], name)

    def _goods(self, w: Any) -> None:
        w["returns"] = -1
        w["life_months"] = 1.0
        for g, good in enumerate(self.written["goods"].values()):
            w["cover"][g], w["yard_cover"][g], w["finish"][g] = good["cover"], good["yard"], good["finish"]
            w["thriftable"][g], w["local"][g] = good.get("thriftable", 0.0), good.get("local", False)
            thrift = good.get("thrift", {"usual": good["price"], "elasticity": 0.0, "most": 0.0})
            for name, key in (("thrift_price", "usual"), ("thrift_elasticity", "elasticity"), ("thrift_most", "most")):
                w[name][g] = thrift[key]
            w["thrift_choke"][g] = thrift.get("choke", FREE)
            if "becomes" in good:
                w["returns"][g], w["returned"][g] = self.goods.index(good["becomes"]), good["of_it"]
                w["life_months"][g] = 12.0 * good["life"]

    def _works(self, w: Any) -> None:
        market = self.written["market"]
        w["cost_index"] = 1.0
        for zone, by_year in self.written.get("cost_index", {}).items():
            w["cost_index"][self.zones.index(zone)] = self.steps(by_year)
        for i, work in enumerate(self.written["works"].values()):
            w["host"][i], w["run_cost"][i] = self.nations.index(work["host"]), work["cost"]
            w["lead_months"][i] = work.get("lead_months", market["lead_months"])
            w["invests"][i] = work.get("invests", market["invests"]) / 12.0
            w["ceiling"][i] = self.steps(work["ceiling"]) / 12.0 if "ceiling" in work else FREE
            w["opened"][i, 1:] = np.diff(self.dated(work["capacity"])) / 12.0
            recipe = self.written["processes"][work["process"]]
            for side in ("takes", "makes"):
                for good, amount in recipe.get(side, {}).items():
                    w[side][i, self.goods.index(good)] = amount

    def _sectors(self, w: Any) -> None:
        w["activity"] = 1.0
        for j, sector in enumerate(self.written["sectors"].values()):
            w["sector_good"][j] = self.goods.index(sector["good"])
            for n, name in enumerate(self.nations):
                w["use"][n, j] = self.of(sector["use"], name) / 12.0
                w["output"][n, j] = self.of(sector["output"], name) / 12.0
                if "activity" in sector:
                    w["activity"][n, j] = self.activity(sector, name)
            w["usual_price"][j], w["elasticity"][j], w["choke"][j] = (
                sector[key] for key in ("price", "elasticity", "choke")
            )
            w["switch_months"][j], w["lasting"][j] = sector["months"], sector["lasting"]

    def _habits(self, w: Any) -> None:
        """Shares of purchases at equal prices: as written, else by capacity, with a bias for one's own."""
        market = self.written["market"]
        able, sells = np.zeros((w["goods"], w["origins"])), np.zeros((w["goods"], w["origins"]))
        for i, work in enumerate(self.written["works"].values()):
            able[:, w["origin"][w["host"][i]]] += max(self.dated(work["capacity"])) * w["makes"][i, : w["goods"]]
            sells[:, w["origin"][w["host"][i]]] += w["makes"][i, : w["goods"]] > 0.0
        habit = able / np.maximum(able.sum(1, keepdims=True), 1e-9) + market["stranger"] * (sells > 0)
        for n, name in enumerate(self.nations):
            own = habit.copy()
            own[:, w["origin"][n]] *= market["own_bias"]
            for good, shares in self.written.get("habits", {}).get(name, {}).items():
                own[self.goods.index(good)] = [shares.get(origin, 0.0) for origin in self.origins]
            w["habit"][: w["goods"], : w["origins"], n] = own / np.maximum(own.sum(1, keepdims=True), 1e-12)

    @staticmethod
    def of(table: Any, nation: str) -> float:
        """What a table says of a nation: one number for all, or by name, and `WORLD` for whoever is not named."""
        found = table.get(nation, table.get(WORLD)) if isinstance(table, dict) else table
        return float(found or 0.0)

    def steps(self, by_year: dict[int, float]) -> Any:
        """A series by month that keeps each year's value until the next is known."""
        years = [self.year + month // 12 for month in range(SIZES["Month"])]
        return np.array(
            [by_year[max((y for y in by_year if y <= year), default=min(by_year))] for year in years], float
        )

    def dated(self, by_date: Any) -> Any:
        """A series by month of values that each hold from a date "year-month" on; one number holds always."""
        found = np.zeros(SIZES["Month"])
        for date, value in (by_date if isinstance(by_date, dict) else {f"{self.year}-01": by_date}).items():
            found[self.month(date) :] = value
        return found

    def month(self, date: str) -> int:
        """Months from the beginning of the series to a date "year-month"."""
        year, month = date.split("-")
        return 12 * (int(year) - self.year) + int(month) - 1

    def activity(self, sector: dict[str, Any], nation: str) -> Any:
        """An index by month, 1 in the year in which the use is known, with the trend of its intensity."""
        regions = self.written["activity"][sector["activity"]]
        by_year = regions.get(nation, regions.get("rest", regions.get(WORLD)))
        middle = [12 * (year - self.year) + 6 for year in by_year]
        months = np.arange(SIZES["Month"])
        found = np.interp(months, middle, list(by_year.values())) / by_year[sector["known"]]
        trend = np.log(1.0 + sector.get("trend", 0.0)) / 12.0
        known = 12 * (sector["known"] - self.year) + 6
        return np.maximum(found, 1e-6) * np.exp(trend * (np.minimum(months, middle[-1]) - known))

    def guess(self, w: Any) -> Any:
        """A start that is only roughly at rest, as an array of one match."""
        states = np.zeros(1, layout(State))
        s = states[0]
        s["price"], s["usual"], s["year_price"] = 1.0, 0.0, 1.0
        for g, good in enumerate(self.written["goods"].values()):
            s["price"][:, g] = s["year_price"][:, g] = good["price"]
            s["usual"][:, g] = np.log(good["price"])
        for i, work in enumerate(self.written["works"].values()):
            s["capacity"][i] = self.dated(work["capacity"])[0] / 12.0
        s["run"], s["staffed"], s["year_margin"], s["kept"], s["reliable"] = 0.8, 1.0, 1.1, 1.0, 1.0
        s["quota"] = FREE
        s["reserve_pace"] = self.written["market"]["reserve_pace"]
        for zone, duties in self.written.get("duties", {}).items():
            for good, duty in duties.items():
                s["duty"][self.zones.index(zone), self.goods.index(good)] = duty
        use = np.zeros(s["stock"].shape)
        for j in range(w["sectors"]):
            use[:, w["sector_good"][j]] += w["use"][:, j] * w["activity"][:, j, 0]
        for i in range(w["sites"]):
            use[w["host"][i]] += 0.8 * s["capacity"][i] * w["takes"][i]
            s["yard"][i] = min(0.8 * s["capacity"][i], w["ceiling"][i, 0]) * w["makes"][i]
        s["usual_use"] = use
        s["stock"] = use * w["cover"]
        s["regular"] = use.T[:, None, :] * w["habit"]
        s["in_use"][:] = (use * w["life_months"] / STEPS * (w["returns"] >= 0))[..., None]
        return states


def read(file: Path) -> dict[str, Any]:
    """A file of figures as it is written."""
    return dict(yaml.load(file.read_text(encoding="utf-8"), LOADER))  # noqa: S506 - a safe one


def plain(written: Any) -> Any:
    """What is written, with the numbers in place of what else is said of them."""
    if isinstance(written, dict):
        for key in ("value", "values", "by_year", "by_date"):
            if key in written:
                return plain(written[key])
        return {key: plain(value) for key, value in written.items() if key not in ("text", "source", "note", "why")}
    return [plain(value) for value in written] if isinstance(written, list) else written
