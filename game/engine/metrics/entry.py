"""What an entry of the table of metrics says: all that anything outside the engine needs to know of a metric.

To add a metric is to write one entry, in the module of its subject. Conditions, screens, charts, the monthly record,
exports, ensembles, "why?" and the list of ``chokepoint check --metrics`` read the entry; none keeps a list of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from game.engine.possible import Cells, everything
from game.engine.seen import Seen
from game.engine.world import World

Values = NDArray[np.float64]
Compute = Callable[..., Values]


@dataclass(frozen=True)
class Axis:
    """What an argument of a metric may be."""

    names: str
    """The field of `Names` that lists it."""
    place: str
    """What one of them is called: in texts as ``{place}``, in tables as a column."""


AXES: Mapping[str, Axis] = {
    "N": Axis("nations", "nation"),
    "G": Axis("goods", "good"),
    "K": Axis("stages", "stage"),
    "S": Axis("sites", "site"),
    "P": Axis("projects", "project"),
    "L": Axis("lines", "line"),
    "A": Axis("agreements", "agreement"),
    "R": Axis("rules", "rule"),
    "J": Axis("sectors", "sector"),
    "X": Axis("origins", "origin"),
}
"""By the letter of the axis."""
SECOND_NATION = "partner"
"""The place of a second nation among the arguments."""


class Recorded(Enum):
    """For which arguments a metric is kept month by month while a match is played."""

    NEVER = "never"
    SEATS = "seats"
    """For nations that somebody leads, and whatever the other arguments."""
    ALL = "all"


@dataclass(frozen=True)
class Chart:
    """The history of a recorded metric, as a seat may see it."""

    page: str = ""
    """Title of the page of charts on which it is drawn in the window; may name ``{rival}`` and the arguments.

    Curves with the same title and unit share a page; empty where the curve is drawn only when asked for by name.
    """
    of_rival: bool = False
    """Of the rival instead of the seat's own nation."""


class When(Enum):
    """What a value in the monthly table is of."""

    MONTH = "month"
    """The whole month."""
    END = "end"
    """What stands at its end."""


@dataclass(frozen=True)
class Export:
    """A metric in the monthly table."""

    when: When
    cells: Callable[[World], Cells] = everything
    """Which of its values can ever be anything else than nothing, along the axes of the metric."""


@dataclass(frozen=True)
class Entry:
    """All that an entry says of a metric, but its name and how it is computed.

    `label` and `meaning` may name ``{rival}``, ``{headline}`` and ``{counted}`` (what is made at the stages by which
    the rule set counts), and the label the arguments by their places (``{good}``, ``{partner}``). The nation of a
    figure is left out of its label where it goes without saying: screens show a seat's own, and whoever shows another's
    puts its name before.
    """

    axes: str
    """Letters of `AXES`, an argument each."""
    unit: str
    label: str
    """What it is called on a screen or in a table."""
    meaning: str
    """A sentence: what it is, how it is measured, and over which period."""
    good: int = 0
    """1 where more is better, -1 where less is, 0 where neither."""
    seen: Seen = Seen.ALL
    short: str = ""
    """A shorter label for narrow places; empty where the label will do."""
    codes: Mapping[int, str] = field(default_factory=dict)
    """What each of its values means, where they are codes."""
    key_figure: bool = False
    """Whether it is one of the few figures that a seat always has before it."""
    recorded: Recorded = Recorded.NEVER
    followed: Callable[[World], Cells] = everything
    """For which arguments it is recorded, charted, and a key figure, along the axes of the metric."""
    chart: Chart | None = None
    """None where no seat sees its history."""
    export: Export | None = None
    """None where the monthly table leaves it out."""
    great: float = 0.0
    """A great move over one turn, in its unit: what may count as a turning point. 0 where none does."""
    doubling: bool = False
    """Whether `great` counts doublings instead, as it does for what moves by factors."""
    summed_up: bool = False
    """Whether it stands in the summary of many matches."""
    sources: tuple[str, ...] = ()
    """Rule files that hold the figures behind it, or branches of one: ``economy:exports``."""

    @property
    def places(self) -> tuple[str, ...]:
        """What each argument is called; a second nation is the partner."""
        first = self.axes.find("N")
        return tuple(
            SECOND_NATION if letter == "N" and at > first else AXES[letter].place for at, letter in enumerate(self.axes)
        )

    def open_to(self, seat: str, arguments: Sequence[str]) -> bool:
        """Whether `seat` may know the metric for `arguments` (identifiers)."""
        if self.seen is Seen.OWN:
            return any(letter == "N" and name == seat for letter, name in zip(self.axes, arguments, strict=True))
        return self.seen is Seen.ALL


@dataclass(frozen=True, kw_only=True)
class Metric(Entry):
    """A named number: its entry, its name, and how it is computed: ``(world, state, *positions) -> (B,)``."""

    name: str
    compute: Compute

    @property
    def form(self) -> str:
        """How it is written in a condition: ``reserve_days(nation, good)``."""
        return f"{self.name}({', '.join(self.places)})"
