"""What a public agency may do with its money."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.world.arrays import Array, Bools

INSTRUMENTS = ("equity", "loan", "guarantee", "liability", "grant")
"""A guarantee is for debts; a liability guarantee covers what a failure does to others; a grant pays exploration."""


@dataclass(frozen=True)
class Finance:
    """The public resource agency."""

    max_public_share: float
    least_public_share: float
    """Below it the agency takes no part; it bears a share from here to `max_public_share` of a project's cost."""
    offered: Bools
    """(5,) which of `INSTRUMENTS` the agency has."""
    budget_cost: Array
    """(5,) part of the public sum that leaves the budget at once, by instrument (a guarantee leaves a reserve)."""
    offtake_factor: Array
    """(5,) part of the project's offtake that the instrument buys."""
    relief: Array
    """(5,) what the public money is worth to private partners, as a part of a stake beside theirs, by instrument."""
    return_wanted: float
    """Part of its cost that a project earns a year where partners come for the least share."""
    return_least: float
    """The same where they come for the greatest only; below it none comes."""
    loss_given_failure: Array
    """(5,) part of the public sum that is lost when the project fails, by instrument; what had not left the budget
    before is charged to it then.
    """
    early_risk: Array
    """(5,) factor on the chance of failing before construction, by instrument."""
    early_months: Array
    """(5,) factor on the months of prospecting and feasibility, by instrument."""
    vetting: Array
    """(N,) projects a turn that the nation's agency can take on."""
    support_months: float
    """Months for which a financed site is carried through losses."""
    payout: float
    """Part of its free cash that a site pays its owners at the end of a year; 0 none."""
    payout_reserve: float
    """Months of running costs at full output that a site keeps before it pays anything."""
    consent_trust: float = 0.0
    """Trust from which a seat that hosts a site lets another's public money in unasked."""
    consent_capital: float = 0.0
    """Political capital that it takes a host to say who may finance what is on its soil."""
    easing_rate: float = 0.0
    """Interest a year that a financier forgoes when it eases its terms, as a part of what it has in the site."""
    easing_years: float = 0.0
    """For so many years at most; 0 where terms cannot be eased."""
    leaving_fee: float = 0.0
    """Part of the money set aside that is lost to who lets go before anything is built."""
    leaving_trust: float = 0.0
    """Trust of the host that it costs to let go."""
    sale_discount: float = 0.0
    """Part of the worth of a stake that its sale costs."""
