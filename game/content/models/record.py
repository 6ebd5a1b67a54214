"""``record.yaml``: real curves that are shown beside the simulated ones. A scenario may do without.

Nothing reads it but `check` and the page of the back-test: no outcome that it holds can find its way into a match.

::

    format: 1
    kind: record
    curves:
      island_imports:
        title: The island's imports from the giant
        unit: share
        scale: linear                 # or log
        simulated: {metric: "imports_from(island, giant)", over: imported(island), each: year}
        real:
          - label: Customs
            by_year: {2010: 0.82, 2011: 0.68}
            source: customs_2011
            confidence: high
            note: ...                 # optional
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.content.models.entry import Cited, Document, Id, Record
from game.content.models.facts import Window, Words


class Simulated(Window):
    """The figure of the simulation, as in a measure of ``facts.yaml``."""

    metric: str
    over: str | None = None
    base: Window | None = None
    each: Literal["month", "year"] | None = None
    times: float = 1.0


class Real(Record):
    """What is known, by calendar year."""

    label: Words
    by_year: Annotated[dict[int, float], Field(min_length=1)]
    source: Cited
    confidence: Literal["high", "medium", "low"]
    note: Words | None = None


class Curve(Record):
    title: Words
    unit: Words
    scale: Literal["linear", "log"] = "linear"
    simulated: Simulated
    real: Annotated[list[Real], Field(min_length=1)]


class RealRecord(Document):
    kind: Literal["record"]
    curves: Annotated[dict[Id, Curve], Field(min_length=1)]
