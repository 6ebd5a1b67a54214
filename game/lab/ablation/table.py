"""An ablation as rows of text: what the screen prints and what the page shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.content.ablation import Measure
from game.lab import WIDTH
from game.lab.ablation.run import Ablated
from game.lab.facts.evaluation import FactResult, PartResult
from game.telling import citations, measured, sheet
from game.telling.sheet import Sheet


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
        heads=tuple(measured.named(measure.label, measure.unit) for measure in done.ablation.measures),
        rows=tuple(rows),
        verdict=f"No single lever is enough: {'FAILS' if done.enough else 'holds'}",
        remarks=tuple(_remarks(done)),
        claims=tuple(map(_claim, done.claims)),
    )


def sheets(done: Ablated) -> Iterator[Sheet]:
    """The measures, the levers by them, and the claims with their numbers."""
    told = grid(done)
    measures = [
        (str(place), head, _asked(measure))
        for place, (head, measure) in enumerate(zip(told.heads, done.ablation.measures, strict=True), start=1)
    ]
    title = f"Levers: medians of {done.draws.count} draws of seed {done.draws.seed}"
    yield Sheet(title, (">", "measure", "how it counts"), tuple(measures))
    columns = ("lever", *(f"{place}>" for place, *_ in measures))
    yield Sheet("", columns, tuple((row.name, *row.cells) for row in told.rows))
    yield Sheet(told.verdict, (), (), " ".join(told.remarks))
    for claim in told.claims:
        parts = tuple((part.label, part.range, part.measured, part.verdict) for part in claim.parts)
        said = f"{claim.what}: {'holds' if claim.holds else 'FAILS'}"
        yield Sheet(said, ("", "range>", "median>", ">"), parts, claim.remark)


def lines(done: Ablated) -> Iterator[str]:
    """The whole report, no line longer than `WIDTH`."""
    for place, each in enumerate(sheets(done)):
        if place:
            yield ""
        yield from sheet.lines(each, WIDTH)


def _of(measure: Measure, value: float | None) -> str:
    return measured.difference(value, measure.unit)


def _asked(measure: Measure) -> str:
    if not measure.compared:
        return "only shown"
    good = "low is good" if measure.low_is_good else "high is good"
    return f"{good}, a lever must be worse by {_of(measure, measure.margin)}"


def _cell(done: Ablated, measure: Measure, run: str) -> str:
    mark = "=" if (run, measure.key) in done.matched else " "
    return measured.bare(done.table[measure.key][run].measured, measure.unit) + mark


def _remarks(done: Ablated) -> Iterator[str]:
    for lever in done.worse:
        for measure, part in zip(done.ablation.compared, lever.parts, strict=True):
            if (lever.fact.key, measure.key) in done.matched:
                by = f"worse by {_of(measure, part.measured)}, asked for {_of(measure, measure.margin)}"
                yield f"{lever.fact.what} is as good as all together: {measure.label} ({by})."


def _claim(claim: FactResult) -> Claim:
    fact, holds = claim.fact, bool(claim.passed)
    why = "" if holds else fact.explanation
    remark = " ".join(text for text in (why, fact.note, f"Source: {citations.sources(fact.evidence)}") if text)
    return Claim(fact.what, holds, tuple(map(_part, claim.parts)), remark)


def _part(result: PartResult) -> PartRow:
    part = result.part
    label, ends = measured.named(part.label, part.unit), measured.between(part.low, part.high, part.unit)
    return PartRow(label, ends, measured.bare(result.measured, part.unit), "pass" if result.passed else "FAIL")
