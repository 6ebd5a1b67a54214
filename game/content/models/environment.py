"""``environment.yaml``: what environmental standards change, and what sites leave behind. A rule set may do without.

::

    format: 1
    kind: environment
    low:                      # against the usual standard; every factor is 1 where it is not said
      cost: 0.85              # factor on the capital cost of a project
      permitting: 0.8         # factor on its months of permitting
      licence_risk: 1.5       # factor on its chance of failing at the permits
      waste: 2                # factor on the waste of its site
      reputation: -0.02       # 1/year, of the seat that financed it
      suspension: 0.01        # 1/month, chance that the host suspends the licence of its site
      assumed: true
      why: "..."
    high: {cost: 1.15, permitting: 1.1, licence_risk: 0.6, waste: 0.5, reputation: 0.01, assumed: true, why: "..."}
    halt: {value: 6, unit: months, assumed: true, why: "..."}
    waste: {values: {mine: {empire: 60, other: 12}, separation: 8, magnet: 0.5}, unit: t/t, assumed: true, why: "..."}
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.content.figures import NumberField
from game.content.models.entry import Document, Sourced
from game.content.models.figures import ONE, ZERO
from game.content.numbers import Numbers

AsUsual = Annotated[Numbers, NumberField("factor", low=0)]


class Standard(Sourced):
    """A standard against the usual one."""

    cost: AsUsual = Field(default_factory=ONE.nothing)
    permitting: AsUsual = Field(default_factory=ONE.nothing)
    licence_risk: AsUsual = Field(default_factory=ONE.nothing)
    waste: AsUsual = Field(default_factory=ONE.nothing)
    reputation: Annotated[Numbers, NumberField("1/year", low=-1, high=1)] = Field(default_factory=ZERO.nothing)
    suspension: Annotated[Numbers, NumberField("1/month", low=0, high=1)] = Field(default_factory=ZERO.nothing)


class Environment(Document):
    kind: Literal["environment"]
    low: Standard
    high: Standard
    halt: Annotated[Numbers, NumberField("months", low=1)]
    waste: Annotated[Numbers, NumberField("t/t", ("stages", "nations"), low=0, fallback=0.0)]
