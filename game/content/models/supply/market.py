"""``market.yaml`` of a rule set of goods and processes: how sites, buyers, prices and fears behave.

::

    format: 1
    kind: market
    market:
      slope: {value: 8, unit: exponent, assumed: true, why: "..."}
      scarcity: {value: 0.4, unit: exponent, assumed: true, fitted: true, why: "..."}    # moved, outcomes in sight
      panic: {value: 1, unit: "", assumed: true, why: "..."}

    basket: {values: {salt: 1}, unit: share, assumed: true, why: "..."}     # optional: the market in one price

and so on: one number for each single number of `game.economy.world.World`, in its unit, and those of `Usual`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field, create_model

from game.content.figures import NumberField
from game.content.models.entry import Document, Sourced
from game.content.numbers import Numbers
from game.economy.fields import Field as Declared
from game.economy.fields import fields
from game.economy.world import World

SHORTEST = 0.1
"""Months: what takes less is at once, and a division by nearly nothing."""

BEHAVIOUR = {name: field for name, field in fields(World).items() if not field.axes and not field.whole}
"""The numbers of a market by name, as the economy declares them."""


def _limits(field: Declared) -> NumberField:
    if field.unit == "months":
        return NumberField(field.unit, low=SHORTEST)
    return NumberField(field.unit, low=0, high=1) if field.unit == "share" else NumberField(field.unit, low=0)


class Usual(Sourced):
    """What a match begins with and who plays it may change."""

    reserve_pace: Annotated[Numbers, NumberField("1/month", low=0)] = Field(
        description="Of a month's use bought for a public stockpile."
    )

    def number(self, name: str) -> float:
        """One of the numbers.

        Raises:
            AttributeError: when there is none of that name.
        """
        found: Numbers = getattr(self, name)
        return found.value


_FIELDS: dict[str, Any] = {
    name: (Annotated[Numbers, _limits(field)], Field(description=f"{field.meaning[0].upper()}{field.meaning[1:]}."))
    for name, field in BEHAVIOUR.items()
}
if TYPE_CHECKING:
    Behaviour = Usual
else:
    Behaviour = create_model("Behaviour", __base__=Usual, __doc__="How all behave.", **_FIELDS)


class Market(Document):
    kind: Literal["market"]
    market: Behaviour
    basket: Annotated[Numbers, NumberField("share", ("goods",), low=0, high=1, fallback=0.0)] | None = Field(
        default=None, description="Parts of the basket in whose price the market is told; by use where it is left out."
    )
