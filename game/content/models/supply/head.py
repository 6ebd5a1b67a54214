"""``ruleset.yaml`` of a rule set of goods and processes: its edition tells it from those with three stages.

::

    format: 1
    kind: ruleset
    edition: 2
    name: Salt and glass
    version: "1.0"
    summary: Brine, salt and panes.
    start: 2010-01                 # month in which all series begin
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from game.content.models.entry import Document, Month


class Head(Document):
    """The head of a rule set."""

    kind: Literal["ruleset"]
    edition: Literal[2] = Field(description="2: goods and processes, as these files have them.")
    name: str
    version: str = Field(description="Version of the figures, as text.")
    summary: str
    start: Month = Field(description="Month in which all series begin, that of the stocks and prices at the start.")
