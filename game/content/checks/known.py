"""The identifiers that a draft declares, axis by axis."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.content.draft import Draft
from game.content.models.agreements import Agreements
from game.content.models.doctrines import Doctrines
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
    (Sites, "sites"),
    (Projects, "projects"),
    (Research, "lines"),
    (Agreements, "agreements"),
    (Market, "origins"),
)
"""Model of a file, and the maps in it that declare identifiers."""


def known(draft: Draft) -> Known:
    """What `draft` declares."""
    found: dict[str, tuple[str, ...]] = {}
    for model, *axes in _DECLARED:
        record = draft.get(model)
        for axis in axes if record is not None else ():
            found[axis] = tuple(getattr(record, axis))
    rival = draft.get(Rival, "scene")
    if rival is not None:
        found["rules"] = tuple(rival.rules)
    doctrines = draft.get(Doctrines)
    if doctrines is not None and ("doctrines" not in draft.scene or draft.get(Doctrines, "scene")):
        own = draft.get(Doctrines, "scene")
        found["doctrines"] = (*doctrines.doctrines, *(own.doctrines if own else ()))
    return found
