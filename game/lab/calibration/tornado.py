"""The tornado picture: what each figure does, from one end of its range to the other, to the parts that move most."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from game.lab.calibration.sensitivity import Sensitivity

PANELS, BARS, COLUMNS = 12, 6, 3
_LOW, _HIGH, _INK = "#56b4e9", "#d55e00", "#26323f"
"""Two colours of Okabe and Ito's palette, told apart with any common form of colour blindness; and the text."""


def draw(found: Sensitivity, path: Path) -> None:
    """Write the picture to `path`: a panel for each of the parts that move most, the strongest figures uppermost.

    Bars start halfway between the ends and show, in tolerances, where the part is with the figure at either of them.

    Raises:
        OSError: when the file cannot be written.
    """
    sizes = np.nansum(np.abs(found.swings), axis=1)
    chosen = [int(place) for place in np.argsort(-sizes, kind="stable")[:PANELS] if sizes[place] > 0.0]
    rows = max(1, math.ceil(len(chosen) / COLUMNS))
    figure = Figure(figsize=(15.0, 0.7 + 2.3 * rows), layout="constrained")
    figure.suptitle("Change in tolerances from the low (blue) to the high end (red) of each figure's range", color=_INK)
    for place, part in enumerate(chosen):
        _panel(figure.add_subplot(rows, COLUMNS, place + 1), found, part)
    figure.savefig(path, format="png", dpi=110, metadata={"Software": None})


def _panel(axes: Axes, found: Sensitivity, part: int) -> None:
    figures = found.strongest(part, BARS)[::-1]
    for place, number in enumerate(figures):
        half = float(found.swings[part, number]) / 2.0
        axes.barh(place, -half, color=_LOW, height=0.7)
        axes.barh(place, half, color=_HIGH, height=0.7)
    axes.set_yticks(range(len(figures)), [_short(found.parameters[number].path) for number in figures], fontsize=8)
    axes.axvline(0.0, color=_INK, linewidth=0.8)
    axes.set_title(found.names[part], fontsize=9, color=_INK)
    axes.tick_params(colors=_INK, labelsize=8)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)


def _short(path: str) -> str:
    """The words at the end of a path that say what the figure is."""
    words = [word for word in path.split(".") if word not in ("values", "behaviour")]
    return ".".join(words[-2:])
