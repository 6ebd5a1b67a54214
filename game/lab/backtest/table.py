"""A back-test as rows of text: what the screen prints and what the page shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.lab import WIDTH
from game.lab.backtest.run import Backtest
from game.lab.backtest.tally import tally
from game.lab.facts.evaluation import FactResult, PartResult
from game.marks import N_
from game.telling import _, measured, sheet, told
from game.telling.grammar import capital
from game.telling.sheet import Sheet, to_right

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
    """``in``, ``OUT`` or empty: a text of the catalogue, not yet translated."""


@dataclass(frozen=True)
class FactRow:
    """A fact with its numbers."""

    key: str
    what: str
    verdict: str
    """``pass``, ``FAIL`` or ``waits``: a text of the catalogue, not yet translated."""
    reason: str
    """Why it fails or waits; empty where it passes."""
    parts: tuple[PartRow, ...]


def rows(test: Backtest) -> tuple[FactRow, ...]:
    """All facts, in the order of the file."""
    return tuple(_fact(result) for result in test.results)


def lines(test: Backtest, width: int = WIDTH) -> Iterator[str]:
    """The table and the summary, no line longer than `width`."""
    table = tuple(row for fact in rows(test) for row in _rows_of(fact))
    title = _("{title}: {count} draws of seed {seed}")
    title = title.format(title=_(test.title), count=test.draws.count, seed=test.draws.seed)
    figures = (_("target"), _("range"), _("median"), "10-90 %", "")
    yield from sheet.lines(Sheet(title, ("", _("what"), *map(to_right, figures)), table), width)
    yield ""
    yield from summary(test)


def summary(test: Backtest) -> Iterator[str]:
    """How many facts and numbers pass."""
    for count in tally(test):
        yield f"{capital(told(count.what))}: {told(count.text)}"
    yield _("Numbers of the rules that were fitted, with an outcome in sight: {count}").format(count=test.facts.fitted)


def _fact(result: FactResult) -> FactRow:
    verdict = {True: N_("pass"), False: N_("FAIL"), None: N_("waits")}[result.passed]
    return FactRow(result.fact.key, _(result.fact.what), verdict, _reason(result), tuple(map(_part, result.parts)))


def _reason(result: FactResult) -> str:
    if result.passed is None:
        return _("waits for {what}").format(what=_(result.fact.waits_for))
    if result.passed:
        return ""
    out = "; ".join(_(part.part.label) for part in result.parts if not part.passed)
    reason = _("out of range: {figures}").format(figures=out) if len(result.parts) > 1 else _("out of range")
    return f"{reason}. {_(result.fact.explanation)}" if result.fact.explanation else reason


def _part(result: PartResult) -> PartRow:
    part, unit = result.part, result.part.unit
    verdict = {True: N_("in"), False: N_("OUT"), None: ""}[result.passed]
    label, span = measured.named(_(part.label), unit), measured.between(part.low, part.high, unit, _GIVEN)
    target = measured.between(part.target[0], part.target[-1], unit, _GIVEN)
    if result.passed is None:
        return PartRow(label, target, span, "-", "-", verdict)
    spread = measured.between(*result.spread, unit, _SPREAD)
    return PartRow(label, target, span, measured.bare(result.measured, unit), spread, verdict)


def _rows_of(fact: FactRow) -> Iterator[tuple[str, ...]]:
    nothing = ("",) * 4
    yield (fact.key, fact.what, *nothing, _(fact.verdict))
    for part in fact.parts:
        yield ("", f"  {part.label}", part.target, part.range, part.measured, part.spread, _(part.verdict))
    if fact.reason:
        yield ("", f"    {fact.reason}", *nothing, "")
