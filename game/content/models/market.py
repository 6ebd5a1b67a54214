"""``market.yaml``: origins, prices, and how buyers choose.

::

    format: 1
    kind: market
    origins:                 # exporters between which a buyer chooses; every nation in exactly one
      empire: [empire]
      southland: [southland, harbour]
      others: [union, plateau, delta]
    preferences:             # each importer's shares by origin at equal prices; later lines go before earlier ones
      - importers: all
        stages: all
        materials: all
        shares: {values: {empire: 0.9, others: 0.1}, unit: share, assumed: true, why: "..."}
      - importers: [island]
        stages: [separation]
        materials: [light_magnet]
        shares: {values: {empire: 0.85, others: 0.15}, unit: share, source: japan_import_share, confidence: high}
    prices:                  # US$/kg; reference: at which the use in demand.yaml holds (default: start)
      light_magnet:
        separation:
          outside: {start: 19, reference: 19, marginal_cost: 12, source: ree_prices, confidence: high}
          inside:  {start: 17, marginal_cost: 11, source: ree_prices, confidence: high}
        magnet:              # every material at every stage
          source: ree_prices
          confidence: low
          outside: {start: 40, marginal_cost: 30}
          inside:  {start: 36, marginal_cost: 28}
    behaviour:
      price_response: {value: 1.5, unit: elasticity, assumed: true, why: "..."}
      cover_exponent: {value: 0.8, unit: elasticity, assumed: true, why: "..."}
      adjust_months: {value: 3, unit: months, assumed: true, why: "..."}
      momentum: {value: 0.3, unit: share, assumed: true, why: "..."}
      floor: {value: 0.7, unit: factor, assumed: true, why: "..."}           # times the marginal cost
      ceiling: {value: 30, unit: factor, assumed: true, why: "..."}
      leakage: {value: 0.2, unit: share, assumed: true, why: "..."}
      wedge_months: {value: 12, unit: months, assumed: true, why: "..."}
      wariness_gain: {value: 0.3, unit: share/month, assumed: true, why: "..."}     # while shipments are cut
      wariness_decay: {value: 0.01, unit: share/month, assumed: true, why: "..."}   # afterwards
      wariness_effect: {value: 0.5, unit: share, assumed: true, why: "..."}         # of the rival's share, shunned
      wariness_repute: {value: 0.3, unit: 0-1, assumed: true, why: "..."}            # optional: rival of no repute
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.content.figures import NumberField
from game.content.models.entry import Document, Id, Pick, Sourced
from game.content.models.sites import ZERO
from game.content.numbers import Numbers

Price = Annotated[Numbers, NumberField("US$/kg", low=0.001)]


class Preference(Sourced):
    """Shares of imports by origin, for some importers, stages and materials. They sum to 1."""

    importers: Pick
    stages: Pick = "all"
    materials: Pick = "all"
    shares: Annotated[Numbers, NumberField("share", ("origins",), low=0, high=1, fallback=0.0)]


class ZonePrice(Sourced):
    start: Price
    reference: Price | None = None
    marginal_cost: Price


class StagePrice(Sourced):
    """Prices outside and inside the rival."""

    outside: ZonePrice
    inside: ZonePrice


class Behaviour(Sourced):
    """How prices move and buyers answer; meanings as in `engine.world.Market`."""

    price_response: Annotated[Numbers, NumberField("elasticity", low=0)]
    cover_exponent: Annotated[Numbers, NumberField("elasticity", low=0)]
    adjust_months: Annotated[Numbers, NumberField("months", low=0.1)]
    momentum: Annotated[Numbers, NumberField("share", low=0, high=0.99)]
    expectation_gain: Annotated[Numbers, NumberField("share/month", low=0, high=0.5)]
    expectation_return: Annotated[Numbers, NumberField("share/month", low=0, high=0.5)]
    floor: Annotated[Numbers, NumberField("factor", low=0)]
    ceiling: Annotated[Numbers, NumberField("factor", low=1)]
    leakage: Annotated[Numbers, NumberField("share", low=0, high=1)]
    wedge_months: Annotated[Numbers, NumberField("months", low=0.1)]
    wariness_gain: Annotated[Numbers, NumberField("share/month", low=0, high=1)]
    wariness_decay: Annotated[Numbers, NumberField("share/month", low=0, high=1)]
    wariness_effect: Annotated[Numbers, NumberField("share", low=0, high=1)]
    wariness_repute: Annotated[Numbers, NumberField("0-1", low=0, high=1)] = Field(default_factory=ZERO.nothing)


class Market(Document):
    kind: Literal["market"]
    origins: dict[Id, list[str]]
    preferences: list[Preference]
    basket: Annotated[Numbers, NumberField("share", ("materials",), low=0, high=1, fallback=0.0)] | None = Field(
        default=None, description="Parts of the basket in whose price the market is told; by use where it is left out."
    )
    prices: dict[str, dict[str, StagePrice]]
    behaviour: Behaviour
