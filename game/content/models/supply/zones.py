"""``zones.yaml``: customs borders, and who may tax, ration or stop what leaves them.

::

    format: 1
    kind: zones
    zones:
      league: {name: The league, controller: coast, members: [coast, isle], goods: [salt]}    # goods: all without it

Who is in no zone belongs to the world market, which nobody controls.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.content.models.entry import Document, Id, Pick
from game.content.models.named import Named


class Zone(Named):
    """A customs border with a controller."""

    controller: str = Field(description="Nation that decides what leaves it, one of the members.")
    members: Annotated[list[str], Field(min_length=1)]
    goods: Pick = Field(default="all", description="Goods that it may control.")


class Zones(Document):
    kind: Literal["zones"]
    zones: dict[Id, Zone]
