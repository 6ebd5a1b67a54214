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
    """Report identifiers that are words of the format, and goods called like a stage that makes others."""
    for _, kind, axis in DECLARED:
        for name in known.get(axis, ()):
            if name in RESERVED or (axis == "zones" and name == WORLD):
                what = f"'{name}' is a word of the format"
                manuscript.report("rules", kind, (axis, name), what, "give it another name", key=True)
    goods = manuscript.get(Goods)
    for name, good in goods.goods.items() if goods else ():
        others = [each for each, other in goods.goods.items() if other.stage == name and each != name] if goods else []
        if name in known.get("stages", ()) and (good.stage != name or others):
            what = f"'{name}' is a stage too, of other goods"
            manuscript.report("rules", "goods", ("goods", name), what, "give the good another name", key=True)
