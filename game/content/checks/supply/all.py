"""All checks of a rule set of goods and processes, in order: each says only what those before it left standing."""

from __future__ import annotations

from game.content.checks import figures
from game.content.checks.references import check as declared
from game.content.checks.supply import borders, dates, decided, known, recipes, sizes, uses
from game.content.checks.supply.references import references
from game.content.manuscript import Manuscript


def run(manuscript: Manuscript) -> None:
    """Add what is wrong to the findings of `manuscript`."""
    names = known.known(manuscript)
    known.check(manuscript, names)
    astray = declared(manuscript, names, references(manuscript))
    figures.check(manuscript, names)
    sizes.check(manuscript, names)
    dates.check(manuscript)
    borders.check(manuscript, whole=not astray & {"nations", "sites", "processes", "goods"})
    uses.bounds(manuscript)
    if recipes.check(manuscript, whole="goods" not in astray) and not astray:
        uses.check(manuscript)
    if not astray and "goods" in names:
        decided.check(manuscript, names["goods"])
