"""``rival.yaml`` of a scenario: the rival's standing controls and its script.

::

    format: 1
    kind: rival
    quota:                        # stage, material: exports allowed; none where nothing is written
      separation:
        light_magnet: {by_year: {2009: 14000, 2010: 8500}, between: step, unit: t/year, source: "...", confidence: high}
    export_tax:                   # stage, material: rate
      separation:
        heavy: {by_year: {2009: 0.15, 2011: 0.25}, between: step, unit: share, source: "...", confidence: medium}
    rules:
      trawler_embargo:
        name: Shipments to the neighbour held back
        when: tension(island) > 0.6 and since("2010-09")
        do:                       # one or more; a list of blocks where one does not do
          embargo: {nations: [island], materials: all, stages: [separation], share: 0.9}
          licence: {nations: [island], share: 0.4}
          quota: {materials: [heavy], stages: [separation], multiple: 0.6}
          tax: {rate: 0.1}
          flood: {materials: [light_magnet], share: 0.3}
          tension: {nations: [island], change: 0.05}
          grab: {site: far_mine, share: 0.3, min_trust: 0.4}      # for good; min_trust: of the host, optional
          technology: {nations: all, stages: [separation, magnet], slower: 1.4}   # projects hosted there take longer
          offer: {nations: [island], agreement: joint_research}   # proposes it, to be answered like any proposal
        for_months: 2             # 0: for good
        cooldown_months: 24       # optional
        once: true                # optional
        chance: 1.0               # optional: a month in which the condition holds
        against: [island]          # optional: default the nations named in `do`, all others than the rival if none
        reputation_cost: 0.05     # optional
        reason: The detention of a captain is answered where it hurts.
        source: events
        confidence: high
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.content.figures import NumberField, Over
from game.content.models.entry import Document, Id, OneOrMore, Pick, Record, Sourced, When
from game.content.models.sites import ONE, ZERO
from game.content.numbers import Numbers, Series

Share = Annotated[Numbers, NumberField("share", low=0, high=1)]


class Goods(Record):
    """Which goods a control is about."""

    materials: Pick = "all"
    stages: Pick = "all"


class Targeted(Goods):
    """Which nations and goods a control is about."""

    nations: Pick = "all"


class Quota(Goods):
    """The export quota, which has to stand for the goods, becomes a multiple of what it is."""

    multiple: Annotated[Numbers, NumberField("factor", low=0)]


class Tax(Goods):
    """An export tax, added to the one that stands."""

    rate: Annotated[Numbers, NumberField("share", low=0)]


class Licence(Targeted):
    """Exports need a licence, and only a part of the applications is approved."""

    share: Share = Field(description="Part of the applications approved.")


class Embargo(Targeted):
    """A part of the shipments is stopped, whatever was ordered or licensed."""

    share: Share = Field(description="Part of the shipments cut.")


class Flood(Record):
    """More is made than is asked for: the price inside falls."""

    materials: Pick = "all"
    share: Share = Field(description="Cut of the inside price.")


class TensionChange(Record):
    """Tension with the rival rises, or falls where the change is below 0, once, when the rule fires."""

    nations: Pick = "all"
    change: Annotated[Numbers, NumberField("0-1", low=-1, high=1)]


class Grab(Record):
    """Offtake at a site abroad: promised to the rival from then on, before the open market."""

    site: str
    share: Share = Field(description="Part of the site's output, as far as it is free.")
    min_trust: Annotated[Numbers, NumberField("0-1", low=0, high=1)] = Field(default_factory=ZERO.nothing)


class Technology(Record):
    """What the rival knows of some stages is withheld from some nations."""

    nations: Pick = "all"
    stages: Pick = "all"
    slower: Annotated[Numbers, NumberField("factor", low=1)] = Field(
        description="Multiple of the time that projects take."
    )


class Offer(Record):
    """An agreement that the rival proposes."""

    nations: Pick
    agreement: str


class Action(Record):
    """What a rule does: any of these, at least one."""

    quota: Annotated[list[Quota], OneOrMore(dict)] = Field(default_factory=list)
    tax: Annotated[list[Tax], OneOrMore(dict)] = Field(default_factory=list)
    licence: Annotated[list[Licence], OneOrMore(dict)] = Field(default_factory=list)
    embargo: Annotated[list[Embargo], OneOrMore(dict)] = Field(default_factory=list)
    flood: Annotated[list[Flood], OneOrMore(dict)] = Field(default_factory=list)
    tension: Annotated[list[TensionChange], OneOrMore(dict)] = Field(default_factory=list)
    grab: Annotated[list[Grab], OneOrMore(dict)] = Field(default_factory=list)
    technology: Annotated[list[Technology], OneOrMore(dict)] = Field(default_factory=list)
    offer: Annotated[list[Offer], OneOrMore(dict)] = Field(default_factory=list)


class RivalRule(Sourced):
    """One rule of the script."""

    name: str
    when: When
    do: Action
    for_months: int = Field(ge=0)
    cooldown_months: int = Field(default=0, ge=0)
    once: bool = False
    chance: Annotated[Numbers, NumberField("share", low=0, high=1)] = Field(default_factory=ONE.nothing)
    against: Pick | None = None
    reputation_cost: Annotated[Numbers, NumberField("0-1", low=0, high=1)] = Field(default_factory=ZERO.nothing)
    reason: str


class Rival(Document):
    kind: Literal["rival"]
    quota: dict[str, dict[str, Annotated[Series, Over("t/year", low=0)]]] = Field(default_factory=dict)
    export_tax: dict[str, dict[str, Annotated[Series, Over("share", low=0)]]] = Field(default_factory=dict)
    rules: dict[Id, RivalRule]
