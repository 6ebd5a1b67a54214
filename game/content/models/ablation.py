"""``ablation.yaml``: one lever at a time against all of them together. A scenario may do without.

It changes nothing in a match: `check` and the back-test read it, `load` does not.

::

    format: 1
    kind: ablation
    seat: island                      # who pulls the levers; all other seats do as in the scenario
    rules:                            # of the rival, as in rival.yaml: they act only in the runs that name them
      again: {name: Shipments stop again, when: since("2015-01"), do: {...}, for_months: 6, reason: ..., ...}
    stress: [again]                   # rules that act in the stressed runs
    levers:                           # run, to the doctrine that leads the seat in it
      mines: {name: Mines alone, doctrine: lever_mines}
    none: {name: Nothing, doctrine: status_quo}
    together: {name: All together, doctrine: lever_all}
    base: History                     # what the table calls the scenario as it stands
    measures:                         # by what the levers are compared
      separation:
        label: Dependence at separation
        unit: share
        better: low
        margin: 0.02                  # by how much a lever must be worse than all together
        compared: true                # whether a lever must be worse by it, or it is only shown
        stressed: false               # whether it is measured in the run with the stress
        measure: {metric: "dependence(island, separation)", from: 2018-01, to: 2020-12}
    runs:                             # further ones, for the claims; as in facts.yaml, with_rules beside without_rules
      weak: {text: The embargo comes when demand is weak., without_rules: [embargo], with_rules: [late_embargo]}
    claims:                           # as facts in facts.yaml, without a group
      rush: {what: A rush makes the bubble higher, source: D0-07, parts: [...]}

Each lever, ``none``, ``together`` and ``base`` is a run of that name, and with ``_stressed``
behind the name one in which the rules of ``stress`` act. Measures name no run and
compare with nothing; claims may do both.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.content.models import facts
from game.content.models.entry import Cited, Document, Id, Record
from game.content.models.facts import Words
from game.content.models.rival import RivalRule

STRESSED = "_stressed"
"""What the name of a run ends with in which the rules of the stress act."""
NONE, TOGETHER = "none", "together"


class Lever(Record):
    """A doctrine and what the table calls it."""

    name: Words
    doctrine: str


class Measure(Record):
    """One column of the table."""

    label: Words
    unit: Words
    better: Literal["low", "high"]
    margin: Annotated[float, Field(ge=0, description="By how much a lever must be worse than all together.")] = 0.0
    compared: bool = Field(default=True, description="Whether a lever must be worse by it, or it is only shown.")
    stressed: bool = Field(default=False, description="Whether it is measured in the run with the stress.")
    measure: facts.Measure


class Run(facts.Run):
    with_rules: list[str] = Field(default_factory=list, description="Rules of this file that act in the run.")


class Claim(Record):
    """What the runs should show."""

    what: Words
    source: Cited
    note: Words | None = Field(default=None, description="How the claim is read.")
    explanation: Words | None = Field(default=None, description="Why it fails, or holds only just.")
    parts: Annotated[list[facts.Part], Field(min_length=1)]


class Ablation(Document):
    kind: Literal["ablation"]
    seat: str
    rules: dict[Id, RivalRule] = Field(default_factory=dict, description="Rules of the rival for some runs only.")
    stress: Annotated[list[str], Field(min_length=1, description="Rules that act in the stressed runs.")]
    levers: Annotated[dict[Id, Lever], Field(min_length=1)]
    none: Lever
    together: Lever
    base: Words = Field(description="What the table calls the scenario as it stands.")
    measures: Annotated[dict[Id, Measure], Field(min_length=1)]
    runs: dict[Id, Run] = Field(default_factory=dict)
    claims: dict[Id, Claim] = Field(default_factory=dict)
