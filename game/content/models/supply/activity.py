"""``activity.yaml``: how busy users were, as published, by region and year.

::

    format: 1
    kind: activity
    activity:
      building:
        counts: homes begun        # what is counted
        regions:
          coast: {by_year: {2010: 120, 2011: 130}, between: linear, source: KEY, confidence: high}
          other: {by_year: {2010: 70, 2011: 75}, between: linear, source: KEY, confidence: low}   # the others

Only its course matters: a sector takes it over that of the year in which its use is known. A year's figure stands in
the middle of the year; after the last one it stays.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.content.figures import Over
from game.content.models.entry import Document, Id, Sourced
from game.content.numbers import Series


class Branch(Sourced):
    """One published series, by region."""

    counts: str = Field(description="What is counted: vehicles made, MW installed.")
    regions: Annotated[dict[str, Annotated[Series, Over("index", low=0)]], Field(min_length=1)] = Field(
        description="By nation; other for those that are not named."
    )


class Activity(Document):
    kind: Literal["activity"]
    activity: dict[Id, Branch]
