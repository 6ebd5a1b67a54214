"""Simulated curves beside the real ones, drawn for the page of the back-test."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator, PercentFormatter
from numpy.typing import NDArray

from game.content.record import Curve, Real
from game.lab.facts.measures import curve as simulated
from game.lab.runs.columns import Columns
from game.reports.charts import INK, as_svg, stand_on_zero
from game.telling import _

Array = NDArray[np.float64]

_SIMULATED = "#0072b2"
_REAL = (("#d55e00", "o", "-"), ("#009e73", "s", "--"), ("#cc79a7", "^", ":"))
"""Colour, marker and dashes of real curves; from the palette of the other charts."""


@dataclass(frozen=True)
class Drawn:
    """A chart and where its real curves come from."""

    title: str
    svg: str
    sources: tuple[Real, ...]


def draw(
    curves: Iterable[Curve], runs: Mapping[str, Columns], others: Mapping[str, Columns] | None = None
) -> Iterator[Drawn]:
    """A chart for each of `curves`: median of the matches, middle 80 % of them or of the `others`, and the record.

    Raises:
        KeyError: when a metric was not recorded.
    """
    for curve in curves:
        figure = Figure(figsize=(5.4, 3.2), layout="constrained")
        axes = figure.add_subplot()
        _simulation(axes, curve, runs[curve.look.run], (others or runs)[curve.look.run])
        for real, (colour, marker, dashes) in zip(curve.real, _styles(len(curve.real)), strict=True):
            years = sorted(real.by_year)
            axes.plot(
                [year + 0.5 for year in years],
                [real.by_year[year] for year in years],
                color=colour,
                marker=marker,
                linestyle=dashes,
                linewidth=1.2,
                markersize=4,
                label=_(real.label),
            )
        _frame(axes, curve)
        title = _(curve.title)
        yield Drawn(title, as_svg(figure, title), curve.real)


def _styles(count: int) -> list[tuple[str, str, str]]:
    return [_REAL[place % len(_REAL)] for place in range(count)]


def _simulation(axes: Axes, curve: Curve, columns: Columns, others: Columns) -> None:
    years, low, _middle, high = _percentiles(curve, others)
    axes.fill_between(years, low, high, color=_SIMULATED, alpha=0.22, linewidth=0, label=_("simulated, middle 80 %"))
    years, _low, middle, _high = _percentiles(curve, columns)
    axes.plot(years, middle, color=_SIMULATED, linewidth=2, label=_("simulated, median"))


def _percentiles(curve: Curve, columns: Columns) -> tuple[Array, Array, Array, Array]:
    """Years, then the 10th, 50th and 90th percentile of the matches, each (n,)."""
    years, values = simulated(curve.look, columns)
    low, middle, high = np.percentile(np.where(np.isfinite(values), values, np.nan) * curve.times, (10, 50, 90), axis=1)
    return years, low, middle, high


def _frame(axes: Axes, curve: Curve) -> None:
    axes.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=9))
    if curve.logarithmic:
        axes.set_yscale("log")
        axes.yaxis.set_major_formatter(FuncFormatter(_plain))
        axes.yaxis.set_minor_formatter(FuncFormatter(_some))
    else:
        stand_on_zero(axes)
    if curve.unit == "share":
        axes.yaxis.set_major_formatter(PercentFormatter(xmax=1.0))
    elif curve.unit != "ratio":
        axes.set_ylabel(_(curve.unit), color=INK)
    axes.grid(visible=True, axis="y", color="#d7dde3", linewidth=0.8)
    axes.tick_params(colors=INK)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    axes.legend(framealpha=0.9, edgecolor="none", fontsize=8, loc="best")


def _plain(value: float, position: int | None = None) -> str:
    del position
    return f"{value:g}"


def _some(value: float, position: int | None = None) -> str:
    """Labels of a logarithmic scale between the powers of ten: at 2 and 5 only."""
    del position
    digit = f"{value:e}"[0]
    return f"{value:g}" if digit in "25" else ""
