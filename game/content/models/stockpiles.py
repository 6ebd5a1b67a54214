"""``stockpiles.yaml``: public stockpiles.

::

    format: 1
    kind: stockpiles
    goods: [salt]                      # that public stockpiles may hold
    reserve: {values: {island: 10, other: 0}, unit: days, source: stockpiles, confidence: medium}
    target:  {values: {island: {salt: 60, other: 42}, other: 0}, unit: days, source: "...", confidence: high}
    pace:    {values: {other: 5}, unit: days/month, assumed: true, why: "..."}
    storage_cost: {value: 0.02, unit: share/year, assumed: true, why: "..."}
    stop_months: {value: 6, unit: months, assumed: true, why: "..."}   # of the stress test
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.content.figures import NumberField
from game.content.models.entry import Document
from game.content.numbers import Numbers

Days = Annotated[Numbers, NumberField("days", ("nations", "goods"), low=0)]


class Stockpiles(Document):
    kind: Literal["stockpiles"]
    goods: Annotated[list[str], Field(min_length=1, description="Goods that public stockpiles may hold.")]
    reserve: Days = Field(description="Held at the start, in days of the nation's use.")
    target: Days = Field(description="That they are to hold.")
    pace: Annotated[Numbers, NumberField("days/month", ("nations",), low=0)]
    storage_cost: Annotated[Numbers, NumberField("share/year", low=0, high=1)]
    stop_months: Annotated[Numbers, NumberField("months", low=1, high=60)] = Field(
        description="Length of the stop of all imports from the rival that the stress test asks a nation to stand."
    )
