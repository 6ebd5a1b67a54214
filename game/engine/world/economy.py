"""Budgets, industry and what it exports."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from game.engine.world.arrays import Array, Ints, no_places, no_rates


@dataclass(frozen=True)
class Exports:
    """What sectors sell abroad, lane by lane: one nation's sector, one buyer. Sorted by seller, then sector.

    A rule set may leave it out: then there are no lanes and no foreign tariff has anything to fall on.
    """

    seller: Ints = field(default_factory=no_places)
    """(E,) nation."""
    sector: Ints = field(default_factory=no_places)
    """(E,)"""
    buyer: Ints = field(default_factory=no_places)
    """(E,) nation."""
    share: Array = field(default_factory=no_rates)
    """(E,) part of the sector's output that goes there when nothing disturbs it."""
    elasticity: float = 0.0
    """Of the value sold to 1 plus the buyer's tariff, < 0."""
    response_months: float = 1.0
    """Time constant of that answer."""
    value_added: float = 1.0
    """Part of a lost export that is income lost at home."""
    blame: float = 1.0
    """Part of that loss for which voters blame their own government."""


@dataclass(frozen=True)
class Economy:
    budget: Array
    """(N,) US$ million at the start."""
    income: Array
    """(N,) US$ million a turn for resource security."""
    approval: Array
    """(N,) 0-1 at the start."""
    capital: Array
    """(N,) political capital at the start."""
    capital_income: Array
    """(N,) a turn."""
    gdp: Array
    """(N,) US$ billion a year."""
    sector_output: Array
    """(N, J) US$ billion a year of output."""
    approval_gdp: float
    """Approval lost for 1 % of GDP lost in a month."""
    approval_months: float
    approval_rest: float
    tariff_approval: float
    """Approval lost a month for a 100 % import tariff."""
    lapse: float
    """Part of the money beyond a year's income that lapses in a year when it is not spent."""
    staff: Array
    """(N,) projects that trained staff can run at once in this host, at the start."""
    exports: Exports = field(default_factory=Exports)
    jobs: Array = field(default_factory=lambda: np.zeros((1, 1)))
    """(N, J) jobs that hang on US$ 1 billion a year of a sector's output; (1, 1) of 0 where nobody counts them."""
