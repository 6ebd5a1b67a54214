"""What has a name that people read."""

from __future__ import annotations

from pydantic import Field

from game.content.models.entry import Sourced


class Named(Sourced):
    """Something with a name and a sentence."""

    name: str
    within: str = Field(default="", description="The name within a sentence where it is another: a case at the court.")
    text: str = ""
