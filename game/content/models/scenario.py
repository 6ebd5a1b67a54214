"""``scenario.yaml``: who plays, when, on which rule set, and what counts.

::

    format: 1
    kind: scenario
    title: The embargo of 2010
    summary: Lead a nation whose factories hang on one supplier.
    rule_set: rare_earths          # a folder of rules/, or a path from this folder
    start: 2009-01
    turn_months: 6                 # 3, 6 or 12
    turns: 32
    seats:                         # the first nations, in this order
      island: {doctrine: history, role: Factories that cannot wait.}   # who leads it when nobody does
      union: {doctrine: status_quo, win_score: 45}   # a seat may need another score than win_score below
    default_seat: island
    objectives: [Say what a stockpile can do and what it cannot.]   # optional: what play is to teach
    turning_points:                # optional: what is expected to decide; the debrief lays it beside what came
      - {text: The harbour is closed., month: 2010-09, act: trawler_embargo}   # act: a rule of the rival or an incident
    presets:                       # optional: lengths of a session; of its minutes a third is for the debrief
      - {minutes: 90, turns: 16, turn_months: 12, briefing: 8, turn: 3, debrief: 30}
    activity:                      # optional: nation or all, sector or all: an index on the published course
      all:
        cars: {by_year: {2025: 1, 2030: 1.3}, between: linear, unit: factor, assumed: true, why: "..."}
    score:                         # parts; weights sum to 1
      supply: {label: Security of supply, metric: shortage(self), aggregate: mean, worst: 0.2, best: 0, weight: 0.4,
               last_months: 24, seats: {union: {worst: 0.1}}}   # optional: a mean of the end alone, bounds of a seat
    win_score: 55
    goals:
      - {metric: import_share(self), at_most: 0.6, at: end, text: Buy less than 60 % from the rival at the end.}
    documented:                    # optional: what is known of the first month; the first turn shows it
      - {metric: import_share(island), value: 0.9, unit: share, tolerance: 0.05, source: customs, confidence: high}
    begun:                         # optional: projects that began before the match, and where they stand
      first_mine: {phase: done}                         # its capacity is there; a site that it replaces has closed
      lost_plant: {phase: failed}                       # nobody can take it up again
      harbour_plant: {phase: construction, by: island, instrument: loan, public_share: {value: 0.5, unit: share, ...}}
    overrides:                     # numbers of the rule set that this scenario changes: file.path: value
      sites.red_hill.capacity: {value: 0, unit: t/year, source: "...", confidence: high}
      activity.cars.regions.island: {by_year: {2009: 70, 2010: 95}, between: linear, source: "...", confidence: high}
      economy.budget.values.island: 900

Beside it: ``briefing.md``, and if wanted ``rival.yaml``, ``incidents.yaml``, ``doctrines.yaml``.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from game.content.figures import NumberField, Over
from game.content.models.entry import Document, Id, Month, Record, Sourced
from game.content.models.facts import Band, Words
from game.content.models.figures import ZERO
from game.content.numbers import Numbers, Series

Turns = Annotated[int, Field(ge=1, le=400)]
TurnMonths = Literal[3, 6, 12]
Index = Annotated[Series, Over("factor", low=0)]
Stands = Literal["prospecting", "feasibility", "permitting", "construction", "commissioning", "done", "failed"]


class Seat(Record):
    doctrine: str
    win_score: Annotated[float, Field(ge=0, le=100)] | None = Field(
        default=None, description="Points that this seat needs; where it is left out, the scenario's."
    )

    role: Words | None = Field(
        default=None, description="Who the seat is in this scenario: its own part of the briefing opens with it."
    )


class TurningPoint(Record):
    """What the scenario is expected to turn on; told after a match beside what came."""

    text: Words
    month: Month | None = Field(default=None, description="When it is expected.")
    act: str = Field(description="The rule of the rival, or the incident, by which it comes.")


class Preset(Record):
    """A length of session, and how its minutes are spent."""

    minutes: Annotated[int, Field(ge=10, le=600)]
    turns: Turns
    turn_months: TurnMonths
    briefing: float = Field(gt=0, description="Minutes before the first turn.")
    turn: float = Field(gt=0, description="Minutes of every turn: news, talks and orders.")
    debrief: float = Field(gt=0, description="Minutes after the last turn: a third of the session or more.")


class Bounds(Record):
    """What a seat is measured by in place of what all are."""

    worst: float | None = None
    best: float | None = None


class ScorePart(Record):
    """Points rise from 0 at `worst` to 100 at `best`."""

    label: str
    metric: str = Field(description="A metric of the seat, as shortage(self).")
    aggregate: Literal["end", "mean", "max"]
    last_months: int = Field(default=0, ge=0, description="A mean over so many months at the end; 0 for all.")
    worst: float
    best: float
    seats: dict[str, Bounds] = Field(default_factory=dict, description="Seats with a worst or a best of their own.")
    weight: float = Field(gt=0)
    lose_below: float = Field(default=-1.0, description="The match is lost when this part ends under so many points.")

    def bounds(self, own: Bounds) -> tuple[float, float]:
        """Worst and best of a seat that has its own, or one of them."""
        worst = self.worst if own.worst is None else own.worst
        return worst, self.best if own.best is None else own.best


class Goal(Record):
    """A bound on a metric: at the end, on the mean of the months up to the end, or always."""

    metric: str
    at_most: float | None = None
    at_least: float | None = None
    at: Literal["end", "always"] = "end"
    last_months: int = Field(default=0, ge=0, description="A goal of the end on the mean of so many months before it.")
    text: str
    seats: list[str] = Field(default_factory=list, description="Seats that it binds; all where it is left out.")
    secret: bool = Field(default=False, description="True where the others learn of it after the match alone.")


class Documented(Sourced):
    """What is known of a figure at the start: it is shown beside the model's own and changes nothing in a match."""

    metric: str = Field(description="A metric of the rule set, as import_share(island).")
    value: Band = Field(description="What is documented: a number, or the two ends of a band.")
    unit: Words = Field(description="The unit of the metric.")
    tolerance: float = Field(ge=0, description="How far the model's figure may lie from it, in the same unit.")
    falls_short: Words | None = Field(default=None, description="Why the model's figure lies further off.")


class Begun(Sourced):
    """Where a project stands that began before the match, and who finances it."""

    phase: Stands = Field(description="The phase that it enters in the first month, or how it ended before.")
    by: str | None = Field(default=None, description="Seat that finances it; private owners where it is left out.")
    instrument: Literal["equity", "loan", "guarantee", "liability", "grant"] = "loan"
    public_share: Annotated[Numbers, NumberField("share", low=0, high=1)] = Field(default_factory=ZERO.nothing)


class Scenario(Document):
    kind: Literal["scenario"]
    title: str
    summary: str
    rule_set: str
    start: Month
    turn_months: TurnMonths
    turns: Turns
    seats: Annotated[dict[Id, Seat], Field(min_length=1)]
    default_seat: str
    objectives: list[Words] = Field(default_factory=list, description="What play is to teach.")
    turning_points: list[TurningPoint] = Field(default_factory=list, description="What it is expected to turn on.")
    presets: list[Preset] = Field(default_factory=list, description="Lengths of a session.")
    activity: dict[str, dict[str, Index]] = Field(
        default_factory=dict,
        description="Nation or all, sector or all: an index on the published course, for years that are still to come.",
    )
    score: Annotated[dict[Id, ScorePart], Field(min_length=1)]
    win_score: Annotated[float, Field(ge=0, le=100)]
    goals: list[Goal] = Field(default_factory=list)
    documented: list[Documented] = Field(
        default_factory=list, description="What is known of the first month; it is shown in the first turn."
    )
    begun: dict[str, Begun] = Field(
        default_factory=dict, description="Projects that began before the match, and where they stand."
    )
    overrides: dict[str, Any] = Field(default_factory=dict)
