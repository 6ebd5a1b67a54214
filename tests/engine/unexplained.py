"""Whether the terms of some months add up to what the figures that are sums moved."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from game.engine.state import State
from game.engine.terms import FIGURES, Term

ROUNDING = 1e-11
"""Part of the sizes involved that additions in another order may differ by."""
DUST = 1e-11
"""In a figure's own unit: what is left of shares that were added up and taken away again."""


def unexplained(before: State, after: State, terms: Iterable[Term]) -> dict[str, float]:
    """The greatest difference between the change of each figure and the sum of its terms, where there is one."""
    found, terms = {}, list(terms)
    for figure in FIGURES:
        rest = getattr(after, figure) - getattr(before, figure)
        size = np.abs(getattr(after, figure)).max() + np.abs(getattr(before, figure)).max()
        for term in terms:
            if term.figure == figure:
                rest[*term.place, term.match] -= term.amount
                size = max(size, abs(term.amount))
        if np.abs(rest).max() > ROUNDING * size + DUST:
            found[figure] = float(np.abs(rest).max())
    return found
