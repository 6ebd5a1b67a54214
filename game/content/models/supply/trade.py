"""``trade.yaml``: between which exporters buyers choose, from whom they are used to buy, and what is promised.

::

    format: 1
    kind: trade
    origins:                       # exporters between which a buyer chooses; every nation in exactly one
      coast: [coast]
      elsewhere: [inland, isle]
    collected: {value: 0.1, unit: share, source: KEY, confidence: medium}   # of what leaves use, as scrap
    strangeness:                   # of habits that are not written below, which follow capacity
      own_bias: {value: 3, unit: factor, assumed: true, why: "..."}         # weight of one's own origin
      stranger: {value: 0.001, unit: share, assumed: true, why: "..."}      # added to every origin that sells
    habits:                        # buyer, good: shares at equal prices between origins that all deliver
      inland:
        salt: {values: {coast: 0.9, elsewhere: 0.1}, unit: share, source: KEY, confidence: high}
    contracts:                     # optional: what is delivered before anything is sold
      - {seller: salt_works, good: salt, buyer: inland, share: 0.3, assumed: true, why: "..."}
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.content.figures import NumberField
from game.content.models.entry import Document, Id, Sourced
from game.content.numbers import Numbers

Shares = Annotated[Numbers, NumberField("share", ("origins",), low=0, high=1, fallback=0.0)]


class Strangeness(Sourced):
    """How buyers choose of whom nothing is written."""

    own_bias: Annotated[Numbers, NumberField("factor", low=0)]
    stranger: Annotated[Numbers, NumberField("share", low=0, high=1)]


class Contract(Sourced):
    """A promise to deliver a part of what lies in a site's yard, at the price of the day."""

    seller: str = Field(description="Site that makes it.")
    good: str
    buyer: str = Field(description="Nation.")
    share: Annotated[Numbers, NumberField("share", low=0, high=1)] = Field(description="Of what lies in the yard.")


class Trade(Document):
    kind: Literal["trade"]
    origins: Annotated[dict[Id, list[str]], Field(min_length=1)]
    collected: Annotated[Numbers, NumberField("share", ("nations",), low=0, high=1)]
    strangeness: Strangeness
    habits: dict[str, dict[str, Shares]] = Field(default_factory=dict)
    contracts: list[Contract] = Field(default_factory=list)
