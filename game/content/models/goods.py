"""``goods.yaml``: the goods that are traded, stored and used.

::

    format: 1
    kind: goods
    goods:
      ndpr_oxide:
        name: NdPr oxide
        text: What magnets are made of.
        stage: separation         # the stage of materials.yaml that makes it: its column in the flow picture
        material: light_magnet    # its row and colour there, where it has one
        source: "D0"
        confidence: high
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.content.models.entry import Document, Id
from game.content.models.materials import Named


class Good(Named):
    """One good."""

    stage: str = Field(description="The stage that makes it.")
    material: str | None = Field(default=None, description="What it is a good of, where it is one of the materials.")


class Goods(Document):
    kind: Literal["goods"]
    goods: Annotated[dict[Id, Good], Field(min_length=1)]
