"""From ``facts.yaml`` to `Facts`. What cannot be compiled is reported where it stands, all at once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.content.calendar import month_number
from game.content.compiling.frame import Frame
from game.content.compiling.looks import WINDOW, Looks, Report
from game.content.declared import doctrine_records, figures
from game.content.facts import (
    FIT,
    HELD_OUT,
    RULES,
    TIMES,
    WITHIN,
    Error,
    Fact,
    Facts,
    Look,
    Measure,
    Part,
    Run,
    whole_years,
)
from game.content.fitted import fitted
from game.content.models import facts as models
from game.content.models.incidents import Incidents
from game.content.models.scenario import Scenario
from game.content.numbers import Path
from game.content.origin import NOWHERE, Origin
from game.content.words import closest
from game.engine.world import Calendar

_NAME = re.compile(r"^[A-Z]\d\d$")


def compile_facts(record: models.Facts, frame: Frame, report: Report) -> Facts:
    """The facts of `record`. Where anything was reported, what is returned is incomplete and must not be used."""
    return Compiler(record, frame, report).facts()


class Compiler:
    """Compiles what is written as in ``facts.yaml``: runs, parts and measures."""

    def __init__(self, record: models.Facts, frame: Frame, report: Report) -> None:
        self.record, self.frame, self.report = record, frame, report
        self.looks = Looks(frame, record.runs, report)
        self.known = self.looks.known
        self.figures = {figure.path.replace(".yaml:", "."): figure.value for figure in figures(frame.manuscript)}
        self.doctrines = doctrine_records(frame.manuscript)
        self.fit_until = month_number(record.fit_until) - frame.calendar.start
        self.fitted = fitted(frame.manuscript)
        self.fitted_years = frozenset(year for one in self.fitted for year in one.years)

    def facts(self) -> Facts:
        runs = {models.BASE: Run("the scenario as it stands")}
        for name, run in self.record.runs.items():
            if name == models.BASE:
                self.report(("runs", name), f"'{name}' is the scenario as it stands", "give the run a name", key=True)
            runs[name] = self.run(("runs", name), run)
        facts = tuple(self.fact(key, fact) for key, fact in self.record.facts.items())
        fitted = sum(one.numbers for one in self.fitted)
        return Facts(facts, runs, self.record.fit_until, fitted, self.error())

    def error(self) -> Error | None:
        """How far fitted numbers may be off; it must say where it comes from."""
        stated = self.record.fitted_error
        if stated is None:
            return None
        origin = stated.leaves[0].origin
        if origin is None:
            hint = 'add assumed: true and why: "..."'
            self.report(("fitted_error",), "missing source for the error of fitted numbers", hint, key=True)
        return Error(stated.value, self.frame.manuscript.library.evidence(origin or NOWHERE))

    def run(self, at: Path, run: models.Run) -> Run:
        incidents = self.frame.manuscript.get(Incidents, "scene")
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
        scenario = self.frame.manuscript.need(Scenario, "scene")
        if seat not in scenario.seats:
            return
        leads = doctrine or scenario.seats[seat].doctrine
        rules = [rule.id for rule in self.doctrines[leads].rules] if leads in self.doctrines else orders
        for place, name in enumerate(orders):
            self.known((*at, place), name, "rule", rules, of=f" of doctrine '{leads}'")

    def fact(self, key: str, fact: models.Fact) -> Fact:
        at: Path = ("facts", key)
        if not _NAME.match(key):
            self.report(at, f"'{key}' is no name of a fact", "a capital letter and two digits, as A01", key=True)
        parts = tuple(self.part((*at, "parts", place), part, fact) for place, part in enumerate(fact.parts))
        return Fact(
            key=key,
            group=fact.group,
            what=fact.what,
            evidence=self.frame.manuscript.library.evidence(Origin(tuple(fact.source))),
            note=fact.note or "",
            explanation=fact.explanation or "",
            waits_for=fact.waits_for or "",
            parts=parts,
            given=fact.given or "",
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
        elif part.target != sorted(part.target):
            self.report((*at, "target"), "the band ends before it begins", "exchange its ends")
        elif not all(part.low <= value <= part.high for value in part.target):
            self.report((*at, "target"), f"the target lies outside {part.low:g} to {part.high:g}")

    def years(self, measure: Measure | None) -> str:
        if measure is None or measure.look is None:
            return RULES
        if measure.look.span.last <= self.fit_until:
            return FIT
        months = range(max(measure.look.span.first, self.fit_until + 1), measure.look.span.last + 1)
        years = {(self.frame.calendar.start + month) // 12 for month in months}
        return WITHIN if years & self.fitted_years else HELD_OUT

    def measure(self, at: Path, measure: models.Measure, unit: str) -> Measure | None:
        kinds = [name for name in ("metric", "holds", "figure") if getattr(measure, name) is not None]
        if len(kinds) != 1:
            what = f"a measure of {' and '.join(kinds)}" if kinds else "a measure of nothing"
            self.report(at, what, "write one of metric, holds, figure", key=True)
            return None
        if measure.figure is not None:
            return self.figure(at, measure)
        look = self.looks.look(at, measure)
        against = self.other(at, measure) if measure.against else None
        if look is None:
            return None
        for name, what, hint in _clashes(measure, look, unit, self.frame.calendar):
            self.report((*at, name) if name in _written(measure) else at, what, hint, key=True)
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
        for name in _written(measure) - {"figure", "times"}:
            self.report((*at, name), f"a figure of the rule set has no '{name}'", "leave it out", key=True)
        return Measure(None, "mean", figure=self.figures.get(path, 0.0), times=measure.times)

    def other(self, at: Path, measure: models.Measure) -> Look | None:
        """What the measure is compared with: the same, but for what `against` gives."""
        given = measure.against.model_fields_set - {"as_"} if measure.against else set()
        if not given:
            self.report((*at, "against"), "compared with itself", "name another run, window or figure", key=True)
        inherited = set(models.Look.model_fields) - given - (WINDOW if given & WINDOW else set())
        values = {name: getattr(measure, name) for name in inherited}
        values |= {name: getattr(measure.against, name) for name in given}
        return self.looks.look((*at, "against"), models.Look.model_construct(**values), inherited, at)


def _written(measure: models.Measure) -> set[str]:
    """The fields of a measure that the file gives, as they stand there."""
    return {name.rstrip("_") for name in measure.model_fields_set}


def _clashes(measure: models.Measure, look: Look, unit: str, calendar: Calendar) -> Iterator[tuple[str, str, str]]:
    """What does not go together in a measure: the field, what is wrong, and what would be right."""
    take = measure.take
    if look.metric is None and {"over", "base", "above", "below"} & measure.model_fields_set:
        yield "holds", "a condition goes without over, base, above and below", "write a metric, or leave them out"
    elif look.is_truth and take in models.OF_FIGURES:
        yield "take", f"{take} of what is true or not", f"take {', '.join(models.OF_TRUTHS)}"
    elif not look.is_truth and take in models.OF_TRUTHS:
        yield "take", f"{take} of a figure", "add above or below, or write a condition with holds"
    if take in ("lasts", "wait", "gap") and unit not in TIMES:
        yield "take", f"{take} in '{unit}'", f"give the part the unit {', '.join(TIMES)}"
    if (take in ("wait", "gap")) != (look.until is not None):
        yield "until", "until goes with wait and gap", "add it to these, leave it out elsewhere"
    if look.over is not None and take == "sum":
        yield "take", "a sum of shares", "take the mean, which is the sum over the sum"
    if look.by_year and look.is_truth:
        yield "each", "years of what is true or not", "leave each out"
    elif look.by_year and not whole_years(look.span, calendar):
        yield "each", "no whole year in the window", "make it longer or leave each out"
    if measure.if_ever and take not in ("start", "wait", "gap"):
        yield "if_ever", f"if_ever with {take}", "it goes with start, wait and gap"
