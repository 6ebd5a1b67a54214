"""All checks of goods and processes, in order: each says only what those before it left standing."""

from __future__ import annotations

from game.content.checks.known import Known
from game.content.checks.supply import borders, dates, decided, recipes, sizes, uses
from game.content.manuscript import Manuscript


def run(manuscript: Manuscript, names: Known, astray: frozenset[str]) -> None:
    """Add what is wrong to the findings of `manuscript`; `astray` are the axes on which a name is not declared."""
    sizes.check(manuscript, names)
    dates.check(manuscript)
    borders.check(manuscript, whole=not astray & {"nations", "sites", "processes", "goods"})
    uses.bounds(manuscript)
    if recipes.check(manuscript, whole="goods" not in astray) and not astray:
        uses.check(manuscript)
    if not astray and "goods" in names:
        decided.check(manuscript, names["goods"])
