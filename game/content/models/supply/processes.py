"""``processes.yaml``: recipes, in tonnes of a tonne that is run.

::

    format: 1
    kind: processes
    processes:
      pump: {name: Brine wells, makes: {brine: 1}, assumed: true, why: "..."}     # from the ground: takes nothing
      boil:
        name: Salt works
        takes: {brine: 1}
        makes: {values: {salt: 0.6, bromine: 0.01}, unit: t/t, source: salt_works, confidence: high}
      melt:
        name: Glass works
        takes: {salt: 0.3}
        adds: 0.75                 # optional: sand and lime, which are no goods here
        makes: {pane: 1}
        assumed: true
        why: "..."
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.content.figures import NumberField
from game.content.models.entry import Document, Id
from game.content.models.named import Named
from game.content.numbers import Numbers

_RECIPE = NumberField("t/t", ("goods",), low=0, fallback=0.0)


class Process(Named):
    """A recipe: what comes of what, all recovered."""

    takes: Annotated[Numbers, _RECIPE] = Field(
        default_factory=_RECIPE.nothing, description="Feed of a tonne run; none where it comes from the ground."
    )
    adds: Annotated[Numbers, NumberField("t/t", low=0)] = Field(
        default_factory=NumberField("t/t", fallback=0.0).nothing,
        description="What goes into a tonne run besides, and is no good here.",
    )
    makes: Annotated[Numbers, _RECIPE] = Field(description="Product of a tonne run.")


class Processes(Document):
    kind: Literal["processes"]
    processes: Annotated[dict[Id, Process], Field(min_length=1)]
