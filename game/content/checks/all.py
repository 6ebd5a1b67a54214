"""All checks, in order: each says only what those before it left standing."""

from __future__ import annotations

from game.content.checks import (
    chain,
    deals,
    exports,
    figures,
    orders,
    references,
    reserved,
    scenario,
    scripts,
    sums,
    teaching,
    terms,
    texts,
)
from game.content.checks.known import known
from game.content.checks.supply import all as supply
from game.content.checks.supply import references as supplied
from game.content.compiling.frame import Frame, frame
from game.content.manuscript import Manuscript


def run(manuscript: Manuscript) -> Frame | None:
    """Add what is wrong to the findings of `manuscript`. Returns the frame to compile in, if names and calendar stand.

    Conditions and orders name things of all files, so nothing is said about them while one of those cannot be used.
    """
    names = known(manuscript)
    reserved.check(manuscript, names)
    found = (*supplied.references(manuscript), *references.references(manuscript))
    astray = references.check(manuscript, names, found)
    figures.check(manuscript, names)
    supply.run(manuscript, names, astray)
    sums.check(manuscript)
    terms.check(manuscript)
    if not manuscript.of_matches():
        return None  # a rule set of goods and processes alone
    exports.check(manuscript)
    chain.check(manuscript)
    if manuscript.folder is not None:
        scenario.check(manuscript)
        teaching.check(manuscript)
    try:
        fixed = frame(manuscript)
    except LookupError:
        return None
    texts.check(manuscript, fixed)
    scripts.check(manuscript, fixed)
    deals.check(manuscript, fixed, whole="nations" not in astray)
    orders.check(manuscript, names, fixed, whole="nations" not in astray)
    return fixed
