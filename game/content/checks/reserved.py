"""Words that mean something else where an identifier could stand."""

from __future__ import annotations

from game.content.checks.known import Known
from game.content.manuscript import Manuscript
from game.content.models.agreements import GROUPS
from game.content.numbers import OTHER

RESERVED = frozenset({*GROUPS, OTHER, "self", "value", "values", "by_year", "by_month"})

_FILES = {
    "nations": "nations",
    "materials": "materials",
    "stages": "materials",
    "sectors": "materials",
    "goods": "goods",
    "sites": "sites",
    "projects": "projects",
    "lines": "research",
    "agreements": "agreements",
    "origins": "market",
}


def check(manuscript: Manuscript, known: Known) -> None:
    """Report identifiers that are words of the format."""
    for axis, kind in _FILES.items():
        for name in known.get(axis, ()):
            if name in RESERVED:
                what = f"'{name}' is a word of the format"
                manuscript.report("rules", kind, (axis, name), what, "give it another name", key=True)
