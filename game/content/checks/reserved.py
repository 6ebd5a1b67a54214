"""Words that mean something else where an identifier could stand."""

from __future__ import annotations

from game.content.checks.known import DECLARED, Known
from game.content.compiling.supply.frame import WORLD
from game.content.manuscript import Manuscript
from game.content.models.agreements import GROUPS
from game.content.models.supply.goods import Goods
from game.content.numbers import OTHER

RESERVED = frozenset({*GROUPS, OTHER, "self", "value", "values", "by_year", "by_month"})


def check(manuscript: Manuscript, known: Known) -> None:
    """Report identifiers that are words of the format, and goods called like another stage."""
    for _, kind, axis in DECLARED:
        for name in known.get(axis, ()):
            if name in RESERVED or (axis == "zones" and name == WORLD):
                what = f"'{name}' is a word of the format"
                manuscript.report("rules", kind, (axis, name), what, "give it another name", key=True)
    goods = manuscript.get(Goods)
    for name, good in goods.goods.items() if goods else ():
        if name in known.get("stages", ()) and good.stage != name:
            what = f"'{name}' is another stage too"
            manuscript.report("rules", "goods", ("goods", name), what, "give the good another name", key=True)
