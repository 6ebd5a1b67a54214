"""``sectors.yaml``: what uses what, where, and at which price it does without.

::

    format: 1
    kind: sectors
    sectors:
      homes:
        name: Homes
        good: pane
        activity: building         # optional: a series of activity.yaml, and the year of which the use is known
        known: 2010
        use: {values: {coast: 900, inland: 400}, unit: t/year, source: KEY, confidence: medium}   # at the usual price
        output: {values: {coast: 8000}, unit: US$ million/year, assumed: true, why: "..."}        # that hangs on it
        price: 9                   # US$/kg at which that use is known
        elasticity: 0.3            # of use in price, above 0
        choke: 6                   # times that price, half of the users do without
        switch_months: 12          # in which users adapt
        lasting: 0.3               # share of what a shock saves that never comes back
        trend: 0.01                # optional: change of the good's use of a unit of activity, a year
        assumed: true
        why: "..."
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.content.figures import NumberField
from game.content.models.entry import Document, Id
from game.content.models.named import Named
from game.content.numbers import Numbers

Year = Annotated[int, Field(ge=1900, le=2200)]


class Sector(Named):
    """Users of one good that answer alike to its price."""

    good: str
    activity: str | None = Field(default=None, description="Series of activity.yaml; level where none is named.")
    known: Year | None = Field(default=None, description="Year of whose activity the use is.")
    use: Annotated[Numbers, NumberField("t/year", ("nations",), low=0, fallback=0.0)]
    output: Annotated[Numbers, NumberField("US$ million/year", ("nations",), low=0, fallback=0.0)]
    price: Annotated[Numbers, NumberField("US$/kg", low=0.001)]
    elasticity: Annotated[Numbers, NumberField("exponent", low=0)]
    choke: Annotated[Numbers, NumberField("ratio", low=1.01)] | None = Field(
        default=None, description="Times its usual price, half of the users do without. Needed: nothing else bounds it."
    )
    switch_months: Annotated[Numbers, NumberField("months", low=0.1)]
    lasting: Annotated[Numbers, NumberField("share", low=0, high=1)]
    trend: Annotated[Numbers, NumberField("1/year", low=-0.5, high=0.5)] = Field(
        default_factory=NumberField("1/year", fallback=0.0).nothing, description="Of use of a unit of activity."
    )


class Sectors(Document):
    kind: Literal["sectors"]
    sectors: Annotated[dict[Id, Sector], Field(min_length=1)]
