"""An ablation as rows of text: what the screen prints and what the page shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.content.ablation import Measure
from game.lab import WIDTH
from game.lab.ablation.run import Ablated
from game.lab.facts.evaluation import FactResult, PartResult
from game.marks import N_
from game.telling import _, citations, measured, sheet
from game.telling.sheet import Sheet, to_right


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
        Row(_(name), tuple(_cell(done, measure, run) for measure in done.ablation.measures))
        for run, name in done.ablation.names.items()
    ]
    return Grid(
        heads=tuple(measured.named(_(measure.label), measure.unit) for measure in done.ablation.measures),
        rows=tuple(rows),
        verdict=_("No single lever is enough: {verdict}").format(verdict=_verdict(holds=not done.enough)),
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
    title = _("Levers: medians of {count} draws of seed {seed}")
    title = title.format(count=done.draws.count, seed=done.draws.seed)
    yield Sheet(title, (to_right(""), _("measure"), _("how it counts")), tuple(measures))
    columns = (_("lever"), *(to_right(place) for place, *_rest in measures))
    yield Sheet("", columns, tuple((row.name, *row.cells) for row in told.rows))
    yield Sheet(told.verdict, (), (), " ".join(told.remarks))
    for claim in told.claims:
        parts = tuple((part.label, part.range, part.measured, _(part.verdict)) for part in claim.parts)
        columns = ("", to_right(_("range")), to_right(_("median")), to_right(""))
        yield Sheet(f"{claim.what}: {_verdict(holds=claim.holds)}", columns, parts, claim.remark)


def lines(done: Ablated) -> Iterator[str]:
    """The whole report, no line longer than `WIDTH`."""
    for place, each in enumerate(sheets(done)):
        if place:
            yield ""
        yield from sheet.lines(each, WIDTH)


def _verdict(*, holds: bool) -> str:
    return _("holds") if holds else _("FAILS")


def _of(measure: Measure, value: float | None) -> str:
    return measured.difference(value, measure.unit)


def _asked(measure: Measure) -> str:
    if not measure.compared:
        return _("only shown")
    good = _("low is good") if measure.low_is_good else _("high is good")
    margin = _("a lever must be worse by {amount}").format(amount=_of(measure, measure.margin))
    return f"{good}, {margin}"


def _cell(done: Ablated, measure: Measure, run: str) -> str:
    mark = "=" if (run, measure.key) in done.matched else " "
    return measured.bare(done.table[measure.key][run].measured, measure.unit) + mark


def _remarks(done: Ablated) -> Iterator[str]:
    for lever in done.worse:
        for measure, part in zip(done.ablation.compared, lever.parts, strict=True):
            if (lever.fact.key, measure.key) in done.matched:
                yield _(
                    "{lever} is as good as all together: {measure} (worse by {amount}, asked for {margin})."
                ).format(
                    lever=_(lever.fact.what),
                    measure=_(measure.label),
                    amount=_of(measure, part.measured),
                    margin=_of(measure, measure.margin),
                )


def _claim(claim: FactResult) -> Claim:
    fact, holds = claim.fact, bool(claim.passed)
    why = "" if holds else fact.explanation
    source = _("Source: {source}").format(source=citations.sources(fact.evidence))
    remark = " ".join(text for text in (_(why), _(fact.note), source) if text)
    return Claim(_(fact.what), holds, tuple(map(_part, claim.parts)), remark)


def _part(result: PartResult) -> PartRow:
    part = result.part
    label, ends = measured.named(_(part.label), part.unit), measured.between(part.low, part.high, part.unit)
    return PartRow(label, ends, measured.bare(result.measured, part.unit), N_("pass") if result.passed else N_("FAIL"))
