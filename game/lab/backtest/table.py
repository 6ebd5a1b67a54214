"""A back-test as rows of text: what the screen prints and what the page shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.lab import WIDTH
from game.lab.backtest.run import Backtest
from game.lab.backtest.tally import tally
from game.lab.facts.evaluation import FactResult, PartResult
from game.telling import measured, sheet
from game.telling.sheet import Sheet

_COLUMNS = ("", "what", "target>", "range>", "median>", "10-90 %>", ">")
_GIVEN, _SPREAD = 6, 3
"""Digits of what the facts give, and of the spread."""


@dataclass(frozen=True)
class PartRow:
    """A number of a fact, each cell as text."""

    label: str
    target: str
    range: str
    measured: str
    spread: str
    verdict: str


@dataclass(frozen=True)
class FactRow:
    """A fact with its numbers."""

    key: str
    what: str
    verdict: str
    reason: str
    """Why it fails or waits; empty where it passes."""
    parts: tuple[PartRow, ...]


def rows(test: Backtest) -> tuple[FactRow, ...]:
    """All facts, in the order of the file."""
    return tuple(_fact(result) for result in test.results)


def lines(test: Backtest) -> Iterator[str]:
    """The table and the summary, no line longer than `WIDTH`."""
    table = tuple(row for fact in rows(test) for row in _rows_of(fact))
    yield from sheet.lines(
        Sheet(f"{test.title}: {test.draws.count} draws of seed {test.draws.seed}", _COLUMNS, table), WIDTH
    )
    yield ""
    yield from summary(test)


def summary(test: Backtest) -> Iterator[str]:
    """How many facts and numbers pass."""
    for count in tally(test):
        yield f"{count.what[:1].upper()}{count.what[1:]}: {count.text}"


def _fact(result: FactResult) -> FactRow:
    verdict = {True: "pass", False: "FAIL", None: "waits"}[result.passed]
    return FactRow(result.fact.key, result.fact.what, verdict, _reason(result), tuple(map(_part, result.parts)))


def _reason(result: FactResult) -> str:
    if result.passed is None:
        return f"waits for {result.fact.waits_for}"
    if result.passed:
        return ""
    out = [part.part.label for part in result.parts if not part.passed]
    told = f"out of range: {'; '.join(out)}" if len(result.parts) > 1 else "out of range"
    return f"{told}. {result.fact.explanation}" if result.fact.explanation else told


def _part(result: PartResult) -> PartRow:
    part, unit = result.part, result.part.unit
    verdict = {True: "in", False: "OUT", None: ""}[result.passed]
    label, span = measured.named(part.label, unit), measured.between(part.low, part.high, unit, _GIVEN)
    target = measured.between(part.target[0], part.target[-1], unit, _GIVEN)
    if result.passed is None:
        return PartRow(label, target, span, "-", "-", verdict)
    spread = measured.between(*result.spread, unit, _SPREAD)
    return PartRow(label, target, span, measured.bare(result.measured, unit), spread, verdict)


def _rows_of(fact: FactRow) -> Iterator[tuple[str, ...]]:
    nothing = ("",) * 4
    yield (fact.key, fact.what, *nothing, fact.verdict)
    for part in fact.parts:
        yield ("", f"  {part.label}", part.target, part.range, part.measured, part.spread, part.verdict)
    if fact.reason:
        yield ("", f"    {fact.reason}", *nothing, "")
