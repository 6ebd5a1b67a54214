"""Every name in the files of goods and processes that refers to something, to be declared as all others."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.checks.references import Reference, named, pick
from game.content.manuscript import Manuscript
from game.content.models.supply.activity import Activity
from game.content.models.supply.controls import Controls
from game.content.models.supply.goods import Goods
from game.content.models.supply.sectors import Sectors
from game.content.models.supply.sites import Sites
from game.content.models.supply.trade import Trade
from game.content.models.supply.zones import Zones
from game.content.numbers import OTHER


def references(manuscript: Manuscript) -> Iterator[Reference]:
    """All names that refer to something, groups of numbers left out."""
    yield from _goods(manuscript)
    yield from _sites(manuscript)
    yield from _sectors(manuscript)
    yield from _zones(manuscript)
    yield from _trade(manuscript)
    yield from _controls(manuscript)


def _goods(manuscript: Manuscript) -> Iterator[Reference]:
    record = manuscript.get(Goods)
    if record and record.headline is not None:
        yield Reference("rules", "goods", ("headline",), "stages", record.headline)
    for name, good in record.goods.items() if record else ():
        at = ("goods", name)
        yield Reference("rules", "goods", (*at, "stage"), "stages", good.stage)
        if good.material is not None:
            yield Reference("rules", "goods", (*at, "material"), "materials", good.material)
        if good.beside is not None:
            yield Reference("rules", "goods", (*at, "beside"), "goods", good.beside)
        if good.becomes is not None:
            yield Reference("rules", "goods", (*at, "becomes", "good"), "goods", good.becomes.good)


def _sites(manuscript: Manuscript) -> Iterator[Reference]:
    record = manuscript.get(Sites)
    for name, site in record.sites.items() if record else ():
        yield Reference("rules", "sites", ("sites", name, "host"), "nations", site.host)
        yield Reference("rules", "sites", ("sites", name, "process"), "processes", site.process)


def _sectors(manuscript: Manuscript) -> Iterator[Reference]:
    sectors, activity = manuscript.get(Sectors), manuscript.get(Activity)
    for name, sector in sectors.sectors.items() if sectors else ():
        yield Reference("rules", "sectors", ("sectors", name, "good"), "goods", sector.good)
        if sector.activity is not None:
            yield Reference("rules", "sectors", ("sectors", name, "activity"), "activity", sector.activity)
    for name, branch in activity.activity.items() if activity else ():
        for region in branch.regions:
            at = ("activity", name, "regions", region)
            yield Reference("rules", "activity", at, "nations", region, key=True, also=(OTHER,))


def _zones(manuscript: Manuscript) -> Iterator[Reference]:
    record = manuscript.get(Zones)
    for name, zone in record.zones.items() if record else ():
        yield Reference("rules", "zones", ("zones", name, "controller"), "nations", zone.controller)
        yield from named("rules", "zones", ("zones", name, "members"), "nations", zone.members)
        yield from pick("rules", "zones", ("zones", name, "goods"), "goods", zone.goods)


def _trade(manuscript: Manuscript) -> Iterator[Reference]:
    record = manuscript.get(Trade)
    if record is None:
        return
    for origin, members in record.origins.items():
        yield from named("rules", "trade", ("origins", origin), "nations", members)
    for buyer, habits in record.habits.items():
        yield Reference("rules", "trade", ("habits", buyer), "nations", buyer, key=True)
        for good in habits:
            yield Reference("rules", "trade", ("habits", buyer, good), "goods", good, key=True)
    for place, contract in enumerate(record.contracts):
        for field, axis in (("seller", "sites"), ("good", "goods"), ("buyer", "nations")):
            yield Reference("rules", "trade", ("contracts", place, field), axis, getattr(contract, field))


def _controls(manuscript: Manuscript) -> Iterator[Reference]:
    record = manuscript.get(Controls)
    if record is None:
        return
    for name, quota in record.quotas.items():
        yield Reference("rules", "controls", ("quotas", name, "zone"), "zones", quota.zone)
        yield from named("rules", "controls", ("quotas", name, "goods"), "goods", quota.goods)
    for zone, duties in record.duties.items():
        yield Reference("rules", "controls", ("duties", zone), "zones", zone, key=True)
        for good in duties:
            yield Reference("rules", "controls", ("duties", zone, good), "goods", good, key=True)
    for place, stop in enumerate(record.embargoes):
        yield Reference("rules", "controls", ("embargoes", place, "zone"), "zones", stop.zone)
        yield from pick("rules", "controls", ("embargoes", place, "nations"), "nations", stop.nations)
        yield from named("rules", "controls", ("embargoes", place, "goods"), "goods", stop.goods)
    for zone in record.costs:
        yield Reference("rules", "controls", ("costs", zone), "zones", zone, key=True)
