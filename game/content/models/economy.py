"""``economy.yaml``: budgets, politics, and what a shortage costs.

::

    format: 1
    kind: economy
    budget: {values: {island: 800, other: 100}, unit: US$ million, assumed: true, why: "..."}
    income: {values: {island: 600, other: 50}, unit: US$ million/year, assumed: true, why: "..."}
    approval: {values: {other: 0.5}, unit: 0-1, assumed: true, why: "..."}
    capital: {values: {other: 10}, unit: points, assumed: true, why: "..."}
    capital_income: {values: {other: 8}, unit: points/year, assumed: true, why: "..."}
    gdp: {values: {island: 5700, union: 15000, other: 500}, unit: US$ billion/year, source: "...", confidence: medium}
    staff: {values: {island: 4, other: 2}, unit: projects, assumed: true, why: "..."}
    sector_output: {values: {island: {autos: 500}, other: 20}, unit: US$ billion/year, assumed: true, why: "..."}
    politics:
      approval_gdp: {value: 0.1, unit: 0-1, assumed: true, why: "..."}
      approval_months: {value: 18, unit: months, assumed: true, why: "..."}
      approval_rest: {value: 0.45, unit: 0-1, assumed: true, why: "..."}
      tariff_approval: {value: 0.01, unit: 1/month, assumed: true, why: "..."}
      lapse: {value: 0.2, unit: share/year, assumed: true, why: "..."}   # optional: beyond a year's income
    jobs:                 # optional: jobs that hang on US$ 1 billion a year of output
      values: {island: {autos: 4000}, other: 5000}
      unit: jobs/US$ billion
      assumed: true
      why: "..."
    exports:              # optional: what a foreign tariff falls on
      share:              # nation, sector, buyer: part of the sector's output that is sold there
        values: {island: {autos: {union: 0.1, elsewhere: 0.2}}}
        unit: share
        assumed: true
        why: "..."
      elasticity: {value: -1.2, unit: ratio, assumed: true, why: "..."}       # of the value sold to 1 + tariff
      response_months: {value: 2, unit: months, assumed: true, why: "..."}
      value_added: {value: 0.8, unit: share, assumed: true, why: "..."}   # part of a lost export that is income lost
      blame: {value: 0.2, unit: share, assumed: true, why: "..."}             # part of that which approval feels
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.content.figures import NumberField
from game.content.models.entry import Document, Sourced
from game.content.models.figures import ZERO
from game.content.numbers import Numbers

Millions = Annotated[Numbers, NumberField("US$ million", ("nations",), low=0)]


class Politics(Sourced):
    """How approval moves."""

    approval_gdp: Annotated[Numbers, NumberField("0-1", low=0)]
    approval_months: Annotated[Numbers, NumberField("months", low=0.1)]
    approval_rest: Annotated[Numbers, NumberField("0-1", low=0, high=1)]
    tariff_approval: Annotated[Numbers, NumberField("1/month", low=0)]
    lapse: Annotated[Numbers, NumberField("share/year", low=0, high=1)] = Field(
        default_factory=ZERO.nothing,
        description="Part of the money beyond a year's income that goes back to the treasury each year.",
    )


class Exports(Sourced):
    """What industry sells abroad, and how it answers to a buyer's tariff."""

    share: Annotated[Numbers, NumberField("share", ("nations", "sectors", "nations"), low=0, high=1, fallback=0.0)]
    elasticity: Annotated[Numbers, NumberField("ratio", low=-10, high=0)]
    response_months: Annotated[Numbers, NumberField("months", low=1)]
    value_added: Annotated[Numbers, NumberField("share", low=0, high=1)]
    blame: Annotated[Numbers, NumberField("share", low=0, high=1)]


class Economy(Document):
    kind: Literal["economy"]
    budget: Millions
    income: Annotated[Numbers, NumberField("US$ million/year", ("nations",), low=0)]
    approval: Annotated[Numbers, NumberField("0-1", ("nations",), low=0, high=1)]
    capital: Annotated[Numbers, NumberField("points", ("nations",), low=0)]
    capital_income: Annotated[Numbers, NumberField("points/year", ("nations",), low=0)]
    gdp: Annotated[Numbers, NumberField("US$ billion/year", ("nations",), low=0.001)]
    staff: Annotated[Numbers, NumberField("projects", ("nations",), low=0)]
    sector_output: Annotated[Numbers, NumberField("US$ billion/year", ("nations", "sectors"), low=0, fallback=0.0)]
    politics: Politics
    jobs: Annotated[Numbers, NumberField("jobs/US$ billion", ("nations", "sectors"), low=0, fallback=0.0)] = Field(
        default_factory=NumberField("jobs/US$ billion", ("nations", "sectors"), fallback=0.0).nothing
    )
    exports: Exports | None = None
