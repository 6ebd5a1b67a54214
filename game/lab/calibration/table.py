"""A calibration as text: what moved, how well the facts hold it, and how near they came."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterator, Sequence

from game.lab.calibration.fit import Fitted
from game.lab.calibration.run import Calibrated, Line
from game.lab.facts.evaluation import PartResult
from game.lab.numbers import number
from game.telling import citations

WIDTH = 100
_PATH, _NUMBER = 52, 12
_FACT = 44
_PART, _CELL = 40, 6
_ACROSS = (WIDTH - _PART) // _CELL
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
    yield ""
    yield from _figures(done.fit.figures)
    yield ""
    yield from _facts("Fitted", done.fitted)
    yield ""
    yield from _facts("Held out", done.held_out)
    yield ""
    yield from _sensitivities(done)


def _figures(figures: Sequence[Fitted]) -> Iterator[str]:
    heads = "".join(f"{title:>{_NUMBER}}" for title in ("start", "fitted", "moved", "+/-"))
    yield f"{'Figures':<{_PATH}}{heads}"
    for place, figure in enumerate(figures, start=1):
        cells = (number(figure.parameter.start), number(figure.value), f"{figure.moved:+.0%}", number(figure.error))
        yield f"{place:>2} {figure.parameter.path:<{_PATH - 3}}" + "".join(f"{cell:>{_NUMBER}}" for cell in cells)
        parameter = figure.parameter
        ends = f"{number(parameter.low)} to {number(parameter.high)} {parameter.unit}"
        told = f"{ends}: {citations.sources(parameter.evidence)}"
        yield from _wrapped("; ".join([told, *_remarks(figure)]))


def _remarks(figure: Fitted) -> Iterator[str]:
    if figure.at_end:
        yield "AT AN END OF ITS RANGE"
    if figure.loose:
        yield "HARDLY IDENTIFIED"
    for path, correlation in figure.tied_to:
        yield f"NOT TOLD FROM {path} (correlation {correlation:+.2f})"


def _facts(title: str, parts: Sequence[Line]) -> Iterator[str]:
    good = [sum(bool(getattr(line, side).passed) for line in parts) for side in ("before", "after")]
    yield f"{title}: {good[0]} of {len(parts)} numbers within their range before, {good[1]} after"
    yield f"{'':<{_FACT}}{'target':>{_NUMBER}}{'range':>20}{'before':>12}{'after':>12}"
    for line in parts:
        part = line.part
        label = _cut(f"{line.fact} {part.label}", _FACT - 1)
        target = "-".join(map(number, dict.fromkeys(part.target)))
        ends = f"{number(part.low)} to {number(part.high)}"
        cells = "".join(f"{_told(side):>12}" for side in (line.before, line.after))
        yield f"{label:<{_FACT}}{target:>{_NUMBER}}{ends:>20}{cells}".rstrip()


def _told(side: PartResult) -> str:
    return number(side.measured) + (" " if side.passed else "!")


def _sensitivities(done: Calibrated) -> Iterator[str]:
    """Blocks of columns, a figure each, under the numbers of the table of figures."""
    found = done.sensitivity
    yield "Sensitivity: change in tolerances when a figure goes from the low to the high end of its range"
    moved = [row for row in range(len(found.names)) if found.strongest(row, 1)]
    count = len(found.parameters)
    for first in range(0, count, _ACROSS):
        across = range(first, min(first + _ACROSS, count))
        yield f"{'':<{_PART}}" + "".join(f"{place + 1:>{_CELL}}" for place in across)
        for row in moved:
            cells = "".join(f"{_swing(float(found.swings[row, place])):>{_CELL}}" for place in across)
            yield f"{_cut(found.names[row], _PART - 1):<{_PART}}{cells}".rstrip()
    still = [name for row, name in enumerate(found.names) if row not in moved]
    if still:
        yield from _wrapped(f"Moved by none of them, exact, or lost at an end: {'; '.join(still)}")


def _swing(value: float) -> str:
    if math.isnan(value):
        return "-"
    return "." if abs(value) < 0.05 else f"{value:.1f}"


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 3].rstrip()}..."


def _wrapped(text: str) -> Iterator[str]:
    yield from textwrap.wrap(text, WIDTH, initial_indent="     ", subsequent_indent="     ")
