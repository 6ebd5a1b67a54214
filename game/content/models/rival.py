"""``rival.yaml`` of a scenario: the script of the rival and of other controllers.

::

    format: 1
    kind: rival
    base_until: 2010-06           # optional: up to when quotas and duties are those of controls.yaml
    plays: historical             # optional: the script that plays where nobody chooses another
    scripts:                      # optional: how else the rival may think; each says what it changes in the rules
      historical: {name: As it was, text: "...", source: events, confidence: high}
      hard_liner:
        name: Hard-liner
        text: Never gives way in public.
        aims: {leverage: 0.8, face: 0.5}     # a rule's chance times 1 + the sum of aim x what it serves, 1 at most
        weighs:                   # optional: what lowers the chance of every rule that serves leverage
          - {metric: reputation(giant), low: 0.2, high: 0.5, least: 0.3}
        without: [relief]         # optional: rules that it never takes
        changes:                  # optional: fields of rules that it has otherwise
          trawler_embargo: {at_most_months: 9}
        assumed: true
        why: Made up, to teach.
    rules:
      trawler_embargo:
        name: Shipments to the neighbour held back
        when: tension(island) > 0.6 and since("2010-09")
        do:                       # one or more of the actions; a list of blocks where one does not do
          embargo: {nations: [island], goods: [salt], share: 0.9}
          tension: {nations: [island], change: 0.05}
        for_months: 2             # 0: for good
        at_most_months: 5         # optional: how long is drawn when it fires, from for_months to this
        cooldown_months: 24       # optional
        once: true                # optional
        chance: 0.5               # optional: a month in which the condition holds
        will: 0.85                # optional: part of all matches in which it may come at all, drawn with the seed
        swayed_by:                # optional: what lowers the chance, to a part of it where the figure is as at `low`
          - {metric: tension(island), low: 0.4, high: 0.8, least: 0.1, assumed: true, why: "..."}
        serves: {revenue: -0.5, leverage: 1}   # optional: what the rule does for each aim of a script, from -1 to 1
        only_in: [hard_liner]     # optional: scripts that have it; all of them without it
        by: league                # optional: zone of the controller that acts; the rival's without it
        against: [island]          # optional: default the nations named in `do`, all others than the rival if none
        reputation_cost: 0.05     # optional
        reason: The detention of a captain is answered where it hurts.
        source: events
        confidence: high

The actions, each with an example, stand in `game.engine.phases.actions`: the format of ``do`` is made from them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field, create_model

from game.content.figures import NumberField
from game.content.models.entry import Document, Id, Month, OneOrMore, Pick, Record, Sourced, When
from game.content.models.figures import ONE, ZERO
from game.content.numbers import Numbers
from game.engine.phases.actions.kinds import RuleAction, Size
from game.engine.phases.actions.registry import ACTIONS


def _field(size: Size) -> tuple[Any, Any]:
    """A figure of an action as a field of its block."""
    kind = Annotated[Numbers, NumberField(size.unit, low=size.low, high=size.high)]
    if size.usual is None:
        return kind, Field(description=size.meaning)
    nothing = NumberField(size.unit, fallback=size.usual).nothing
    return kind, Field(default_factory=nothing, description=size.meaning)


def _block(action: RuleAction) -> type[Record]:
    """The format of one block of an action: whom and what it is about, and its figures."""
    fields: dict[str, Any] = {}
    for chosen in action.chosen:
        about = "Goods, or stages that stand for all that they make." if chosen.axis == "goods" else None
        usual: Any = "all" if chosen.all else ...
        fields[chosen.field] = (str, ...) if chosen.one else (Pick, Field(usual, description=about))
    fields |= {size.field: _field(size) for size in action.sizes}
    return create_model(action.name.capitalize(), __base__=Record, __doc__=action.meaning, **fields)


def _blocks(action: RuleAction) -> tuple[Any, Any]:
    block: Any = _block(action)
    return Annotated[list[block], OneOrMore(dict)], Field(default_factory=list)


_FIELDS: dict[str, Any] = {name: _blocks(action) for name, action in ACTIONS.items()}
Action: Any = create_model(
    "Action", __base__=Record, __doc__="What a rule does: any of these, at least one.", **_FIELDS
)


class Sway(Sourced):
    """A figure on which the chance of a rule hangs: `least` of it at `low`, all at `high`, between in proportion."""

    metric: str = Field(description="A metric with its arguments, as tension(island).")
    low: float
    high: float = Field(description="May be less than `low`, where more of the figure is calmer.")
    least: float = Field(ge=0, le=1)


Weight = Annotated[float, Field(ge=-1, le=1)]


class Aims(Record):
    """What a rival is after: how much each aim weighs in a script, and what a rule does for it or costs it."""

    revenue: Weight = Field(default=0.0, description="Export earnings, and customers who stay.")
    share: Weight = Field(default=0.0, description="Share of the market: no plants abroad.")
    leverage: Weight = Field(default=0.0, description="Being able to make others give way.")
    face: Weight = Field(default=0.0, description="Not being seen to give way; against it, a good name abroad.")


class RivalScript(Sourced):
    """How the rival thinks, and what it changes in the rules for that."""

    name: str
    text: str = Field(description="How it thinks, in a sentence or two: all seats read it before the match.")
    aims: Aims = Field(default_factory=Aims)
    weighs: list[Sway] = Field(
        default_factory=list, description="What lowers the chance of every rule that serves leverage."
    )
    without: list[str] = Field(default_factory=list, description="Rules that it never takes.")
    changes: dict[Id, dict[str, Any]] = Field(
        default_factory=dict, description="Rule to the fields of it that are others; they rest on the script's origin."
    )
    points_more: dict[str, float] = Field(
        default_factory=dict,
        description="Seat to the points by which its doctrine does better than under the script that plays usually.",
    )


class RivalRule(Sourced):
    """One rule of the script."""

    name: str
    when: When
    do: Action
    for_months: int = Field(ge=0)
    at_most_months: int | None = Field(default=None, ge=1, description="Drawn from `for_months` to this when it fires.")
    cooldown_months: int = Field(default=0, ge=0)
    once: bool = False
    chance: Annotated[Numbers, NumberField("share", low=0, high=1)] = Field(default_factory=ONE.nothing)
    will: Annotated[Numbers, NumberField("share", low=0, high=1)] = Field(
        default_factory=ONE.nothing, description="Part of all matches in which it may come at all, drawn with the seed."
    )
    swayed_by: list[Sway] = Field(default_factory=list, description="What the chance hangs on.")
    serves: Aims = Field(default_factory=Aims, description="What it does for each aim of a script, or costs it.")
    only_in: list[str] = Field(default_factory=list, description="Scripts that have it; all where it is left out.")
    by: str | None = Field(default=None, description="Zone of the controller that acts; the rival's without it.")
    against: Pick | None = None
    reputation_cost: Annotated[Numbers, NumberField("0-1", low=0, high=1)] = Field(default_factory=ZERO.nothing)
    reason: str

    def blocks(self) -> Iterator[tuple[RuleAction, int, Any]]:
        """What it does: the action, the place of the block among those of the action, and the block."""
        for name, action in ACTIONS.items():
            for position, block in enumerate(getattr(self.do, name)):
                yield action, position, block


class Rival(Document):
    kind: Literal["rival"]
    base_until: Month | None = Field(
        default=None, description="Last month in which the quotas and duties are those that were decided."
    )
    plays: str | None = Field(default=None, description="The script that plays where nobody chooses another.")
    scripts: dict[Id, RivalScript] = Field(default_factory=dict, description="How the rival may think.")
    rules: dict[Id, RivalRule]

    @property
    def playing(self) -> RivalScript | None:
        """The script that plays; None where there is but the one."""
        return self.scripts.get(self.plays or "")

    def has(self, name: str) -> bool:
        """Whether the script that plays has the rule."""
        script, only = self.playing, self.rules[name].only_in
        return script is None or (name not in script.without and (not only or self.plays in only))
