"""``stockpiles.yaml``: public stockpiles, commercial stocks, and what fear does to them.

::

    format: 1
    kind: stockpiles
    stage: separation                  # the good that is kept
    reserve: {values: {island: 10, other: 0}, unit: days, source: stockpiles, confidence: medium}
    target:  {values: {island: {heavy: 60, other: 42}, other: 0}, unit: days, source: "...", confidence: high}
    pace:    {values: {other: 5}, unit: days/month, assumed: true, why: "..."}
    storage_cost: {value: 0.02, unit: share/year, assumed: true, why: "..."}
    commercial:
      cover: {values: {island: {separation: 3, magnet: 1}, other: {other: 2}}, unit: months, assumed: true, why: "..."}
      stock: {values: {other: 2}, unit: months, assumed: true, why: "..."}    # nation, stage, material
      adjust_months: {value: 3, unit: months, assumed: true, why: "..."}
    fear:
      panic: {value: 1.5, unit: factor, assumed: true, why: "..."}
      decay: {value: 0.15, unit: share/month, assumed: true, why: "..."}
      from_price: {value: 0.5, unit: factor, assumed: true, why: "..."}
      from_control: {value: 0.6, unit: factor, assumed: true, why: "..."}
    release:
      shortage: {value: 0.05, unit: share, assumed: true, why: "..."}
      price: {value: 3, unit: factor, assumed: true, why: "..."}
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.content.figures import NumberField
from game.content.models.entry import Document, Sourced
from game.content.numbers import Numbers

Days = Annotated[Numbers, NumberField("days", ("nations", "materials"), low=0)]


class Commercial(Sourced):
    """Stocks of firms."""

    cover: Annotated[Numbers, NumberField("months", ("nations", "stages"), low=0)] = Field(
        description="Months of use that firms want to hold."
    )
    stock: Annotated[Numbers, NumberField("months", ("nations", "stages", "materials"), low=0)] = Field(
        description="Months of use held at the start."
    )
    adjust_months: Annotated[Numbers, NumberField("months", low=0.1)]


class Fear(Sourced):
    """How fear of shortage rises and fades."""

    panic: Annotated[Numbers, NumberField("factor", low=0)]
    decay: Annotated[Numbers, NumberField("share/month", low=0, high=1)]
    from_price: Annotated[Numbers, NumberField("factor", low=0)]
    from_control: Annotated[Numbers, NumberField("factor", low=0)]


class Release(Sourced):
    """When a stockpile opens."""

    shortage: Annotated[Numbers, NumberField("share", low=0, high=1)]
    price: Annotated[Numbers, NumberField("factor", low=0)]


class Stockpiles(Document):
    kind: Literal["stockpiles"]
    stage: str
    reserve: Days
    target: Days
    pace: Annotated[Numbers, NumberField("days/month", ("nations",), low=0)]
    storage_cost: Annotated[Numbers, NumberField("share/year", low=0, high=1)]
    commercial: Commercial
    fear: Fear
    release: Release
