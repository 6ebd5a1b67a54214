"""``finance.yaml``: the public resource agency.

::

    format: 1
    kind: finance
    max_public_share: {value: 0.75, unit: share, source: "D3-12", confidence: high}
    least_public_share: {value: 0.2, unit: share, assumed: true, why: "Below a fifth it buys no say."}
    viability: {wanted: 0.15, least: -0.1, assumed: true, why: "..."}   # optional: what partners want a project to earn
    instruments:               # the first three, and any of the others
      equity:    {budget_cost: 1.0,  offtake_factor: 1.0, loss_given_failure: 1.0, assumed: true, why: "..."}
      loan:      {budget_cost: 1.0,  offtake_factor: 0.8, loss_given_failure: 0.6, assumed: true, why: "..."}
      guarantee: {budget_cost: 0.15, offtake_factor: 0.4, loss_given_failure: 0.5, assumed: true, why: "..."}
      liability:               # for what happens to others: nature, neighbours, those who wait for completion
        {budget_cost: 0.05, offtake_factor: 0.1, loss_given_failure: 0.3, early_risk: 0.8, assumed: true, why: "..."}
      grant:                   # for exploration: only before permits are asked for, never given back
        {budget_cost: 0.08, offtake_factor: 0, loss_given_failure: 0, early_risk: 0.7, early_months: 0.8, assumed: true,
         why: "..."}
    vetting: {values: {island: 4, other: 1}, unit: projects/year, source: "D3-20", confidence: medium}
    dividends: {payout: 0.2, reserve: 12, assumed: true, why: "..."}    # optional: a site's free cash
    support_months: {value: 36, unit: months, assumed: true, why: "..."}
    consent: {trust: 0.6, capital: 2, assumed: true, why: "..."}        # optional: hosts that are seats are asked
    holdings: {interest: 0.04, easing: 5, fee: 0.1, trust: 0.03, discount: 0.15, assumed: true, why: "..."}  # optional
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.content.figures import NumberField
from game.content.models.entry import Document, Record, Sourced
from game.content.models.figures import ONE, ZERO
from game.content.numbers import Numbers


class Instrument(Sourced):
    """What a form of finance costs, buys and loses, as shares of the public sum."""

    budget_cost: Annotated[Numbers, NumberField("share", low=0, high=1)]
    offtake_factor: Annotated[Numbers, NumberField("share", low=0, high=1)]
    loss_given_failure: Annotated[Numbers, NumberField("share", low=0, high=1)]
    relief: Annotated[Numbers, NumberField("factor", low=0.01, high=1)] = Field(
        default_factory=ONE.nothing, description="What it is worth to private partners beside a stake next to theirs."
    )
    early_risk: Annotated[Numbers, NumberField("factor", low=0)] = Field(
        default_factory=ONE.nothing, description="Factor on the chance of failing before construction."
    )
    early_months: Annotated[Numbers, NumberField("factor", low=0)] = Field(
        default_factory=ONE.nothing, description="Factor on the months of prospecting and feasibility."
    )


class Instruments(Record):
    equity: Instrument
    loan: Instrument
    guarantee: Instrument = Field(description="For debts.")
    liability: Instrument | None = Field(default=None, description="Guarantee for what a failure does to others.")
    grant: Instrument | None = Field(default=None, description="For exploration: before permits, never given back.")


class Dividends(Sourced):
    """What sites pay those who hold equity in them, at the end of a year."""

    payout: Annotated[Numbers, NumberField("share", low=0, high=1)] = Field(description="Part of the free cash.")
    reserve: Annotated[Numbers, NumberField("months", low=0)] = Field(
        description="Running costs at full output that a site keeps before it pays anything."
    )


class Viability(Sourced):
    """What a project has to earn a year, as a part of what it costs, for private partners to come."""

    wanted: Annotated[Numbers, NumberField("share")] = Field(description="There the least public share will do.")
    least: Annotated[Numbers, NumberField("share")] = Field(description="There the greatest has to be.")


class Consent(Sourced):
    """When a seat lets another's public money into mines and plants on its soil, where it has said nothing else."""

    trust: Annotated[Numbers, NumberField("0-1", low=0, high=1)] = Field(
        description="From this trust on; an agreement in force or its own money in the project is enough too."
    )
    capital: Annotated[Numbers, NumberField("points", low=0)] = Field(
        description="Political capital that it takes to say otherwise."
    )


class Holdings(Sourced):
    """What it costs to ease terms, to let go, and to sell."""

    interest: Annotated[Numbers, NumberField("1/year", low=0, high=1)] = Field(
        description="Interest that a financier forgoes when it eases its terms, as a part of what it has in the site."
    )
    easing: Annotated[Numbers, NumberField("years", low=0, high=30)] = Field(description="For so long at most.")
    fee: Annotated[Numbers, NumberField("share", low=0, high=1)] = Field(
        description="Part of what was set aside that is lost to who lets go before anything is built."
    )
    trust: Annotated[Numbers, NumberField("0-1", low=0, high=1)] = Field(
        description="Trust of the host that it costs to let go."
    )
    discount: Annotated[Numbers, NumberField("share", low=0, high=1)] = Field(
        description="Part of the worth of a stake that its sale costs."
    )


class Finance(Document):
    kind: Literal["finance"]
    max_public_share: Annotated[Numbers, NumberField("share", low=0.01, high=1)]
    least_public_share: Annotated[Numbers, NumberField("share", low=0, high=1)] = Field(
        default_factory=ZERO.nothing, description="Below it the agency takes no part."
    )
    viability: Viability | None = None
    instruments: Instruments
    vetting: Annotated[Numbers, NumberField("projects/year", ("nations",), low=0)]
    support_months: Annotated[Numbers, NumberField("months", low=0)]
    dividends: Dividends | None = None
    consent: Consent | None = None
    holdings: Holdings | None = None
