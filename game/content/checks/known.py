"""The identifiers that a manuscript declares, axis by axis."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.content.manuscript import Manuscript
from game.content.models.agreements import Agreements
from game.content.models.doctrines import Doctrines
from game.content.models.nations import Nations
from game.content.models.projects import Projects
from game.content.models.research import Research
from game.content.models.rival import Rival
from game.content.models.supply.activity import Activity
from game.content.models.supply.controls import Controls
from game.content.models.supply.goods import Goods
from game.content.models.supply.processes import Processes
from game.content.models.supply.sectors import Sectors
from game.content.models.supply.sites import Sites
from game.content.models.supply.trade import Trade
from game.content.models.supply.zones import Zones

Known = Mapping[str, tuple[str, ...]]
"""Axis to identifiers. An axis whose file could not be used is absent, and nothing is said about its names."""


DECLARED: tuple[tuple[Any, str, str], ...] = (
    (Nations, "nations", "nations"),
    (Goods, "goods", "stages"),
    (Goods, "goods", "materials"),
    (Goods, "goods", "goods"),
    (Processes, "processes", "processes"),
    (Sites, "sites", "sites"),
    (Sectors, "sectors", "sectors"),
    (Activity, "activity", "activity"),
    (Zones, "zones", "zones"),
    (Trade, "trade", "origins"),
    (Controls, "controls", "quotas"),
    (Projects, "projects", "projects"),
    (Research, "research", "lines"),
    (Agreements, "agreements", "agreements"),
)
"""Model, kind of file, and the map in it that declares identifiers."""


def known(manuscript: Manuscript) -> Known:
    """What `manuscript` declares."""
    found: dict[str, tuple[str, ...]] = {}
    for model, _, axis in DECLARED:
        record = manuscript.get(model)
        if record is not None:
            found[axis] = tuple(getattr(record, axis))
    if manuscript.rules and "controls" not in manuscript.rules:
        found["quotas"] = ()
    rival = manuscript.get(Rival, "scene")
    if rival is not None:
        found["rules"] = tuple(rival.rules)
    doctrines = manuscript.get(Doctrines)
    if doctrines is not None and ("doctrines" not in manuscript.scene or manuscript.get(Doctrines, "scene")):
        own = manuscript.get(Doctrines, "scene")
        found["doctrines"] = (*doctrines.doctrines, *(own.doctrines if own else ()))
    return found
