"""From ``facts.yaml`` to `Facts`. What cannot be compiled is reported where it stands, all at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Protocol, TypeVar

from game.content.bundle import doctrine_records, figures
from game.content.calendar import month_number
from game.content.compiling.frame import Frame
from game.content.expressions import ExpressionError, condition, reading
from game.content.facts import (
    FIT,
    HELD_OUT,
    RULES,
    TIMES,
    Fact,
    Facts,
    Look,
    Measure,
    Part,
    Run,
    Span,
    whole_years,
)
from game.content.models import facts as models
from game.content.models.incidents import Incidents
from game.content.models.scenario import Scenario
from game.content.numbers import Path
from game.content.words import closest
from game.engine.conditions import Condition, Reading
from game.engine.world import Calendar

Compiled = TypeVar("Compiled")


class Report(Protocol):
    """Notes a finding at a path of the file."""

    def __call__(
        self, at: Path, what: str, hint: str = "", *, key: bool = False, offset: int | None = None
    ) -> None: ...


def compile_facts(record: models.Facts, frame: Frame, report: Report) -> Facts:
    """The facts of `record`. Where anything was reported, what is returned is incomplete and must not be used."""
    return Compiler(record, frame, report).facts()


class Compiler:
    """Compiles what is written as in ``facts.yaml``: runs, parts and measures."""

    def __init__(self, record: models.Facts, frame: Frame, report: Report) -> None:
        self.record, self.frame, self.report = record, frame, report
        self.figures = {figure.path.replace(".yaml:", "."): figure.value for figure in figures(frame.draft)}
        self.doctrines = doctrine_records(frame.draft)
        self.fit_until = month_number(record.fit_until) - frame.calendar.start

    def facts(self) -> Facts:
        runs = {models.BASE: Run("the scenario as it stands")}
        for name, run in self.record.runs.items():
            if name == models.BASE:
                self.report(("runs", name), f"'{name}' is the scenario as it stands", "give the run a name", key=True)
            runs[name] = self.run(("runs", name), run)
        facts = tuple(self.fact(key, fact) for key, fact in self.record.facts.items())
        return Facts(facts, runs, self.record.fit_until)

    def run(self, at: Path, run: models.Run) -> Run:
        incidents = self.frame.draft.get(Incidents, "scene")
        known = tuple(incidents.incidents) if incidents else ()
        for seat, doctrine in run.doctrines.items():
            self.known((*at, "doctrines", seat), seat, "seat", self.frame.seat_names, key=True)
            self.known((*at, "doctrines", seat), doctrine, "doctrine", self.doctrines)
        for seat, orders in run.without_orders.items():
            self.orders((*at, "without_orders", seat), seat, run.doctrines.get(seat), orders)
        for place, name in enumerate(run.without_rules):
            self.known((*at, "without_rules", place), name, "rule of the rival", self.frame.names.rules)
        for place, name in enumerate(run.without_incidents):
            self.known((*at, "without_incidents", place), name, "incident", known)
        without = {seat: tuple(orders) for seat, orders in run.without_orders.items()}
        return Run(run.text, run.doctrines, without, tuple(run.without_rules), tuple(run.without_incidents))

    def orders(self, at: Path, seat: str, doctrine: str | None, orders: list[str]) -> None:
        """Report orders that the doctrine which leads the seat does not know."""
        self.known(at, seat, "seat", self.frame.seat_names, key=True)
        scenario = self.frame.draft.need(Scenario, "scene")
        if seat not in scenario.seats:
            return
        leads = doctrine or scenario.seats[seat].doctrine
        rules = [rule.id for rule in self.doctrines[leads].rules] if leads in self.doctrines else orders
        for place, name in enumerate(orders):
            self.known((*at, place), name, f"rule of doctrine '{leads}'", rules)

    def known(self, at: Path, name: str, what: str, among: Any, *, key: bool = False) -> None:
        if name not in among:
            self.report(at, f"unknown {what} '{name}'", closest(name, among), key=key)

    def fact(self, key: str, fact: models.Fact) -> Fact:
        at: Path = ("facts", key)
        parts = tuple(self.part((*at, "parts", place), part, fact) for place, part in enumerate(fact.parts))
        return Fact(
            key=key,
            group=fact.group,
            what=fact.what,
            source=fact.source,
            note=fact.note or "",
            explanation=fact.explanation or "",
            waits_for=fact.waits_for or "",
            parts=parts,
        )

    def part(self, at: Path, part: models.Part, fact: models.Fact) -> Part:
        self.range(at, part)
        measure = None
        if part.measure is None and not fact.waits_for:
            self.report(at, f"'{part.label}' has no measure", "add measure: or say what the fact waits_for", key=True)
        elif part.measure is not None and fact.waits_for:
            self.report((*at, "measure"), "a measure in a fact that waits", "keep one of them", key=True)
        elif part.measure is not None:
            measure = self.measure((*at, "measure"), part.measure, part.unit)
        return Part(
            label=part.label,
            unit=part.unit,
            target=tuple(part.target),
            low=part.low,
            high=part.high,
            measure=measure,
            note=part.note or "",
            years=self.years(measure),
        )

    def range(self, at: Path, part: models.Part) -> None:
        if part.low > part.high:
            self.report((*at, "low"), f"low {part.low:g} is above high {part.high:g}", "exchange them")
        elif not all(part.low <= value <= part.high for value in part.target):
            self.report((*at, "target"), f"the target lies outside {part.low:g} to {part.high:g}")
        if part.target != sorted(part.target):
            self.report((*at, "target"), "the band ends before it begins", "exchange its ends")

    def years(self, measure: Measure | None) -> str:
        if measure is None or measure.look is None:
            return RULES
        return FIT if measure.look.span.last <= self.fit_until else HELD_OUT

    def measure(self, at: Path, measure: models.Measure, unit: str) -> Measure | None:
        kinds = [name for name in ("metric", "holds", "figure") if getattr(measure, name) is not None]
        if len(kinds) != 1:
            what = f"a measure of {' and '.join(kinds)}" if kinds else "a measure of nothing"
            self.report(at, what, "write one of metric, holds, figure", key=True)
            return None
        if measure.figure is not None:
            return self.figure(at, measure)
        look = self.look(at, measure)
        against = self.other(at, measure) if measure.against else None
        if look is None:
            return None
        self.fits(at, measure, look, unit)
        return Measure(
            look=look,
            take=measure.take,
            times=measure.times,
            if_ever=measure.if_ever,
            against=against,
            difference=measure.against is not None and measure.against.as_ == "difference",
        )

    def figure(self, at: Path, measure: models.Measure) -> Measure:
        path = measure.figure or ""
        if path not in self.figures:
            self.report((*at, "figure"), f"no figure '{path}' in the rule set", closest(path, self.figures))
        for name in measure.model_fields_set - {"figure", "times"}:
            written = name.rstrip("_")
            self.report((*at, written), f"a figure of the rule set has no '{written}'", "leave it out", key=True)
        return Measure(None, "mean", figure=self.figures.get(path, 0.0), times=measure.times)

    def other(self, at: Path, measure: models.Measure) -> Look | None:
        """What the measure is compared with: the same, but for what `against` gives."""
        given = measure.against.model_fields_set - {"as_"} if measure.against else set()
        if not given:
            self.report((*at, "against"), "compared with itself", "name another run, window or figure", key=True)
        window = {"year", "from_", "to"}
        inherited = set(models.Look.model_fields) - given - (window if given & window else set())
        values = {name: getattr(measure, name) for name in inherited}
        values |= {name: getattr(measure.against, name) for name in given}
        return self.look((*at, "against"), models.Look.model_construct(**values), measure.model_fields_set - given, at)

    def look(self, at: Path, look: models.Look, inherited: Any = frozenset(), around: Path = ()) -> Look | None:
        """`look` compiled; findings about what is `inherited` are made where it stands, `around`."""

        def place(name: str) -> Path:
            return (*(around if name in inherited else at), name.rstrip("_"))

        run = look.run or models.BASE
        if run != models.BASE:
            self.known(place("run"), run, "run", self.record.runs)
        span = self.span(at, look) if not {"year", "from_", "to"} & set(inherited) else self.span(around, look)
        base = self.span(place("base"), look.base) if look.base else None
        if span is None:
            return None
        return Look(
            run=run,
            span=span,
            metric=self.text(place("metric"), look.metric, self.reading),
            over=self.text(place("over"), look.over, self.reading),
            base=base,
            above=look.above,
            below=look.below,
            holds=self.text(place("holds"), look.holds, self.condition),
            until=self.text(place("until"), look.until, self.condition),
            by_year=look.each == "year",
        )

    def text(self, at: Path, text: str | None, compiled: Callable[[str], Compiled]) -> Compiled | None:
        try:
            return None if text is None else compiled(text)
        except ExpressionError as error:
            self.report(at, error.what, error.hint, offset=error.offset)
            return None

    def reading(self, text: str) -> Reading:
        return reading(text, self.frame.vocabulary)[0]

    def condition(self, text: str) -> Condition:
        return condition(text, self.frame.vocabulary)

    def span(self, at: Path, window: models.Window) -> Span | None:
        """The months of a window; None, with a finding, where it has none in the scenario."""
        calendar = self.frame.calendar
        first, last = _months(window, calendar)
        written = next((name for name in ("year", "from_", "to") if getattr(window, name) is not None), "")
        place = (*at, written.rstrip("_")) if written else at
        if window.year is not None and (window.from_ or window.to):
            self.report(place, "a year beside from and to", "keep one of them", key=True)
        elif first > last:
            self.report(place, "the window ends before it begins", "exchange from and to", key=True)
        elif first < 0 or last >= calendar.months:
            span = f"the scenario runs from {calendar.label(0)} to {calendar.label(calendar.months - 1)}"
            self.report(place, "the window is not in the scenario", span)
        else:
            return Span(first, last)
        return None

    def fits(self, at: Path, measure: models.Measure, look: Look, unit: str) -> None:
        """Report what does not go together in a measure."""
        for name, what, hint in _clashes(measure, look, unit, self.frame.calendar):
            self.report((*at, name) if name in _written(measure) else at, what, hint, key=True)


def _written(measure: models.Measure) -> Mapping[str, None]:
    return dict.fromkeys(name.rstrip("_") for name in measure.model_fields_set)


def _months(window: models.Window, calendar: Calendar) -> tuple[int, int]:
    if window.year is not None:
        first = window.year * 12 - calendar.start
        return first, first + 11
    first = month_number(window.from_) - calendar.start if window.from_ else 0
    last = month_number(window.to) - calendar.start if window.to else calendar.months - 1
    return first, last


def _clashes(measure: models.Measure, look: Look, unit: str, calendar: Calendar) -> Iterator[tuple[str, str, str]]:
    """Field, what is wrong and what would be right."""
    take = measure.take
    if look.is_truth and take in models.OF_FIGURES:
        yield "take", f"{take} of what is true or not", f"take {', '.join(models.OF_TRUTHS)}"
    if not look.is_truth and take in models.OF_TRUTHS:
        yield "take", f"{take} of a figure", "add above or below, or write a condition with holds"
    if take in ("lasts", "wait", "gap") and unit not in TIMES:
        yield "take", f"{take} in '{unit}'", f"give the part the unit {', '.join(TIMES)}"
    if (take in ("wait", "gap")) != (look.until is not None):
        yield "until", "until goes with wait and gap", "add it to these, leave it out elsewhere"
    if measure.above is not None and measure.below is not None:
        yield "below", "above and below", "keep one of them"
    if look.metric is None and (look.over or look.base or measure.above is not None or measure.below is not None):
        yield "holds", "a condition is no figure: over, base, above and below do not go with it", "write a metric"
    if look.over is not None and take == "sum":
        yield "take", "a sum of shares", "take the mean, which is the sum over the sum"
    if look.by_year and look.is_truth:
        yield "each", "years of what is true or not", "leave each out"
    if look.by_year and not whole_years(look.span, calendar):
        yield "each", "no whole year in the window", "make it longer or leave each out"
    if measure.if_ever and take not in ("start", "wait", "gap"):
        yield "if_ever", f"if_ever with {take}", "it goes with start, wait and gap"
