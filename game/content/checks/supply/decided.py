"""Controls: in force for some time, of goods that their controller has in hand."""

from __future__ import annotations

from collections.abc import Iterable

from game.content.calendar import month_number
from game.content.manuscript import Manuscript
from game.content.models.entry import picked
from game.content.models.supply.controls import Controls
from game.content.models.supply.zones import Zones
from game.content.numbers import Path


def check(manuscript: Manuscript, goods: Iterable[str]) -> None:
    """Report controls of goods that the zone may not control, and those that end before they begin."""
    controls, zones = manuscript.get(Controls), manuscript.get(Zones)
    if controls is None or zones is None:
        return
    may = {name: {*picked(zone.goods, goods)} for name, zone in zones.zones.items()}
    for name, quota in controls.quotas.items():
        _controls(manuscript, ("quotas", name, "goods"), quota.zone, quota.goods, may)
        if quota.begins and quota.until and month_number(quota.until) < month_number(quota.begins):
            what = f"a quota that ends before it begins, in {quota.begins}"
            manuscript.report("rules", "controls", ("quotas", name, "until"), what, "give its last month")
    for zone, duties in controls.duties.items():
        _controls(manuscript, ("duties", zone), zone, duties, may)
    for place, stop in enumerate(controls.embargoes):
        _controls(manuscript, ("embargoes", place, "goods"), stop.zone, stop.goods, may)
        if month_number(stop.ends) < month_number(stop.begins):
            what = f"an embargo that ends before it begins, in {stop.begins}"
            manuscript.report("rules", "controls", ("embargoes", place, "to"), what, "give its last month")


def _controls(manuscript: Manuscript, path: Path, zone: str, goods: Iterable[str], may: dict[str, set[str]]) -> None:
    for good in goods:
        if good not in may.get(zone, {good}):
            hint = "add it to the goods of the zone in zones.yaml"
            manuscript.report("rules", "controls", path, f"'{zone}' does not control '{good}'", hint, key=True)
