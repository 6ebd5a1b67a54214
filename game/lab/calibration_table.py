"""A calibration as text: what moved, how well the facts hold it, and how near they came."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterator, Sequence

from game.lab.calibrate import Calibrated, Line
from game.lab.calibration import Fitted

WIDTH = 100
_PATH, _NUMBER = 52, 12
_PART, _CELL = 40, 6
_ACROSS = (WIDTH - _PART) // _CELL
"""Figures in one block of the table of sensitivities."""


def lines(done: Calibrated) -> Iterator[str]:
    """The whole report, no line longer than `WIDTH`."""
    before, after = done.norms
    free, facts = len(done.calibration.parameters), len({line.fact for line in done.fitted})
    yield f"{done.scenario}: {len(done.fitted)} numbers of {facts} facts fitted with {free} figures"
    yield f"  {len(done.seeds)} draws, seeds {done.seeds[0]} to {done.seeds[-1]}; {done.trials} trials in {done.seconds:.0f} s"
    end = "the fit has settled" if done.fit.converged else f"stopped after {done.fit.steps} steps"
    yield f"  distance from the targets, root of the sum of squared tolerances: {before:.2f} before, {after:.2f} after; {end}"
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
    for number, figure in enumerate(figures, start=1):
        cells = (_number(figure.parameter.start), _number(figure.value), f"{figure.moved:+.0%}", _number(figure.error))
        yield f"{number:>2} {figure.parameter.path:<{_PATH - 3}}" + "".join(f"{cell:>{_NUMBER}}" for cell in cells)
        parameter = figure.parameter
        told = f"{_number(parameter.low)} to {_number(parameter.high)} {parameter.unit}: {parameter.source}"
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
    yield f"{'':<{_PATH}}{'target':>{_NUMBER}}{'range':>18}{'before':>9}{'after':>9}"
    for line in parts:
        part = line.part
        label = _cut(f"{line.fact} {part.label}", _PATH - 1)
        target = "-".join(map(_number, dict.fromkeys(part.target)))
        ends = f"{_number(part.low)} to {_number(part.high)}"
        cells = "".join(f"{_number(side.measured)}{' ' if side.passed else '!'}".rjust(9) for side in (line.before, line.after))
        yield f"{label:<{_PATH}}{target:>{_NUMBER}}{ends:>18}{cells}".rstrip()


def _sensitivities(done: Calibrated) -> Iterator[str]:
    """Blocks of columns, a figure each, under the numbers of the table of figures."""
    found = done.sensitivity
    yield "Sensitivity: change in tolerances when a figure goes from the low to the high end of its range"
    count = len(found.parameters)
    for first in range(0, count, _ACROSS):
        across = range(first, min(first + _ACROSS, count))
        yield f"{'':<{_PART}}" + "".join(f"{place + 1:>{_CELL}}" for place in across)
        for row, name in enumerate(found.names):
            cells = "".join(f"{_swing(float(found.swings[row, place])):>{_CELL}}" for place in across)
            yield f"{_cut(name, _PART - 1):<{_PART}}{cells}".rstrip()


def _swing(value: float) -> str:
    if math.isnan(value):
        return "-"
    return "." if abs(value) < 0.05 else f"{value:.1f}"


def _number(value: float | None) -> str:
    if value is None or not math.isfinite(value):
        return "never"
    return f"{value:.4g}" if abs(value) < 10_000 else f"{value:.0f}"


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 3].rstrip()}..."


def _wrapped(text: str) -> Iterator[str]:
    yield from textwrap.wrap(text, WIDTH, initial_indent="     ", subsequent_indent="     ")
