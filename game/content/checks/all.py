"""All checks, in order: each says only what those before it left standing."""

from __future__ import annotations

from game.content.checks import chain, deals, exports, figures, orders, references, reserved, scenario, sums, texts
from game.content.checks.known import known
from game.content.compiling.frame import Frame, frame
from game.content.draft import Draft


def run(draft: Draft) -> Frame | None:
    """Add what is wrong to the findings of `draft`. Returns the frame to compile in, if names and calendar stand.

    Conditions and orders name things of all files, so nothing is said about them while one of those cannot be used.
    """
    names = known(draft)
    reserved.check(draft, names)
    references.check(draft, names)
    figures.check(draft, names)
    sums.check(draft)
    exports.check(draft)
    chain.check(draft)
    if draft.folder is not None:
        scenario.check(draft)
    try:
        fixed = frame(draft)
    except LookupError:
        return None
    texts.check(draft, fixed)
    deals.check(draft, fixed)
    orders.check(draft, names, fixed)
    return fixed
