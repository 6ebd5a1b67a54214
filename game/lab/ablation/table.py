"""An ablation as rows of text: what the screen prints and what the page shows."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from game.content.ablation import Measure
from game.lab.ablation.run import Ablated
from game.lab.facts.evaluation import FactResult, PartResult
from game.lab.numbers import number
from game.telling import citations

WIDTH = 100
_NAME, _CELL = 28, 9
_LABEL, _RANGE = 58, 18


@dataclass(frozen=True)
class Row:
    """A run of the table."""

    name: str
    cells: tuple[str, ...]
    """What each measure gives; with ``=`` behind it where a single lever is as good as all together."""


@dataclass(frozen=True)
class PartRow:
    """A number of a claim, each cell as text."""

    label: str
    range: str
    measured: str
    verdict: str


@dataclass(frozen=True)
class Claim:
    """A claim with its numbers."""

    what: str
    holds: bool
    parts: tuple[PartRow, ...]
    remark: str
    """How it is read, why it fails, and where it comes from."""


@dataclass(frozen=True)
class Grid:
    """Levers by measures, the verdict on single levers, and the claims."""

    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    verdict: str
    remarks: tuple[str, ...]
    claims: tuple[Claim, ...]


def grid(done: Ablated) -> Grid:
    """Everything that is told, as text."""
    rows = [
        Row(name, tuple(_cell(done, measure, run) for measure in done.ablation.measures))
        for run, name in done.ablation.names.items()
    ]
    return Grid(
        heads=tuple(f"{measure.label}{_unit(measure)}" for measure in done.ablation.measures),
        rows=tuple(rows),
        verdict=f"No single lever is enough: {'FAILS' if done.enough else 'holds'}",
        remarks=tuple(_remarks(done)),
        claims=tuple(map(_claim, done.claims)),
    )


def lines(done: Ablated) -> Iterator[str]:
    """The whole report, no line longer than `WIDTH`."""
    told = grid(done)
    yield f"Levers: medians of {done.draws.count} draws of seed {done.draws.seed}"
    for place, (head, measure) in enumerate(zip(told.heads, done.ablation.measures, strict=True), start=1):
        yield f"{place:>3} {head}: {_asked(measure)}"
    yield ""
    yield f"{'':<{_NAME}}" + "".join(f"{place:>{_CELL}}" for place in range(1, len(told.heads) + 1))
    for row in told.rows:
        yield f"{row.name:<{_NAME}}{''.join(f'{cell:>{_CELL}}' for cell in row.cells)}".rstrip()
    yield ""
    yield told.verdict
    for remark in told.remarks:
        yield from _wrapped(remark)
    for claim in told.claims:
        yield ""
        yield from _lines_of(claim)


def _unit(measure: Measure) -> str:
    return "" if measure.unit in ("share", "ratio") else f", {measure.unit}"


def _asked(measure: Measure) -> str:
    if not measure.compared:
        return "only shown"
    good = "low is good" if measure.low_is_good else "high is good"
    return f"{good}, a lever must be worse by {number(measure.margin)}"


def _cell(done: Ablated, measure: Measure, run: str) -> str:
    mark = "=" if (run, measure.key) in done.matched else " "
    return number(done.table[measure.key][run].measured) + mark


def _remarks(done: Ablated) -> Iterator[str]:
    for lever in done.worse:
        for measure, part in zip(done.ablation.compared, lever.parts, strict=True):
            if (lever.fact.key, measure.key) in done.matched:
                by = f"worse by {number(part.measured)}, asked for {number(measure.margin)}"
                yield f"{lever.fact.what} is as good as all together: {measure.label} ({by})."


def _claim(claim: FactResult) -> Claim:
    fact, holds = claim.fact, bool(claim.passed)
    why = "" if holds else fact.explanation
    remark = " ".join(text for text in (why, fact.note, f"Source: {citations.sources(fact.evidence)}") if text)
    return Claim(fact.what, holds, tuple(map(_part, claim.parts)), remark)


def _part(result: PartResult) -> PartRow:
    part = result.part
    ends = f"{number(part.low)} to {number(part.high)}"
    return PartRow(part.label, ends, number(result.measured), "pass" if result.passed else "FAIL")


def _lines_of(claim: Claim) -> Iterator[str]:
    yield f"{_cut(claim.what, WIDTH - 8)}: {'holds' if claim.holds else 'FAILS'}"
    for part in claim.parts:
        label = _cut(part.label, _LABEL - 3)
        yield f"  {label:<{_LABEL}}{part.range:>{_RANGE}}{part.measured:>10}{part.verdict:>6}"
    yield from _wrapped(claim.remark)


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 3].rstrip()}..."


def _wrapped(text: str) -> Iterator[str]:
    yield from textwrap.wrap(text, WIDTH, initial_indent="  ", subsequent_indent="  ")
