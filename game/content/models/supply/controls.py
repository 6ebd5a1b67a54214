"""``controls.yaml``: what controllers decided and what happened to everybody, by date. None of it is an outcome.

::

    format: 1
    kind: controls
    quotas:                        # of exports, by weight over several goods
      salts:
        name: salt and bromine     # optional: what counts against it, as rules tell of it
        zone: league
        goods: [salt, bromine]
        amount: {by_year: {2010: 900, 2011: 700}, between: step, unit: t/year, source: KEY, confidence: high}
        from: 2010-01              # optional: its first month
        until: 2011-12             # optional: its last month
        outside: {value: 90, unit: t/year, source: KEY, confidence: low}    # optional: leaves the zone uncounted
    duties:                        # zone, good: on leaving the zone
      league: {salt: {by_month: {2010-01: 0.1, 2012-05: 0}, between: step, unit: share, source: KEY, confidence: high}}
    embargoes:
      - {text: Ships stay, zone: league, from: 2010-10, to: 2010-11, nations: [inland], goods: [salt],
         share: {value: 0.8, unit: share, source: KEY, confidence: medium}}      # of shipments that is stopped
    costs:                         # zone: index of what running costs there
      league: {by_year: {2010: 1, 2011: 1.05}, between: step, assumed: true, why: "..."}

A rule set may do without this file, and without any of these. A match takes quotas, duties and costs from here; whom a
controller stops in it is the script of a scenario (``rival.yaml``), and embargoes of this file change nothing there.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.content.figures import NumberField, Over
from game.content.models.entry import Document, Id, Month, Pick, Sourced
from game.content.models.supply.sites import Flow
from game.content.numbers import Numbers, Series

Goods = Annotated[list[str], Field(min_length=1)]


class Quota(Sourced):
    """So much of some goods together may leave a zone."""

    name: str = Field(default="", description="What counts against it, as rules of the rival tell of it.")
    text: str = ""
    zone: str
    goods: Goods
    amount: Flow | None = Field(default=None, description="No limit without it, until a match sets one.")
    begins: Month | None = Field(default=None, alias="from", description="Its first month; that of the rule set else.")
    until: Month | None = Field(default=None, description="Its last month; it stands to the end without one.")
    outside: Flow | None = Field(default=None, description="What leaves beside it, uncounted.")


class Embargo(Sourced):
    """A part of what goes from a zone to some nations is stopped for some months, the first and the last with them."""

    text: str
    zone: str
    begins: Month = Field(alias="from")
    ends: Month = Field(alias="to")
    nations: Pick
    goods: Goods
    share: Annotated[Numbers, NumberField("share", low=0, high=1)]


class Controls(Document):
    kind: Literal["controls"]
    quotas: dict[Id, Quota] = Field(default_factory=dict)
    duties: dict[str, dict[str, Annotated[Series, Over("share", low=0)]]] = Field(default_factory=dict)
    embargoes: list[Embargo] = Field(default_factory=list)
    costs: dict[str, Annotated[Series, Over("index", low=0.001)]] = Field(default_factory=dict)
