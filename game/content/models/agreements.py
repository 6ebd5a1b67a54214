"""``agreements.yaml``: kinds of agreement between two nations.

::

    format: 1
    kind: agreements
    agreements:
      joint_stockpile:
        name: Joint stockpile
        text: Each party's reserve opens for the other's shortage.
        price: 4                 # political capital of proposing
        cost: 2                  # US$ million/year for each party
        months: 60
        min_trust: 0.6
        offtake: 0               # optional: part of the partner's free export offered first
        days: 45                 # optional: of its own use that each party pledges to hold for the other's need
        shares_stock: true       # optional
        shares_research: false   # optional
        tension: 0.01            # optional: with the rival, on signing
        staff: 1                 # optional: projects more that the staff of the host can run while it is in force
        staff_kept: 0.2          # optional: projects/year of that which stay for good
        tariff_relief: 0         # optional: part of a tariff on a party's exports to the other that it settles
        trust: 0                 # optional: trust gained a month between the parties, beside that of any agreement
        since: 2010-01           # optional: month from which it may be proposed
        attachment: 0            # optional, with the rival: each month in force raises the habit of buying from it
        ratify: 6                # optional: months from signing until it is in force
        grace: 12                # optional: months for which a promise may be broken before that ends it; 0 for ever
        joins: true              # optional: who signs with one party is bound with all who have signed
        terms:                   # optional: what the parties may choose; what is written above is what is usual
          share: [0.1, 0.5]      # for offtake
          days: [15, 120]
          money: [2, 30]         # for cost
          fee: 20                # US$ million/year that either may ask of the other at most
          years: [2, 10]         # for months
        between:                 # who may sign with whom: all, seats, others, rival, or a list
          - {one: seats, other: seats}
          - {one: [island], other: [southland, delta]}
        assumed: true
        why: "..."
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.content.figures import NumberField
from game.content.models.entry import Document, Id, Month, OneOrMore, Record, Sourced
from game.content.models.figures import ZERO
from game.content.models.named import Named
from game.content.numbers import Numbers

GROUPS = ("all", "seats", "others", "rival")


Party = Annotated[list[str], OneOrMore(str)]
"""Identifiers of nations, or one of `GROUPS`."""


class Pair(Record):
    """Any of one side may sign with any of the other."""

    one: Party
    other: Party


class Terms(Sourced):
    """The least and the most that parties may agree on; what is left out is as the kind says."""

    share: Annotated[Numbers, NumberField("share", low=0, high=1, count=2)] | None = None
    days: Annotated[Numbers, NumberField("days", low=0, count=2)] | None = None
    money: Annotated[Numbers, NumberField("US$ million/year", low=0, count=2)] | None = None
    fee: Annotated[Numbers, NumberField("US$ million/year", low=0)] | None = None
    years: Annotated[Numbers, NumberField("years", low=0.5, count=2)] | None = None


class Agreement(Named):
    price: Annotated[Numbers, NumberField("points", low=0)]
    cost: Annotated[Numbers, NumberField("US$ million/year", low=0)]
    months: Annotated[Numbers, NumberField("months", low=1)]
    min_trust: Annotated[Numbers, NumberField("0-1", low=0, high=1)]
    offtake: Annotated[Numbers, NumberField("share", low=0, high=1)] = Field(default_factory=ZERO.nothing)
    days: Annotated[Numbers, NumberField("days", low=0)] = Field(default_factory=ZERO.nothing)
    shares_stock: bool = False
    shares_research: bool = False
    tension: Annotated[Numbers, NumberField("0-1", low=-1, high=1)] = Field(default_factory=ZERO.nothing)
    staff: Annotated[Numbers, NumberField("projects", low=0)] = Field(default_factory=ZERO.nothing)
    staff_kept: Annotated[Numbers, NumberField("projects/year", low=0)] = Field(default_factory=ZERO.nothing)
    attachment: Annotated[Numbers, NumberField("1/month", low=0, high=1)] = Field(default_factory=ZERO.nothing)
    tariff_relief: Annotated[Numbers, NumberField("share", low=0, high=1)] = Field(default_factory=ZERO.nothing)
    trust: Annotated[Numbers, NumberField("1/month", low=0, high=1)] = Field(default_factory=ZERO.nothing)
    ratify: Annotated[Numbers, NumberField("months", low=0)] = Field(default_factory=ZERO.nothing)
    grace: Annotated[Numbers, NumberField("months", low=0)] = Field(default_factory=ZERO.nothing)
    joins: bool = False
    terms: Terms | None = None
    since: Month | None = None
    between: Annotated[list[Pair], Field(min_length=1)]


class Agreements(Document):
    kind: Literal["agreements"]
    agreements: dict[Id, Agreement]
