"""Every good is made by somebody and used by somebody who does without where it is too dear."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from game.content.findings import WARNING
from game.content.manuscript import Manuscript
from game.content.models.entry import picked
from game.content.models.supply.goods import Goods
from game.content.models.supply.processes import Processes
from game.content.models.supply.sectors import Sectors
from game.content.models.supply.sites import Sites
from game.content.models.supply.zones import Zones
from game.content.numbers import Numbers


def bounds(manuscript: Manuscript) -> None:
    """Report sectors without a choke price: nothing else keeps what they pay from rising for ever."""
    sectors = manuscript.get(Sectors)
    for name, sector in sectors.sectors.items() if sectors else ():
        if sector.choke is None:
            what = f"'{name}' pays any price: a sector without a choke price"
            hint = "add choke: times the usual price at which half of its users do without"
            manuscript.report("rules", "sectors", ("sectors", name), what, hint, key=True)


def check(manuscript: Manuscript) -> None:
    """Report goods that nobody makes or uses, and controllers of goods that nobody makes behind their border."""
    goods, processes, sites = manuscript.get(Goods), manuscript.get(Processes), manuscript.get(Sites)
    sectors = manuscript.get(Sectors)
    if not goods or not processes or not sites:
        return
    _made(manuscript, goods, processes, sites)
    if sectors:
        _used(manuscript, goods, processes, sectors)
    _controlled(manuscript, goods, processes, sites)


def _made(manuscript: Manuscript, goods: Goods, processes: Processes, sites: Sites) -> None:
    run = {site.process for site in sites.sites.values()}
    for name in processes.processes:
        if name not in run:
            what = f"no site runs '{name}'"
            manuscript.report(
                "rules", "processes", ("processes", name), what, "add one or take it out", key=True, severity=WARNING
            )
    made = _products(processes, run) | {good.becomes.good for good in goods.goods.values() if good.becomes}
    for name in goods.goods:
        if name not in made:
            hint = "add a site whose process makes it"
            manuscript.report("rules", "goods", ("goods", name), f"nobody makes '{name}'", hint, key=True)


def _products(processes: Processes, run: Iterable[str]) -> set[str]:
    """Goods that these processes make."""
    makes = [processes.processes[name].makes for name in run if name in processes.processes]
    return {name for numbers in makes for name in _named(numbers)}


def _used(manuscript: Manuscript, goods: Goods, processes: Processes, sectors: Sectors) -> None:
    """Report goods that neither a sector uses nor a process from whose products something is used in the end."""
    used = {sector.good for sector in sectors.sectors.values()}
    feeds: Mapping[str, tuple[set[str], set[str]]] = {
        name: (_named(process.takes), _named(process.makes)) for name, process in processes.processes.items()
    }
    before = -1
    while len(used) > before:
        before = len(used)
        for takes, makes in feeds.values():
            if makes & used:
                used |= takes
    for name in goods.goods:
        if name not in used:
            hint = "add a sector that uses it, or a process that takes it and makes what is used"
            manuscript.report("rules", "goods", ("goods", name), f"nobody uses '{name}'", hint, key=True)


def _named(numbers: Numbers) -> set[str]:
    """The goods of one side of a recipe."""
    return {name for name in numbers.tree if numbers.named(name)} if isinstance(numbers.tree, dict) else set()


def _controlled(manuscript: Manuscript, goods: Goods, processes: Processes, sites: Sites) -> None:
    """Report controllers of goods that nobody makes behind their border."""
    zones = manuscript.get(Zones)
    for name, zone in zones.zones.items() if zones else ():
        run = {site.process for site in sites.sites.values() if site.host in zone.members}
        if not _products(processes, run) & {*picked(zone.goods, goods.goods)}:
            hint = "name goods that its members make, or take it out"
            manuscript.report("rules", "zones", ("zones", name), f"'{name}' controls no good", hint, key=True)
        if zone.controller not in zone.members:
            at = ("zones", name, "controller")
            manuscript.report("rules", "zones", at, f"'{zone.controller}' is no member of '{name}'", "add it there")
