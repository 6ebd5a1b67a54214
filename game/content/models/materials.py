"""``materials.yaml``: rows and columns of the flow picture, and the sectors that use goods.

::

    format: 1
    kind: materials
    materials:
      light_magnet: {name: Magnet light (NdPr), text: Neodymium and praseodymium., source: "D0", confidence: high}
    stages:                     # exactly three, in the order of the chain; the engine knows them by place
      mine:       {name: Mining,     good: concentrate, counted: false, text: Ore dug and enriched.}
      separation: {name: Separation, good: oxide,       text: Elements parted.}
      magnet:     {name: Magnets,    good: alloy,       text: Metal and magnets.}
    headline: separation        # the stage at which imports and need are counted in one figure
    sectors:                    # the first is the leading one, which an alternative technology would weaken
      autos: {name: Cars, text: Motors and catalysts.}
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.content.models.entry import Document, Id, Sourced


class Named(Sourced):
    """Something with a name and a sentence."""

    name: str
    within: str = Field(default="", description="The name within a sentence where it is another: a case at the court.")
    text: str = ""


class Stage(Named):
    good: str = Field(description="What the stage makes, in a word.")
    counted: bool = Field(
        default=True, description="Whether what it makes counts in stock cover, unmet need and the bottleneck."
    )


class Materials(Document):
    kind: Literal["materials"]
    materials: Annotated[dict[Id, Named], Field(min_length=1)]
    stages: Annotated[dict[Id, Stage], Field(min_length=3, max_length=3)]
    headline: str = Field(description="The stage at which imports and need are counted in one figure.")
    sectors: Annotated[dict[Id, Named], Field(min_length=1)]
