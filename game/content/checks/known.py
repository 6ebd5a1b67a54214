"""The identifiers that a manuscript declares, axis by axis."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.content.manuscript import Manuscript
from game.content.models.agreements import Agreements
from game.content.models.doctrines import Doctrines
from game.content.models.goods import Goods
from game.content.models.market import Market
from game.content.models.materials import Materials
from game.content.models.nations import Nations
from game.content.models.projects import Projects
from game.content.models.research import Research
from game.content.models.rival import Rival
from game.content.models.sites import Sites

Known = Mapping[str, tuple[str, ...]]
"""Axis to identifiers. An axis whose file could not be used is absent, and nothing is said about its names."""


_DECLARED: tuple[tuple[Any, ...], ...] = (
    (Nations, "nations"),
    (Materials, "materials", "stages", "sectors"),
    (Goods, "goods"),
    (Sites, "sites"),
    (Projects, "projects"),
    (Research, "lines"),
    (Agreements, "agreements"),
    (Market, "origins"),
)
"""Model of a file, and the maps in it that declare identifiers."""


def known(manuscript: Manuscript) -> Known:
    """What `manuscript` declares."""
    found: dict[str, tuple[str, ...]] = {}
    for model, *axes in _DECLARED:
        record = manuscript.get(model)
        for axis in axes if record is not None else ():
            found[axis] = tuple(getattr(record, axis))
    rival = manuscript.get(Rival, "scene")
    if rival is not None:
        found["rules"] = tuple(rival.rules)
    doctrines = manuscript.get(Doctrines)
    if doctrines is not None and ("doctrines" not in manuscript.scene or manuscript.get(Doctrines, "scene")):
        own = manuscript.get(Doctrines, "scene")
        found["doctrines"] = (*doctrines.doctrines, *(own.doctrines if own else ()))
    return found
