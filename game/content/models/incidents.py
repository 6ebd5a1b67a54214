"""``incidents.yaml`` of a scenario: what happens to nations, on a date or when a condition holds.

::

    format: 1
    kind: incidents
    incidents:
      trawler:
        name: A trawler and two patrol boats
        text: A fishing captain is detained near disputed islands.
        month: 2010-09               # or when: ..., or both
        tension: {island: 0.45}       # optional: change of tension with the rival
        budget: {island: 400}         # optional: US$ million that parliament grants
        source: events
        confidence: high
      financial_crisis:
        name: Orders collapse
        text: ...
        month: 2009-01
        months: 9                    # how long the effects on demand and output last
        demand: {island: {autos: 0.7, other: 0.85}, other: 0.9}     # optional: factor on demand
        output: {red_hill: 0.4}      # optional: factor on the capacity of sites, for as long
        assumed: true
        why: "..."
      car_tariff:
        name: A tariff on cars
        text: ...
        month: 2011-04
        months: 0                    # how long the tariff stands; 0: for good, or until another takes its place
        tariff:                      # optional; a list where one does not do
          by: union                  # the buyer that charges it
          against: {values: {island: 0.25}, unit: share, source: "...", confidence: high}  # beyond the usual; 0 ends it
          sector: autos              # optional: one, a list or all
        source: "..."
        confidence: high
      drought:
        name: ...
        text: ...
        when: year() > 2012
        chance: 0.02                 # optional: a month
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.content.figures import NumberField
from game.content.models.entry import Document, Id, Month, OneOrMore, Pick, Record, When
from game.content.models.figures import ONE
from game.content.models.named import Named
from game.content.numbers import Numbers
from game.engine.world import STAYS


class Tariff(Record):
    """What a buyer charges on imports of some sectors from some nations; nations not named are left as they are."""

    by: str
    against: Annotated[Numbers, NumberField("share", ("nations",), low=0, fallback=STAYS)]
    sector: Pick = "all"


class Incident(Named):
    """Something that no seat decides."""

    month: Month | None = None
    when: When | None = None
    chance: Annotated[Numbers, NumberField("share", low=0, high=1)] = Field(default_factory=ONE.nothing)
    months: int = Field(default=0, ge=0)
    tension: Annotated[Numbers, NumberField("0-1", ("nations",), low=-1, high=1, fallback=0.0)] = Field(
        default_factory=NumberField("0-1", ("nations",), fallback=0.0).nothing
    )
    budget: Annotated[Numbers, NumberField("US$ million", ("nations",), low=0, fallback=0.0)] = Field(
        default_factory=NumberField("US$ million", ("nations",), fallback=0.0).nothing
    )
    demand: Annotated[Numbers, NumberField("factor", ("nations", "sectors"), low=0, fallback=1.0)] = Field(
        default_factory=NumberField("factor", ("nations", "sectors"), fallback=1.0).nothing
    )
    output: Annotated[Numbers, NumberField("factor", ("sites",), low=0, fallback=1.0)] = Field(
        default_factory=NumberField("factor", ("sites",), fallback=1.0).nothing
    )
    tariff: Annotated[list[Tariff], OneOrMore(dict)] = Field(default_factory=list)


class Incidents(Document):
    kind: Literal["incidents"]
    incidents: dict[Id, Incident]
