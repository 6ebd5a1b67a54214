"""A calibration as text: what moved, how well the facts hold it, and how near they came."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from game.lab import WIDTH
from game.lab.calibration.fit import Fitted
from game.lab.calibration.run import Calibrated, Line
from game.lab.facts.evaluation import PartResult
from game.lab.numbers import number
from game.telling import citations, sheet
from game.telling.sheet import Sheet

_ACROSS = 10
"""Figures in one block of the table of sensitivities."""


def lines(done: Calibrated) -> Iterator[str]:
    """The whole report, no line longer than `WIDTH`."""
    before, after = done.norms
    free, facts = len(done.calibration.parameters), len({line.fact for line in done.fitted})
    yield f"{done.scenario}: {len(done.fitted)} numbers of {facts} facts fitted with {free} figures"
    draws = f"{done.draws.count} draws of seed {done.draws.seed}"
    yield f"  {draws}; {done.trials} trials in {done.seconds:.0f} s"
    end = "the fit has settled" if done.fit.converged else f"stopped after {done.fit.steps} steps"
    yield f"  root of the sum of squared distances, in tolerances: {before:.2f} before, {after:.2f} after; {end}"
    for each in sheets(done):
        yield ""
        yield from sheet.lines(each, WIDTH)


def sheets(done: Calibrated) -> Iterator[Sheet]:
    """What moved, the parts that were fitted and those held out, and what moves what."""
    yield _figures(done.fit.figures)
    yield _facts("Fitted", done.fitted)
    yield _facts("Held out", done.held_out)
    yield from _sensitivities(done)


def _figures(figures: Sequence[Fitted]) -> Sheet:
    rows: list[tuple[str, ...]] = []
    for place, figure in enumerate(figures, start=1):
        parameter = figure.parameter
        cells = (number(parameter.start), number(figure.value), f"{figure.moved:+.0%}", number(figure.error))
        rows.append((str(place), parameter.path, *cells))
        ends = f"{number(parameter.low)} to {number(parameter.high)} {parameter.unit}"
        told = f"{ends}: {citations.sources(parameter.evidence)}"
        rows.append(("", f"  {'; '.join([told, *_remarks(figure)])}", "", "", "", ""))
    return Sheet("Figures", (">", "figure", "start>", "fitted>", "moved>", "+/->"), tuple(rows))


def _remarks(figure: Fitted) -> Iterator[str]:
    if figure.at_end:
        yield "AT AN END OF ITS RANGE"
    if figure.loose:
        yield "HARDLY IDENTIFIED"
    for path, correlation in figure.tied_to:
        yield f"NOT TOLD FROM {path} (correlation {correlation:+.2f})"


def _facts(title: str, parts: Sequence[Line]) -> Sheet:
    good = [sum(bool(getattr(line, side).passed) for line in parts) for side in ("before", "after")]
    rows = []
    for line in parts:
        part = line.part
        target = "-".join(map(number, dict.fromkeys(part.target)))
        ends = f"{number(part.low)} to {number(part.high)}"
        rows.append((f"{line.fact} {part.label}", target, ends, _told(line.before), _told(line.after)))
    said = f"{title}: {good[0]} of {len(parts)} numbers within their range before, {good[1]} after"
    return Sheet(said, ("", "target>", "range>", "before>", "after>"), tuple(rows))


def _told(side: PartResult) -> str:
    return number(side.measured) + (" " if side.passed else "!")


def _sensitivities(done: Calibrated) -> Iterator[Sheet]:
    """Blocks of columns, a figure each, under the numbers of the table of figures."""
    found = done.sensitivity
    moved = [row for row in range(len(found.names)) if found.strongest(row, 1)]
    still = [name for row, name in enumerate(found.names) if row not in moved]
    count = len(found.parameters)
    for first in range(0, count, _ACROSS):
        across = range(first, min(first + _ACROSS, count))
        rows = tuple(
            (found.names[row], *(_swing(float(found.swings[row, place])) for place in across)) for row in moved
        )
        title = "" if first else "Sensitivity: change in tolerances from the low to the high end of a figure's range"
        yield Sheet(title, ("", *(f"{place + 1}>" for place in across)), rows)
    if still:
        yield Sheet("", (), (), f"Moved by none of them, exact, or lost at an end: {'; '.join(still)}")


def _swing(value: float) -> str:
    if math.isnan(value):
        return "-"
    return "." if abs(value) < 0.05 else f"{value:.1f}"
