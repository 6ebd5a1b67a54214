"""Curves of a match as SVG text to be put into a page."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, NullFormatter

from game.session.views import Series
from game.telling.numbers import write

# Okabe and Ito's palette: told apart with any common form of colour blindness. Dashes say the same without colour.
STYLES = (("#0072b2", "-"), ("#d55e00", "--"), ("#009e73", "-."), ("#cc79a7", ":"), ("#56b4e9", "-"), ("#e69f00", "--"))
INK = "#26323f"
PALE = "#b3bdc7"


@dataclass(frozen=True)
class Curve:
    """A series with the name that it has in this chart."""

    label: str
    series: Series
    pale: bool = False
    """Whether it is one of many that stay in the ground, without a name."""


@dataclass(frozen=True)
class Curves:
    """A chart: series on one axis, `marks` as (month of the match, text), and what the reader should see in it."""

    title: str
    unit: str
    series: tuple[Curve, ...]
    marks: tuple[tuple[int, str], ...] = ()
    logarithmic: bool = False


def draw(curves: Curves, month_labels: Sequence[str]) -> str:
    """`curves` as an ``<svg>`` element; `month_labels` gives the label of each month of the match."""
    figure = Figure(figsize=(7.2, 3.1), layout="constrained")
    axes = figure.add_subplot()
    bright = [curve for curve in curves.series if not curve.pale]
    for curve in curves.series:
        if curve.pale:
            axes.plot(curve.series.months, curve.series.values, color=PALE, linewidth=1)
    for curve, (colour, dashes) in zip(bright, _cycle(len(bright)), strict=True):
        axes.plot(
            curve.series.months, curve.series.values, color=colour, linestyle=dashes, linewidth=2, label=curve.label
        )
    _marks(axes, curves.marks)
    _frame(axes, curves, month_labels)
    return as_svg(figure, curves.title)


def _cycle(count: int) -> list[tuple[str, str]]:
    return [STYLES[i % len(STYLES)] for i in range(count)]


def _marks(axes: Axes, marks: Sequence[tuple[int, str]]) -> None:
    for number, (month, _text) in enumerate(marks, start=1):
        axes.axvline(month, color=INK, linewidth=0.8, linestyle=(0, (2, 2)))
        axes.annotate(
            str(number),
            (month, 1.0 + 0.05 * (number % 2)),  # neighbours stand at two heights, so that they can be told apart
            xycoords=("data", "axes fraction"),
            ha="center",
            va="bottom",
            fontsize=8,
        )


def _frame(axes: Axes, curves: Curves, month_labels: Sequence[str]) -> None:
    last = len(month_labels) - 1
    januaries = [month for month, label in enumerate(month_labels) if label.endswith("-01")] or [0]
    axes.set_xticks(januaries, [month_labels[month][:4] for month in januaries])
    axes.set_xlim(0, max(last, 1))
    if curves.logarithmic:
        axes.set_yscale("log")
    else:
        stand_on_zero(axes)
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _place: write(value, curves.unit)))
    axes.yaxis.set_minor_formatter(NullFormatter())
    axes.grid(visible=True, axis="y", color="#d7dde3", linewidth=0.8)
    axes.tick_params(colors=INK)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    if len(curves.series) > 1:
        axes.legend(framealpha=0.9, edgecolor="none", fontsize=9, loc="best")


def stand_on_zero(axes: Axes) -> None:
    """Let the axis begin at 0; where values lie below it, show them, and where 0 is."""
    if axes.dataLim.ymin >= 0.0:
        axes.set_ylim(bottom=0)
    else:
        axes.axhline(0.0, color=INK, linewidth=0.8)


def as_svg(figure: Figure, title: str) -> str:
    """`figure` as an ``<svg>`` element called `title`; the same bytes for the same figure."""
    buffer = io.StringIO()
    with rc_context({"svg.hashsalt": title, "svg.fonttype": "none", "font.family": "sans-serif"}):
        figure.savefig(buffer, format="svg", metadata={"Date": None})
    text = buffer.getvalue()
    return text[text.index("<svg") :].replace("<svg ", f'<svg role="img" aria-label="{escape(title)}" ', 1)
