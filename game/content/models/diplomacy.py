"""``diplomacy.yaml``: tension with the rival, trust between nations, postures.

::

    format: 1
    kind: diplomacy
    tension:      {values: {island: 0.3, other: 0.2}, unit: 0-1, assumed: true, why: "..."}
    tension_rest: {values: {island: 0.25, other: 0.15}, unit: 0-1, assumed: true, why: "..."}
    tension_months: {value: 10, unit: months, assumed: true, why: "..."}
    tariff_tension: {value: 0.02, unit: 1/month, assumed: true, why: "..."}    # optional: of a tariff of 100 %
    trust:                        # a pair is written once; other: all pairs not written
      values: {island: {union: 0.9, southland: 0.8}, other: 0.5}
      unit: 0-1
      assumed: true
      why: "..."
    trust_gain: {value: 0.002, unit: 1/month, assumed: true, why: "..."}
    reputation_weight: {value: 0.5, unit: ratio, assumed: true, why: "..."}    # optional: repute counts as trust
    precedent: {value: 0.002, unit: 0-1, assumed: true, why: "..."}            # optional: trust gained by example
    breach: {value: 0.5, unit: ratio, assumed: true, why: "..."}               # optional: trust all others lose
    weighing:                     # optional: how partners weigh what is offered; without it trust alone decides
      first_refusal: 0.02         # part of the value of goods that it is worth to be offered them first
      assured_sale: 0.02          # the same of a promise to buy them, to the seller
      cover: 0.5                  # part of the value that a partner keeps, at full tension and dependence on the rival
      learning: 5                 # US$ million/year a level of readiness that the partner is ahead
      staff: 4                    # US$ million/year a project's worth of trained staff
      displeasure: 100            # US$ million/year for a full rise of tension, at full dependence
      goodwill: 20                # US$ million/year for full trust above the least
      assumed: true
      why: "..."
    postures:                     # all four
      engage:    {tension: -0.02, approval: -0.002, capital: 1, assumed: true, why: "..."}   # capital: points/year
      neutral:   {tension: 0, approval: 0, capital: 0, assumed: true, why: "..."}
      protest:   {tension: 0.01, approval: 0.001, capital: 1, assumed: true, why: "..."}
      retaliate: {tension: 0.04, approval: 0.002, capital: 3, assumed: true, why: "..."}
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.content.figures import NumberField
from game.content.models.entry import Document, Record, Sourced
from game.content.models.figures import ZERO
from game.content.numbers import Numbers

Level = Annotated[Numbers, NumberField("0-1", ("nations",), low=0, high=1)]


class Posture(Sourced):
    """What a posture does each month; `capital` is what keeping it costs a year."""

    tension: Annotated[Numbers, NumberField("1/month", low=-1, high=1)]
    approval: Annotated[Numbers, NumberField("1/month", low=-1, high=1)]
    capital: Annotated[Numbers, NumberField("points/year", low=0)]


class Postures(Record):
    engage: Posture
    neutral: Posture
    protest: Posture
    retaliate: Posture


class Weighing(Sourced):
    """What the parts of an agreement are worth to who is asked."""

    first_refusal: Annotated[Numbers, NumberField("share", low=0, high=1)]
    assured_sale: Annotated[Numbers, NumberField("share", low=0, high=1)]
    cover: Annotated[Numbers, NumberField("1/year", low=0)]
    learning: Annotated[Numbers, NumberField("US$ million/year", low=0)]
    staff: Annotated[Numbers, NumberField("US$ million/year", low=0)]
    displeasure: Annotated[Numbers, NumberField("US$ million/year", low=0)]
    goodwill: Annotated[Numbers, NumberField("US$ million/year", low=0)]


class Diplomacy(Document):
    kind: Literal["diplomacy"]
    tension: Level
    tension_rest: Level
    tension_months: Annotated[Numbers, NumberField("months", low=0.1)]
    tariff_tension: Annotated[Numbers, NumberField("1/month", low=0, high=1)] = Field(
        default_factory=ZERO.nothing, description="What a tariff of 100 % on imports from the rival adds in a month."
    )
    trust: Annotated[Numbers, NumberField("0-1", ("nations", "nations"), low=0, high=1)]
    trust_gain: Annotated[Numbers, NumberField("1/month", low=0, high=1)]
    reputation_weight: Annotated[Numbers, NumberField("ratio", low=0, high=1)] = Field(default_factory=ZERO.nothing)
    breach: Annotated[Numbers, NumberField("ratio", low=0, high=1)] = Field(default_factory=ZERO.nothing)
    weighing: Weighing | None = None
    precedent: Annotated[Numbers, NumberField("0-1", low=0, high=1)] = Field(default_factory=ZERO.nothing)
    postures: Postures
