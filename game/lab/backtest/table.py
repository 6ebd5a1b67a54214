"""A back-test as rows of text: what the screen prints and what the page shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.lab import WIDTH
from game.lab.backtest.run import Backtest
from game.lab.backtest.tally import tally
from game.lab.backtest.trust import trust
from game.lab.facts.evaluation import FactResult, PartResult
from game.marks import N_
from game.telling import _, cells, citations, measured, sheet, told
from game.telling.grammar import capital
from game.telling.sheet import Sheet, to_right

_GIVEN, _SPREAD = 6, 3
"""Digits of what the facts give, and of the spread."""

_STILL = {True: N_("passes"), False: N_("fails"), None: ""}
"""Whether a fact passes in the placebo."""


@dataclass(frozen=True)
class PartRow:
    """A number of a fact, each cell as text."""

    label: str
    target: str
    range: str
    measured: str
    spread: str
    placebo: str
    """``in``, ``out`` or empty: the same in the placebo, likewise."""
    verdict: str
    """``in``, ``OUT`` or empty: a text of the catalogue, not yet translated."""


@dataclass(frozen=True)
class FactRow:
    """A fact with its numbers."""

    key: str
    what: str
    placebo: str
    """``passes``, ``fails`` or empty: the same in the placebo, likewise."""
    verdict: str
    """``pass``, ``input``, ``FAIL`` or ``waits``: a text of the catalogue, not yet translated."""
    reason: str
    """Why it fails or waits, or what puts it in; empty where it passes and nothing was said."""
    parts: tuple[PartRow, ...]


def rows(test: Backtest) -> tuple[FactRow, ...]:
    """All facts, in the order of the file."""
    return tuple(_fact(test, result) for result in test.results)


def lines(test: Backtest, width: int = WIDTH) -> Iterator[str]:
    """The table and the summary, no line longer than `width`."""
    table = tuple(row for fact in rows(test) for row in _rows_of(fact))
    title = _("{title}: {count} draws of seed {seed}")
    title = title.format(title=_(test.title), count=test.draws.count, seed=test.draws.seed)
    figures = (_("target"), _("range"), _("median"), "10-90 %", _("placebo"), "")
    yield from sheet.lines(Sheet(title, ("", _("what"), *map(to_right, figures)), table), width)
    yield ""
    yield from cells.wrapped(bands(test), width)
    yield ""
    for line in summary(test):
        yield from cells.wrapped(line, width, hanging="  ")
    yield ""
    yield from cells.wrapped(trust(test), width)


def bands(test: Backtest) -> str:
    """Of what the spread is, in words."""
    if test.band is None or test.facts.error is None:
        return _("From 10 to 90 % is the spread of chance alone: of numbers that were fitted no error is known.")
    told = _(
        "From 10 to 90 % is the spread of {count} matches in which the fitted numbers, {numbers} with all that stand "
        "in a table with some, are each up to {error} greater or less. The median is of the rules as they stand. {why}"
    )
    evidence = test.facts.error.evidence
    why = _(evidence.origin.why) if evidence.origin.why else citations.sources(evidence)
    error = measured.measured(test.facts.error.value, "share")
    return told.format(count=test.band.count, numbers=test.band.numbers, error=error, why=why)


def summary(test: Backtest) -> Iterator[str]:
    """How many facts and numbers pass, and which facts speak for nothing."""
    for count in tally(test):
        yield f"{capital(told(count.what))}: {told(count.text)}"
    yield _("Numbers of the rules that were fitted, with an outcome in sight: {count}").format(count=test.facts.fitted)
    for text, keys in _noted(test):
        if keys:
            yield text.format(facts=", ".join(keys))


def _noted(test: Backtest) -> Iterator[tuple[str, tuple[str, ...]]]:
    inputs = tuple(result.fact.key for result in test.results if test.is_input(result))
    yield _("Inputs, which also pass with prices that stand still and no control, or are put in: {facts}"), inputs
    yield _("Facts that fail, and would pass with prices that stand still and no control: {facts}"), test.worse


def _fact(test: Backtest, result: FactResult) -> FactRow:
    frozen = test.placebo[result.fact.key]
    verdict = {True: N_("pass"), False: N_("FAIL"), None: N_("waits")}[result.passed]
    if test.is_input(result):
        verdict = N_("input")
    parts = tuple(map(_part, result.parts, frozen.parts))
    return FactRow(result.fact.key, _(result.fact.what), _STILL[frozen.passed], verdict, _reason(result), parts)


def _reason(result: FactResult) -> str:
    if result.passed is None:
        return _("waits for {what}").format(what=_(result.fact.waits_for))
    if result.passed:
        return _(result.fact.given)
    out = "; ".join(_(part.part.label) for part in result.parts if not part.passed)
    reason = _("out of range: {figures}").format(figures=out) if len(result.parts) > 1 else _("out of range")
    return f"{reason}. {_(result.fact.explanation)}" if result.fact.explanation else reason


def _part(result: PartResult, frozen: PartResult) -> PartRow:
    part, unit = result.part, result.part.unit
    verdict = {True: N_("in"), False: N_("OUT"), None: ""}[result.passed]
    label, span = measured.named(_(part.label), unit), measured.between(part.low, part.high, unit, _GIVEN)
    target = measured.between(part.target[0], part.target[-1], unit, _GIVEN)
    if result.passed is None:
        return PartRow(label, target, span, "-", "-", "", verdict)
    spread = measured.between(*result.spread, unit, _SPREAD)
    inside = N_("in") if frozen.passed else N_("out")
    return PartRow(label, target, span, measured.bare(result.measured, unit), spread, inside, verdict)


def _rows_of(fact: FactRow) -> Iterator[tuple[str, ...]]:
    nothing = ("",) * 4
    yield (fact.key, fact.what, *nothing, _(fact.placebo), _(fact.verdict))
    for part in fact.parts:
        cells = (part.target, part.range, part.measured, part.spread)
        yield ("", f"  {part.label}", *cells, _(part.placebo), _(part.verdict))
    if fact.reason:
        yield ("", f"    {fact.reason}", *nothing, "", "")
