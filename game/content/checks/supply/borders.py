"""Zones, origins, habits and contracts: every nation has its place, and shares sum to what there is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from game.content.checks.sums import NEAR, to_one
from game.content.manuscript import Manuscript
from game.content.models.nations import Nations
from game.content.models.supply.processes import Processes
from game.content.models.supply.sites import Sites
from game.content.models.supply.trade import Trade
from game.content.models.supply.zones import Zones
from game.content.numbers import OTHER, Numbers


def check(manuscript: Manuscript, *, whole: bool) -> None:
    """Report shares that do not sum to 1, nations in no origin or in several places, and contracts that promise what
    is not there. Nothing is said unless all names are declared, `whole`.
    """
    trade = manuscript.get(Trade)
    if trade is None or not whole:
        return
    for buyer, habits in trade.habits.items():
        for good, shares in habits.items():
            found = sum(shares.at(origin) or 0.0 for origin in trade.origins)
            if shares.fits and _named(shares, trade.origins):
                to_one(manuscript, "rules", "trade", ("habits", buyer, good), found)
    _members(manuscript, trade)
    _contracts(manuscript, trade)


def _named(shares: Numbers, origins: Iterable[str]) -> bool:
    """Whether all names in it are known."""
    return not isinstance(shares.tree, dict) or {*shares.tree} <= {*origins, OTHER}


def _members(manuscript: Manuscript, trade: Trade) -> None:
    nations, zones = manuscript.get(Nations), manuscript.get(Zones)
    counted = Counter(name for members in trade.origins.values() for name in members)
    for name in nations.nations if nations else ():
        if counted[name] != 1:
            times = "no origin" if not counted[name] else f"{counted[name]} origins"
            what = f"nation '{name}' is in {times}"
            manuscript.report("rules", "trade", ("origins",), what, "put it in one", key=True)
    if zones is None:
        return
    places = [(name, zone) for zone, entry in zones.zones.items() for name in entry.members]
    for name, several in Counter(name for name, _ in places).items():
        if several > 1:
            what = f"nation '{name}' is in {several} zones"
            manuscript.report("rules", "zones", ("zones",), what, "leave it in one", key=True)
    within = dict(places)
    for origin, members in trade.origins.items():
        if len({within.get(name) for name in members}) > 1:
            hint = "a border between exporters must part their origins too: give each side one"
            manuscript.report(
                "rules", "trade", ("origins", origin), f"'{origin}' lies in several zones", hint, key=True
            )


def _contracts(manuscript: Manuscript, trade: Trade) -> None:
    sites, processes = manuscript.get(Sites), manuscript.get(Processes)
    promised: dict[tuple[str, str], float] = {}
    for place, contract in enumerate(trade.contracts):
        key = (contract.seller, contract.good)
        promised[key] = promised.get(key, 0.0) + contract.share.value
        if promised[key] > 1.0 + NEAR:
            what = f"'{contract.seller}' promises {promised[key]:.3g} of its {contract.good}"
            manuscript.report("rules", "trade", ("contracts", place, "share"), what, "promise no more than 1 in all")
        if sites and processes and contract.good not in _makes(sites, processes, contract.seller):
            what = f"'{contract.seller}' makes no {contract.good}"
            hint = f"it makes {', '.join(_makes(sites, processes, contract.seller))}"
            manuscript.report("rules", "trade", ("contracts", place, "good"), what, hint)


def _makes(sites: Sites, processes: Processes, site: str) -> Iterable[str]:
    process = processes.processes.get(sites.sites[site].process)
    tree = process.makes.tree if process else {}
    return tuple(tree) if isinstance(tree, dict) else ()
