"""Facts as they are measured: what `facts.yaml` says, with names looked up and months counted.

Only the back-test and calibration need them: nothing here is imported when a match is loaded.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

from game.content.library import Evidence
from game.engine.clock import CLOCK
from game.engine.conditions import Condition, Reading
from game.engine.world import Calendar

FIT, HELD_OUT, WITHIN, RULES = "fit", "held out", "fitted within", "rules"
"""Whether calibration may look at a part, whether it may not, whether it may not but a number of those years was set
with an outcome in sight, or whether the part is itself a number that goes in.
"""

TIMES = {"days": 365.25 / 12.0, "months": 1.0, "years": 1.0 / 12.0}
"""Units of a length of time: how many of them, or which part of one, a month is."""


@dataclass(frozen=True)
class Span:
    """Months of the match, both ends included; 0 is the first."""

    first: int
    last: int


def whole_years(span: Span, calendar: Calendar) -> list[Span]:
    """The calendar years that lie wholly in `span`."""
    start = calendar.start
    first, end = -(-(start + span.first) // 12), (start + span.last + 1) // 12
    return [Span(year * 12 - start, year * 12 - start + 11) for year in range(first, end)]


@dataclass(frozen=True)
class Look:
    """What is looked at, in the run of that name: a figure, or whether something holds."""

    run: str
    span: Span
    metric: Reading | None = None
    over: Reading | None = None
    base: Span | None = None
    above: float | None = None
    below: float | None = None
    holds: Condition | None = None
    until: Condition | None = None
    by_year: bool = False

    @property
    def is_truth(self) -> bool:
        """Whether a month is true or not, rather than a number."""
        return self.holds is not None or self.above is not None or self.below is not None

    @property
    def last(self) -> int:
        """The last month that it needs."""
        return self.span.last if self.base is None else max(self.span.last, self.base.last)

    def readings(self) -> Iterator[Reading]:
        """The metrics that must be recorded for it; the clock needs none."""
        yield from (reading for reading in (self.metric, self.over) if reading is not None)
        for condition in (self.holds, self.until):
            for group in condition.any_of if condition else ():
                yield from (atom.reading for atom in group if atom.reading.metric not in CLOCK)


@dataclass(frozen=True)
class Measure:
    """One number for each match: what is taken from a look, perhaps compared with another; or a fixed figure."""

    look: Look | None
    take: str
    figure: float | None = None
    times: float = 1.0
    if_ever: bool = False
    against: Look | None = None
    difference: bool = False
    """Whether `against` is subtracted, rather than divided by."""

    @property
    def looks(self) -> tuple[Look, ...]:
        """The looks that it takes."""
        return tuple(look for look in (self.look, self.against) if look is not None)


@dataclass(frozen=True)
class Part:
    """One number of a fact; it passes where the measured value lies between `low` and `high`."""

    label: str
    unit: str
    target: tuple[float, ...]
    """A number, or both ends of a band."""
    low: float
    high: float
    measure: Measure | None
    note: str
    years: str
    """`FIT`, `HELD_OUT`, `WITHIN` or `RULES`."""


@dataclass(frozen=True)
class Fact:
    key: str
    group: str
    """``documented`` or ``external``."""
    what: str
    evidence: Evidence
    note: str
    explanation: str
    waits_for: str
    parts: tuple[Part, ...]
    given: str = ""
    """What puts it in, where that was said; empty where the placebo has to tell."""


@dataclass(frozen=True)
class Run:
    """How a run differs from the scenario as it stands."""

    text: str
    doctrines: Mapping[str, str] = field(default_factory=dict)
    """Seat to the doctrine that leads it, where it is another."""
    without_orders: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Seat to the rules of its doctrine whose orders it does not give."""
    without_rules: tuple[str, ...] = ()
    without_incidents: tuple[str, ...] = ()


@dataclass(frozen=True)
class Error:
    """How far a fitted number may be off, as a share of it, either way."""

    value: float
    evidence: Evidence


@dataclass(frozen=True)
class Facts:
    """All facts of a scenario and the runs in which they are measured, `base` first."""

    facts: tuple[Fact, ...]
    runs: Mapping[str, Run]
    fit_until: str
    """Last month, ``YYYY-MM``, of the years that calibration may look at."""
    fitted: int = 0
    """How many numbers of the rule set and scenario were set or moved with an outcome in sight."""
    error: Error | None = None
    """How far off those may be; None where nobody said."""

    def parts(self) -> Iterator[Part]:
        """All parts that can be measured."""
        return (part for fact in self.facts for part in fact.parts if part.measure is not None)

    def readings(self) -> dict[str, tuple[Reading, ...]]:
        """Run to the metrics to be recorded in it; runs that no part looks at are left out."""
        found: dict[str, dict[Reading, None]] = {}
        for part in self.parts():
            for look in part.measure.looks if part.measure else ():
                found.setdefault(look.run, {}).update(dict.fromkeys(look.readings()))
        return {run: tuple(found[run]) for run in self.runs if run in found}

    def last_months(self) -> dict[str, int]:
        """Run to the last month of it that a part looks at; runs that no part looks at are left out."""
        found: dict[str, int] = {}
        for part in self.parts():
            for look in part.measure.looks if part.measure else ():
                found[look.run] = max(found.get(look.run, 0), look.last)
        return found

    def only(self, runs: Collection[str], years: Collection[str] = (FIT, HELD_OUT, WITHIN, RULES)) -> Facts:
        """The facts with those parts that need no other run than `runs` and belong to `years`.

        Facts without such a part are left out.
        """
        kept = []
        for fact in self.facts:
            parts = tuple(
                part
                for part in fact.parts
                if part.measure and part.years in years and all(look.run in runs for look in part.measure.looks)
            )
            if parts:
                kept.append(replace(fact, parts=parts))
        return replace(self, facts=tuple(kept), runs={name: run for name, run in self.runs.items() if name in runs})
