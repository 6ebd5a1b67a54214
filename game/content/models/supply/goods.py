"""``goods.yaml``: what is made, traded and used, and the columns of the flow picture in which it stands.

::

    format: 1
    kind: goods
    stages:                        # columns of the flow picture, from the ground to the user
      mine: {name: Mining}
      plant: {name: Refining, good: salt, counted: true, text: Salt boiled down.}
    headline: plant                # optional: the stage at which imports and need are counted in one figure
    materials:                     # optional: what goods of several stages have in common
      sodium: {name: Sodium}
    goods:
      brine:
        name: Brine
        stage: mine
        material: sodium           # optional
        unit: t of contained salt  # optional: what its amounts are told in, t without it
        cover: 2                   # months of use that buyers want in stock
        yard_cover: 1              # months of output that sellers want in the yard
        finish: 0                  # US$/kg to recover it from what it comes with
        price: 6                   # US$/kg at the start
        thriftable: 0.5            # optional: share of it in a recipe that can be saved, all told
        thrift: {usual: 5, elasticity: 0.7, most: 0.4, choke: 3}    # optional: what users save as it grows dear
        beside: salt               # optional: it comes up beside that good, as its by-product
        local: true                # optional: used in the nation in which it comes up, as scrap is
        becomes: {good: cullet, returned: 0.9, life: {value: 10, unit: years}}   # optional: end of its life
        assumed: true
        why: "..."
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.content.figures import NumberField
from game.content.models.entry import Document, Id, Sourced
from game.content.models.named import Named
from game.content.numbers import Numbers


class Stage(Named):
    """A column of the flow picture."""

    good: str = Field(default="", description="What the stage makes, in a word; its name without it.")
    counted: bool = Field(
        default=True, description="Whether what it makes counts in stock cover, unmet need and the bottleneck."
    )


class Becomes(Sourced):
    """What a good is at the end of its use."""

    good: str = Field(description="The scrap that it becomes.")
    returned: Annotated[Numbers, NumberField("t/t", low=0, high=1)] = Field(description="Scrap of a tonne of it.")
    life: Annotated[Numbers, NumberField("months", low=1)] = Field(description="Mean time in use.")


class Thrift(Sourced):
    """What users of a good learn to do without as it grows dear: 1 - (price / usual)^-elasticity, up to a limit."""

    text: str = ""
    usual: Annotated[Numbers, NumberField("US$/kg", low=0.001)]
    elasticity: Annotated[Numbers, NumberField("exponent", low=0)]
    most: Annotated[Numbers, NumberField("share", low=0, high=1)] = Field(description="Of the thriftable part.")
    choke: Annotated[Numbers, NumberField("ratio", low=1.01)] | None = Field(
        default=None, description="Times the price they are used to, makers leave out half of that part for a while."
    )


class Good(Named):
    """Something that is made, traded and used."""

    stage: str = Field(description="Column of the flow picture.")
    material: str | None = Field(default=None, description="What it shares with goods of other stages.")
    unit: str = Field(default="t", description="What its amounts are told in.")
    cover: Annotated[Numbers, NumberField("months", low=0)]
    yard_cover: Annotated[Numbers, NumberField("months", low=0)]
    finish: Annotated[Numbers, NumberField("US$/kg", low=0)]
    price: Annotated[Numbers, NumberField("US$/kg", low=0.001)]
    thriftable: Annotated[Numbers, NumberField("share", low=0, high=1)] = Field(
        default_factory=NumberField("share", fallback=0.0).nothing,
        description="Share of it in a recipe that can be saved, all told.",
    )
    thrift: Thrift | None = None
    beside: str | None = Field(default=None, description="Good beside which it comes up, as its by-product.")
    local: bool = Field(default=False, description="Used in the nation in which it comes up, as scrap is.")
    becomes: Becomes | None = None


class Goods(Document):
    kind: Literal["goods"]
    stages: Annotated[dict[Id, Stage], Field(min_length=1)]
    headline: str | None = Field(
        default=None, description="The stage at which imports and need are counted in one figure; the first without it."
    )
    materials: dict[Id, Named] = Field(default_factory=dict)
    goods: Annotated[dict[Id, Good], Field(min_length=1)]
