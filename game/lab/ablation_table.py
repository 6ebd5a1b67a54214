"""An ablation as text: the levers side by side, whether any of them is enough, and the claims."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from game.content.ablation import Measure
from game.lab.ablation import Ablated
from game.lab.evaluation import FactResult, PartResult
from game.lab.numbers import number

WIDTH = 100
_NAME, _CELL = 28, 9
_LABEL, _RANGE = 58, 18


def lines(done: Ablated) -> Iterator[str]:
    """The whole report, no line longer than `WIDTH`."""
    seeds = done.seeds
    yield f"Levers: medians of {len(seeds)} draws, seeds {seeds[0]} to {seeds[-1]}"
    for place, measure in enumerate(done.ablation.measures, start=1):
        yield f"{place:>3} {measure.label}: {_asked(measure)}"
    yield ""
    yield f"{'':<{_NAME}}" + "".join(f"{place:>{_CELL}}" for place in range(1, len(done.ablation.measures) + 1))
    for run, name in done.ablation.names.items():
        cells = "".join(f"{_cell(done, measure, run):>{_CELL}}" for measure in done.ablation.measures)
        yield f"{name:<{_NAME}}{cells}".rstrip()
    yield ""
    yield from _verdict(done)
    for claim in done.claims:
        yield ""
        yield from _claim(claim)


def _asked(measure: Measure) -> str:
    unit = "" if measure.unit in ("share", "ratio") else f"{measure.unit}, "
    good = "low is good" if measure.low_is_good else "high is good"
    if not measure.compared:
        return f"{unit}only shown"
    return f"{unit}{good}, a lever must be worse by {number(measure.margin)}"


def _cell(done: Ablated, measure: Measure, run: str) -> str:
    """What was measured; with ``=`` where a single lever is as good as all together."""
    mark = "=" if (run, measure.key) in done.enough else " "
    return number(done.table[measure.key][run].measured) + mark


def _verdict(done: Ablated) -> Iterator[str]:
    yield _told("No single lever is enough", not done.enough)
    for lever in done.worse:
        for measure, part in zip(done.ablation.compared, lever.parts, strict=True):
            if (lever.fact.key, measure.key) in done.enough:
                by = f"worse by {number(part.measured)}, asked for {number(measure.margin)}"
                yield from _wrapped(f"{lever.fact.what} is as good as all together: {measure.label} ({by})")


def _claim(claim: FactResult) -> Iterator[str]:
    yield _told(claim.fact.what, bool(claim.passed))
    for result in claim.parts:
        cells = f"{_range(result):>{_RANGE}}{number(result.measured):>10}{_mark(result):>6}"
        yield f"  {_cut(result.part.label):<{_LABEL}}{cells}"
    if claim.fact.explanation and not claim.passed:
        yield from _wrapped(claim.fact.explanation)


def _range(result: PartResult) -> str:
    return f"{number(result.part.low)} to {number(result.part.high)}"


def _mark(result: PartResult) -> str:
    return "pass" if result.passed else "FAIL"


def _told(what: str, holds: bool) -> str:  # noqa: FBT001 - the verdict on what is told
    return f"{_cut(what, WIDTH - 8)}: {'holds' if holds else 'FAILS'}"


def _cut(text: str, width: int = _LABEL - 3) -> str:
    return text if len(text) <= width else f"{text[: width - 3].rstrip()}..."


def _wrapped(text: str) -> Iterator[str]:
    yield from textwrap.wrap(text, WIDTH, initial_indent="  ", subsequent_indent="  ")
