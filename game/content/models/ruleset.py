"""``ruleset.yaml``: what the rule set is, and who the rival is.

::

    format: 1
    kind: ruleset
    name: Rare earths
    version: "1.0"
    summary: Mines, plants and stockpiles of rare earths, 2005 to 2035.
    rival: empire
    state: 2010-01                 # optional: the month that capacities, prices, stocks and budgets at the start are of
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from game.content.models.entry import Document, Month


class RuleSet(Document):
    """The head of a rule set."""

    kind: Literal["ruleset"]
    edition: Literal[1] = Field(default=1, description="1: three stages. Another edition has other files.")
    name: str
    version: str = Field(description="Version of the figures, as text.")
    summary: str
    rival: str = Field(description="Nation whose exports everybody depends on.")
    state: Month | None = Field(
        default=None, description="Month that capacities, prices, stocks and budgets at the start are those of."
    )
