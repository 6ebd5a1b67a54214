"""``recycling.yaml``: what was used years ago comes back as scrap.

::

    format: 1
    kind: recycling
    life: {values: {light_magnet: 12, other: 8}, unit: years, source: recycling, confidence: medium}
    in_use: {values: {island: {light_magnet: 40000}, other: 0}, unit: t, assumed: true, why: "..."}
    collection: {values: {other: 0.01}, unit: share, source: recycling, confidence: high}
"""

from __future__ import annotations

from typing import Annotated, Literal

from game.content.figures import NumberField
from game.content.models.entry import Document
from game.content.numbers import Numbers


class Recycling(Document):
    kind: Literal["recycling"]
    life: Annotated[Numbers, NumberField("months", ("materials",), low=1)]
    in_use: Annotated[Numbers, NumberField("t", ("nations", "materials"), low=0, fallback=0.0)]
    collection: Annotated[Numbers, NumberField("share", ("nations",), low=0, high=1)]
