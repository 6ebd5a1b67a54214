"""All checks, in order: each says only what those before it left standing."""

from __future__ import annotations

from game.content.checks import (
    chain,
    deals,
    exports,
    figures,
    goods,
    orders,
    references,
    reserved,
    scenario,
    sums,
    texts,
)
from game.content.checks.known import known
from game.content.checks.supply import all as supply
from game.content.compiling.frame import Frame, frame
from game.content.manuscript import Manuscript
from game.content.models.supply.files import EDITION


def run(manuscript: Manuscript) -> Frame | None:
    """Add what is wrong to the findings of `manuscript`. Returns the frame to compile in, if names and calendar stand.

    Conditions and orders name things of all files, so nothing is said about them while one of those cannot be used.
    """
    if manuscript.edition == EDITION:
        _goods_and_processes(manuscript)
        return None
    names = known(manuscript)
    reserved.check(manuscript, names)
    astray = references.check(manuscript, names, references.references(manuscript))
    figures.check(manuscript, names)
    sums.check(manuscript, whole=not astray & {"nations", "materials", "stages"})
    exports.check(manuscript)
    if not astray & {"materials", "stages"}:
        chain.check(manuscript)
        goods.check(manuscript)
    if manuscript.folder is not None:
        scenario.check(manuscript)
    try:
        fixed = frame(manuscript)
    except LookupError:
        return None
    texts.check(manuscript, fixed)
    deals.check(manuscript, fixed, whole="nations" not in astray)
    orders.check(manuscript, names, fixed, whole="nations" not in astray)
    return fixed


def _goods_and_processes(manuscript: Manuscript) -> None:
    """The checks of a rule set of the second edition, and that no scenario names it."""
    supply.run(manuscript)
    if manuscript.folder is not None:
        what = f"no match plays on a rule set of edition {EDITION} yet"
        manuscript.report("scene", "scenario", ("rule_set",), what, "name one of edition 1")
