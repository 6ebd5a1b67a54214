"""The identifiers that a rule set of goods and processes declares, axis by axis."""

from __future__ import annotations

from typing import Any

from game.content.checks.known import Known
from game.content.checks.reserved import RESERVED
from game.content.compiling.supply.frame import WORLD
from game.content.manuscript import Manuscript
from game.content.models.nations import Nations
from game.content.models.supply.activity import Activity
from game.content.models.supply.controls import Controls
from game.content.models.supply.goods import Goods
from game.content.models.supply.processes import Processes
from game.content.models.supply.sectors import Sectors
from game.content.models.supply.sites import Sites
from game.content.models.supply.trade import Trade
from game.content.models.supply.zones import Zones

_DECLARED: tuple[tuple[Any, str, str], ...] = (
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
)
"""Model, kind of file, and the map in it that declares identifiers."""


def known(manuscript: Manuscript) -> Known:
    """What `manuscript` declares; an axis whose file could not be used is absent."""
    records = ((axis, manuscript.get(model)) for model, _, axis in _DECLARED)
    return {axis: tuple(getattr(record, axis)) for axis, record in records if record is not None}


def check(manuscript: Manuscript, names: Known) -> None:
    """Report identifiers that are words of the format."""
    for _, kind, axis in _DECLARED:
        for name in names.get(axis, ()):
            if name in RESERVED or (axis == "zones" and name == WORLD):
                hint = "give it another name"
                manuscript.report("rules", kind, (axis, name), f"'{name}' is a word of the format", hint, key=True)
