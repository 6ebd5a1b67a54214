"""``ruleset.yaml``: what the rule set is, and who the rival is.

::

    format: 1
    kind: ruleset
    edition: 2
    name: Salt and glass
    version: "1.0"
    summary: Brine, salt and panes.
    start: 2010-01                 # month from which its series tell
    rival: empire                  # optional: without one no match can be played on it
    news: {assumed: true, why: "...", flow: 0.1, shortage: 0.05, works: 0.05}     # optional: how large news must be
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.content.figures import NumberField
from game.content.models.entry import Document, Month, Sourced
from game.content.numbers import Numbers

FLOW = NumberField("share", low=0, fallback=0.1)
SHORTAGE = NumberField("share", low=0, high=1, fallback=0.02)
WORKS = NumberField("share", low=0, high=1, fallback=0.0)


class News(Sourced):
    """How large a thing must be before headlines tell of it; it changes nothing in a match."""

    flow: Annotated[Numbers, FLOW] = Field(
        default_factory=FLOW.nothing, description="Part of a month's need: tonnes held back or released."
    )
    shortage: Annotated[Numbers, SHORTAGE] = Field(
        default_factory=SHORTAGE.nothing, description="Part of the need that is unmet."
    )
    works: Annotated[Numbers, WORKS] = Field(
        default_factory=WORKS.nothing,
        description="Part of what a stage can run in the world: projects in which the reader has no part.",
    )


class RuleSet(Document):
    """The head of a rule set."""

    kind: Literal["ruleset"]
    edition: Literal[2] = Field(description="2: goods and processes, as these files have them.")
    name: str
    version: str = Field(description="Version of the figures, as text.")
    summary: str
    start: Month = Field(description="Month from which all series tell.")
    rival: str | None = Field(default=None, description="Nation whose exports everybody depends on.")
    news: News = Field(default_factory=News, description="How large news must be.")
