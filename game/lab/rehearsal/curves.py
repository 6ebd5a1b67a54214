"""The arc of a rehearsed session as charts: a median and a band for each seat, turn by turn."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from game.lab.rehearsal.run import Array, Rehearsal
from game.lab.rehearsal.table import parts
from game.lab.rehearsal.words import Words
from game.reports.charts import INK, STYLES, as_svg, stand_on_zero
from game.reports.curves import Chart
from game.telling import _
from game.telling.numbers import write


def draw(rehearsal: Rehearsal) -> Iterator[Chart]:
    """The points, then each figure that the score looks at."""
    names = [Words(rehearsal.package).seat(seat) for seat in rehearsal.seats]
    yield _chart(_("Points, if nothing changed any more"), "points", names, rehearsal.course.totals[1:])
    for part, (title, unit) in enumerate(parts(rehearsal)):
        yield _chart(title, unit, names, rehearsal.course.figures[:, part])


def _chart(title: str, unit: str, names: list[str], values: Array) -> Chart:
    """`values` are (T, H, B)."""
    figure = Figure(figsize=(7.2, 3.1), layout="constrained")
    axes = figure.add_subplot()
    turns = np.arange(1, len(values) + 1)
    for place, name in enumerate(names):
        colour, dashes = STYLES[place % len(STYLES)]
        low, middle, high = np.percentile(values[:, place], (10, 50, 90), axis=1)
        axes.fill_between(turns, low, high, color=colour, alpha=0.15, linewidth=0)
        axes.plot(turns, middle, color=colour, linestyle=dashes, linewidth=2, label=name)
    stand_on_zero(axes)
    axes.set_xlabel(_("Turn"), color=INK)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _place: write(value, unit)))
    axes.grid(visible=True, axis="y", color="#d7dde3", linewidth=0.8)
    axes.tick_params(colors=INK)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    axes.legend(framealpha=0.9, edgecolor="none", fontsize=9, loc="best")
    return Chart(title, as_svg(figure, title))
