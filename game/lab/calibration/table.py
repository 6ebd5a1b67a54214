"""A calibration as text: what moved, how well the facts hold it, and how near they came."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from game.lab import WIDTH
from game.lab.calibration.fit import Fitted
from game.lab.calibration.run import Calibrated, Line
from game.lab.facts.evaluation import PartResult
from game.telling import citations, sheet
from game.telling.measured import bare, between, digits_of, named
from game.telling.numbers import change, scaled, signed, write
from game.telling.sheet import Sheet

_ACROSS = 10
"""Figures in one block of the table of sensitivities."""


def lines(done: Calibrated) -> Iterator[str]:
    """The whole report, no line longer than `WIDTH`."""
    for place, each in enumerate(sheets(done)):
        if place:
            yield ""
        yield from sheet.lines(each, WIDTH)


def _heading(done: Calibrated) -> Sheet:
    before, after = done.norms
    free, facts = len(done.calibration.parameters), len({line.fact for line in done.fitted})
    title = f"{done.scenario}: {len(done.fitted)} numbers of {facts} facts fitted with {free} figures"
    draws = f"{done.draws.count} draws of seed {done.draws.seed}; {done.trials} trials in {write(done.seconds, 's')}"
    end = "the fit has settled" if done.fit.converged else f"stopped after {done.fit.steps} steps"
    norms = f"{digits_of(before, 3)} before, {digits_of(after, 3)} after"
    note = f"{draws}. Root of the sum of squared distances, in tolerances: {norms}; {end}."
    faced = f"measured: {len(done.fitted)} to fit to, {len(done.held_out)} of years in which none was fitted"
    marked = f"Numbers of the rules that were fitted, with an outcome in sight: {done.marked}; {faced}."
    return Sheet(title, (), (), f"{note} {marked}")


def sheets(done: Calibrated) -> Iterator[Sheet]:
    """The fit as a whole, what moved, the parts that were fitted and those held out, and what moves what."""
    yield _heading(done)
    yield _figures(done.fit.figures)
    yield _facts("Fitted", done.fitted)
    yield _facts("Held out", done.held_out)
    yield from _sensitivities(done)


def _figures(figures: Sequence[Fitted]) -> Sheet:
    rows: list[tuple[str, ...]] = []
    for place, figure in enumerate(figures, start=1):
        parameter = figure.parameter
        start, value, error = (_of(figure, amount) for amount in (parameter.start, figure.value, figure.error))
        cells = (start, value, change(figure.moved, "share"), error)
        rows.append((str(place), named(parameter.path, parameter.unit), *cells))
        told = f"{between(parameter.low, parameter.high, parameter.unit)}: {citations.sources(parameter.evidence)}"
        rows.append(("", f"  {'; '.join([told, *_remarks(figure)])}", "", "", "", ""))
    return Sheet("Figures", (">", "figure", "start>", "fitted>", "moved>", "+/->"), tuple(rows))


def _of(figure: Fitted, amount: float) -> str:
    return bare(amount, figure.parameter.unit)


def _remarks(figure: Fitted) -> Iterator[str]:
    if figure.at_end:
        yield "AT AN END OF ITS RANGE"
    if figure.loose:
        yield "HARDLY IDENTIFIED"
    for path, correlation in figure.tied_to:
        yield f"NOT TOLD FROM {path} (correlation {signed(correlation, 2)})"


def _facts(title: str, parts: Sequence[Line]) -> Sheet:
    good = [sum(bool(getattr(line, side).passed) for line in parts) for side in ("before", "after")]
    rows = []
    for line in parts:
        part = line.part
        target = between(part.target[0], part.target[-1], part.unit)
        ends, label = between(part.low, part.high, part.unit), named(f"{line.fact} {part.label}", part.unit)
        rows.append((label, target, ends, _told(line.before), _told(line.after)))
    said = f"{title}: {good[0]} of {len(parts)} numbers within their range before, {good[1]} after"
    return Sheet(said, ("", "target>", "range>", "before>", "after>"), tuple(rows))


def _told(side: PartResult) -> str:
    return bare(side.measured, side.part.unit) + (" " if side.passed else "!")


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
    return "." if abs(value) < 0.05 else scaled(value)
