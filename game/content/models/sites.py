"""``sites.yaml``: mines and plants, those that may be built later included.

::

    format: 1
    kind: sites
    running:
      care_months: {value: 24, unit: months, assumed: true, why: "..."}
      restart_margin: {value: 1.15, unit: factor, assumed: true, why: "..."}
    sites:
      red_hill:
        name: Mt Weld
        host: southland
        stage: mine
        lon: 122.5
        lat: -28.9
        grade: {light_magnet: 0.24, heavy: 0.01, bulk_light: 0.75}     # a mine: sums to 1
        capacity: 0                       # t/year at the start; 0: not built yet
        ramp_months: 24
        cash_cost: 5                      # US$/kg of its product
        cash: 50                          # US$ million
        text: The pit is dug.             # optional: as it was known at the start
        afterwards: Opened in 2011.       # optional: what became of it in history, told after a match only
        feed_to: harbour                 # its concentrate is under contract to that nation's plants
        source: projects   # for all bare numbers of the entry
        confidence: high
      harbour_plant:
        name: Kuantan
        host: harbour
        stage: separation
        lon: 103.4
        lat: 3.9
        treats: [light_magnet, bulk_light]   # a plant: the materials it can treat
        capacity: 0
        recovery: 0.9
        ramp_months: 18
        cash_cost: 9
        fixed_cost: 30                       # optional: US$ million a year that it pays whatever it makes
        revenue_share: 0.95                  # optional: part of the product's price that it earns
        swing: 0.5                           # optional: elasticity of its output to price over cost
        ceiling: {by_year: {2010: 50000}, between: step, unit: t/year, source: "...", confidence: high}   # optional
        offtake: {island: 0.3}                # optional: what a seat holds of its output at the start
        recycling: false                     # optional: true where it feeds on scrap of the host
        needs: {line: recycling, level: 6}   # optional: research that must be ready first
        contested: {approval: 0.001, suspension: 0.01}   # optional: what it costs those who financed it, and its risk
        assumed: true
        why: "..."
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.content.figures import NumberField, Over
from game.content.models.entry import AFTERWARDS, Document, Id, Sourced
from game.content.models.nations import Lat, Lon
from game.content.numbers import Numbers, Series

ONE = NumberField("factor", low=0, high=1, fallback=1.0)
ZERO = NumberField("factor", low=0, fallback=0.0)


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
    stage: str
    lon: Lon
    lat: Lat
    text: str = Field(default="", description="A sentence about it, as it was known at the start.")
    afterwards: str = Field(default="", description=AFTERWARDS)
    grade: Annotated[Numbers, NumberField("share", ("materials",), low=0, high=1, fallback=0.0)] | None = Field(
        default=None, description="Mine: split of its output over materials."
    )
    treats: list[str] | None = Field(default=None, description="Plant: materials it can treat.")
    capacity: Annotated[Numbers, NumberField("t/year", low=0)]
    recovery: Annotated[Numbers, NumberField("share", low=0.01, high=1)] = Field(default_factory=ONE.nothing)
    ramp_months: Annotated[Numbers, NumberField("months", low=0)]
    cash_cost: Annotated[Numbers, NumberField("US$/kg", low=0)]
    cash: Annotated[Numbers, NumberField("US$ million", low=0)] = Field(default_factory=ZERO.nothing)
    fixed_cost: Annotated[Numbers, NumberField("US$ million/year", low=0)] = Field(default_factory=ZERO.nothing)
    revenue_share: Annotated[Numbers, NumberField("share", low=0, high=2)] = Field(default_factory=ONE.nothing)
    swing: Annotated[Numbers, NumberField("elasticity", low=0)] = Field(default_factory=ZERO.nothing)
    ceiling: Annotated[Series, Over("t/year", low=0, others=("factor",))] | None = Field(
        default=None, description="Production quota in t/year, or as a factor of the capacity at the start."
    )
    feed_to: str | None = Field(default=None, description="Nation whose plants own the concentrate by contract.")
    offtake: Annotated[Numbers, NumberField("share", ("nations",), low=0, high=1, fallback=0.0)] = Field(
        default_factory=NumberField("share", ("nations",), fallback=0.0).nothing
    )
    recycling: bool = Field(default=False, description="Feeds on scrap of the host.")
    needs: Needs | None = None
    contested: Contested | None = None


class Running(Sourced):
    """When sites stop and start."""

    care_months: Annotated[Numbers, NumberField("months", low=0)]
    restart_margin: Annotated[Numbers, NumberField("factor", low=0)]


class Sites(Document):
    kind: Literal["sites"]
    running: Running
    sites: dict[Id, Site]
