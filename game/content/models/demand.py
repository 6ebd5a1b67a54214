"""``demand.yaml``: what industry uses, by nation, sector, stage of the good and material, and how it answers to price.

::

    format: 1
    kind: demand
    use:
      island:
        source: demand_by_country
        confidence: medium
        sectors:
          autos:
            magnet:     {light_magnet: 3500, heavy: 300}      # t/year of the alloy, in oxide equivalent
            separation: {bulk_light: 2500}                    # t/year of the oxide
    response:
      elasticity: {values: {light_magnet: -0.15, other: -0.2}, unit: elasticity, source: "...", confidence: low}
      response_months: {value: 9, unit: months, assumed: true, why: "..."}
      thrift_rate:  {values: {other: 0.01}, unit: share/month, assumed: true, why: "..."}
      thrift_limit: {values: {other: 0.5}, unit: share, assumed: true, why: "..."}
      noise: {value: 0.02, unit: share, assumed: true, why: "..."}
      noise_memory: {value: 0.6, unit: share, assumed: true, why: "..."}

What magnet makers need of the oxide is not written here: it follows from what the plants of the last stage run. The
scenario multiplies these figures with its index of activity.
"""

from __future__ import annotations

from typing import Annotated, Literal

from game.content.figures import NumberField
from game.content.models.entry import Document, Sourced
from game.content.numbers import Numbers

Use = Annotated[Numbers, NumberField("t/year", ("stages", "materials"), low=0, fallback=0.0)]


class NationUse(Sourced):
    """Use of one nation, sector by sector."""

    sectors: dict[str, Use]


class Response(Sourced):
    """How demand answers to price."""

    elasticity: Annotated[Numbers, NumberField("elasticity", ("materials",), high=0)]
    response_months: Annotated[Numbers, NumberField("months", low=0.1)]
    thrift_rate: Annotated[Numbers, NumberField("share/month", ("materials",), low=0, high=1)]
    thrift_limit: Annotated[Numbers, NumberField("share", ("materials",), low=0, high=1)]
    noise: Annotated[Numbers, NumberField("share", low=0, high=1)]
    noise_memory: Annotated[Numbers, NumberField("share", low=0, high=0.999)]


class Demand(Document):
    kind: Literal["demand"]
    use: dict[str, NationUse]
    response: Response
