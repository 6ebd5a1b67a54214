"""``sites.yaml`` of a rule set of goods and processes: who runs which process where.

::

    format: 1
    kind: sites
    running:                       # needed where matches are played: when sites stop and start
      care_months: {value: 24, unit: months, assumed: true, why: "..."}
      restart_margin: {value: 1.15, unit: factor, assumed: true, why: "..."}
    building:                      # of a site that says nothing else
      lead_months: {value: 48, unit: months, assumed: true, why: "..."}
      invests: {value: 0, unit: 1/year, assumed: true, why: "..."}     # capacity begun at e times the hurdle
    sites:
      salt_works:
        name: Old salt works
        host: coast
        process: boil
        lon: 12.5                  # optional, with lat: where it lies; else in the middle of its host
        lat: 45.4
        cost: 2.5                  # US$/kg run, with the plant, without the feed
        capacity: {by_month: {2010-01: 9, 2012-06: 12}, between: step, unit: kt/year, source: KEY, confidence: high}
        ceiling: {by_year: {2010: 8000}, between: step, unit: t/year, source: KEY, confidence: high}   # optional: quota
        lead_months: 12            # optional
        invests: 0.2               # optional
        text: The pans are old.    # optional: as it was known at the start
        afterwards: Closed.        # optional: what became of it in history, told after a match only
        cash: 50                   # optional: US$ million at the start
        fixed_cost: 30             # optional: US$ million a year that it pays whatever it makes
        informal: false            # optional: true for pits that come and go with the price
        offtake: {island: 0.3}     # optional: what a seat holds of its output at the start
        needs: {line: recycling, level: 6}      # optional: research that must be ready first
        contested: {approval: 0.001, suspension: 0.01}   # optional: what it costs those who financed it, and its risk
        assumed: true
        why: "..."
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.content.figures import NumberField, Over
from game.content.models.entry import AFTERWARDS, Document, Id, Sourced
from game.content.models.figures import ZERO
from game.content.models.nations import Lat, Lon
from game.content.numbers import Numbers, Series

Lead = Annotated[Numbers, NumberField("months", low=1)]
Invests = Annotated[Numbers, NumberField("1/year", low=0)]
Flow = Annotated[Series, Over("t/year", low=0)]


class Needs(Sourced):
    """A research line that must have reached a level first."""

    line: str
    level: Annotated[float, Field(ge=1, le=9)]


class Contested(Sourced):
    """A site that people fight whatever its standard, while it operates."""

    approval: Annotated[Numbers, NumberField("1/month", low=0, high=1)] = Field(
        default_factory=ZERO.nothing, description="Approval that it costs each seat that financed it."
    )
    suspension: Annotated[Numbers, NumberField("1/month", low=0, high=1)] = Field(
        default_factory=ZERO.nothing, description="Chance that its licence is suspended."
    )


class Site(Sourced):
    """A mine or a plant."""

    name: str
    host: str = Field(description="Nation in which it lies.")
    process: str
    lon: Lon | None = Field(default=None, description="Without it and lat, it stands where its host does.")
    lat: Lat | None = None
    text: str = Field(default="", description="A sentence about it, as it was known at the start.")
    afterwards: str = Field(default="", description=AFTERWARDS)
    cost: Annotated[Numbers, NumberField("US$/kg", low=0)] = Field(
        description="Of a kg run, with the plant, without the feed."
    )
    capacity: Flow = Field(description="What it can run; a later value changes it by the difference.")
    ceiling: Flow | None = Field(default=None, description="Production quota: what it is allowed to run.")
    lead_months: Lead | None = None
    invests: Invests | None = Field(default=None, description="Capacity begun a year at e times the hurdle.")

    cash: Annotated[Numbers, NumberField("US$ million", low=0)] = Field(default_factory=ZERO.nothing)
    fixed_cost: Annotated[Numbers, NumberField("US$ million/year", low=0)] = Field(default_factory=ZERO.nothing)
    informal: bool = Field(default=False, description="Comes and goes with the price, without a bankruptcy.")
    offtake: Annotated[Numbers, NumberField("share", ("nations",), low=0, high=1, fallback=0.0)] = Field(
        default_factory=NumberField("share", ("nations",), fallback=0.0).nothing,
        description="What a seat holds of its output at the start.",
    )
    needs: Needs | None = None
    contested: Contested | None = None


class Running(Sourced):
    """When sites stop and start."""

    care_months: Annotated[Numbers, NumberField("months", low=0)]
    restart_margin: Annotated[Numbers, NumberField("factor", low=0)]


class Building(Sourced):
    """How sites grow that say nothing of it."""

    lead_months: Lead
    invests: Invests


class Sites(Document):
    kind: Literal["sites"]
    running: Running | None = Field(default=None, description="Needed where matches are played.")
    building: Building
    sites: Annotated[dict[Id, Site], Field(min_length=1)]
