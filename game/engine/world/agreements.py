"""What two nations may agree on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

import numpy as np

from game.engine.seen import Seen
from game.engine.world.arrays import Array, Bools, Ints, no_places, no_rates

CLAUSES = ("share", "days", "money", "fee", "years")
"""What an agreement may state by a number: see `clauses.Clauses`."""


def _no_bounds() -> Array:
    return np.zeros((0, len(CLAUSES), 3))


def _no_kinds() -> Bools:
    return np.zeros(0, dtype=bool)


@dataclass(frozen=True)
class Agreements:
    """Kinds of agreement between two nations."""

    price: Array
    """(A,) political capital of proposing."""
    cost: Array
    """(A,) US$ million a year for each party."""
    months: Ints
    """(A,) life."""
    min_trust: Array
    """(A,)"""
    offtake: Array
    """(A,) part of the partner's free export offered first to the other party."""
    shares_stock: Bools
    """(A,) reserves release for the partner's shortage too."""
    shares_research: Bools
    """(A,)"""
    tension: Array
    """(A,) change of tension with the rival on signing."""
    staff: Array
    """(A,) projects more that the host's staff can run while it is in force ..."""
    staff_kept: Array
    """(A,) ... and projects a year of it that stay for good."""
    allowed: Bools
    """(A, N, N) pairs that may sign."""
    attachment: Array = field(default_factory=no_rates)
    """(A,) with the rival: rise of the partner's habit of buying from it with each month in force, as a share."""
    tariff_relief: Array = field(default_factory=no_rates)
    """(A,) part of a tariff on either party's exports to the other that it settles."""
    trust: Array = field(default_factory=no_rates)
    """(A,) trust gained a month between the parties, beside that of any agreement."""
    since: Annotated[Ints, Seen.COMING] = field(default_factory=no_places)
    """(A,) month of the match from which it may be proposed; (0,) where all may from the start."""
    clauses: Array = field(default_factory=_no_bounds)
    """(A, len(CLAUSES), 3) least, usual and most that may be agreed on; three times the same where a kind leaves no
    choice. (0, ...) where none does, and the figures above say it all."""
    grace: Array = field(default_factory=no_rates)
    """(A,) months for which a party may fail to keep what it promised; then it is in breach. 0: for ever."""
    ratify: Array = field(default_factory=no_rates)
    """(A,) months from signing until it is in force."""
    joins: Bools = field(default_factory=_no_kinds)
    """(A,) kinds that bind everybody who signs with each other, not two parties alone."""
