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
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from game.content.models.entry import Document, Month


class RuleSet(Document):
    """The head of a rule set."""

    kind: Literal["ruleset"]
    edition: Literal[2] = Field(description="2: goods and processes, as these files have them.")
    name: str
    version: str = Field(description="Version of the figures, as text.")
    summary: str
    start: Month = Field(description="Month from which all series tell.")
    rival: str | None = Field(default=None, description="Nation whose exports everybody depends on.")
