"""``research.yaml``: lines of R&D, their readiness (1 to 9) and what a level brings.

::

    format: 1
    kind: research
    spillover: {value: 0.2, unit: share/year, assumed: true, why: "..."}
    readiness: {values: {island: {recycling: 4, other: 3}, other: 2}, unit: level, assumed: true, why: "..."}
    lines:
      recycling:
        name: Recycling of magnets
        text: Collecting and parting magnets of old machines.
        half_spend: 30          # US$ million/year
        fastest: 0.8            # levels/year
        max_rate: 200           # US$ million/year
        thrift_gain: 0.02       # optional: part of a dear feed that recipes save, a level
        recycling_gain: 0.05    # optional: collection a level
        separation_gain: 0      # optional: cut of the plants' cash cost a level
        market_loss: 0          # optional: output of the leading sector lost a level
        assumed: true
        why: "..."
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.content.figures import NumberField
from game.content.models.entry import Document, Id
from game.content.models.figures import ZERO
from game.content.models.named import Named
from game.content.numbers import Numbers


class Line(Named):
    """A line of research."""

    half_spend: Annotated[Numbers, NumberField("US$ million/year", low=0.001)]
    fastest: Annotated[Numbers, NumberField("levels/year", low=0)]
    max_rate: Annotated[Numbers, NumberField("US$ million/year", low=0)]
    thrift_gain: Annotated[Numbers, NumberField("share", low=0, high=1)] = Field(default_factory=ZERO.nothing)
    recycling_gain: Annotated[Numbers, NumberField("share", low=0, high=1)] = Field(default_factory=ZERO.nothing)
    separation_gain: Annotated[Numbers, NumberField("share", low=0, high=1)] = Field(default_factory=ZERO.nothing)
    market_loss: Annotated[Numbers, NumberField("share", low=0, high=1)] = Field(default_factory=ZERO.nothing)


class Research(Document):
    kind: Literal["research"]
    spillover: Annotated[Numbers, NumberField("share/year", low=0)]
    readiness: Annotated[Numbers, NumberField("level", ("nations", "lines"), low=1, high=9)]
    lines: dict[Id, Line]
