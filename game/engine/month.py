"""What the phases of one month hand to each other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from game.engine.books import Books
from game.engine.decided import Decided
from game.engine.events import Events
from game.engine.pacts import Pacts
from game.engine.script import Script
from game.engine.state import State
from game.engine.works import Known, Works

Array = NDArray[np.float64]


class Month:
    """What phases hand to each other within one month; nothing of it outlives the month."""

    index: int
    events: Events
    script: Script | None
    """What the rival, incidents, owners and chance do, where it is told beforehand; else conditions and dice decide."""
    led: Mapping[int, bool] | None
    """Rules of the rival that a person decides on, and whether they come; None where the script plays."""
    sector_factor: Array | None = None
    """(N, J, B) factor of incidents and foreign tariffs on the activity of sectors."""
    site_factor: Array | None = None
    """(S, B) factor of incidents on what sites can make."""
    exports_lost: Array | None = None
    """(N, J, B) part of a sector's output lost with its exports; None where foreign tariffs take nothing."""
    exports_gdp: Array
    """(N, B) US$ million a month of income lost with them; set with `exports_lost`."""
    levied: bool
    """Whether any nation has a tariff on what comes from the rival."""
    pacts: Pacts | None = None
    """Agreements in force; None when there are none."""
    paid_part: Array | None = None
    """(H, B) part of its bill for stored goods and agreements that each seat paid at the end of this quarter; None
    where all paid in full.
    """
    decided: Decided
    """What governments, controllers and partners have decided, for the economy; set before it plays the month."""
    works: Works
    known: Known
    """How sites stand and how far research has come; set with `decided`."""
    before: Before
    """What the records held before the economy played the month."""
    books: Books
    """What it did; set by that."""
    watched: Watched
    """More of it; set where news is watched for."""

    def __init__(
        self, state: State, events: Events, script: Script | None = None, led: Mapping[int, bool] | None = None
    ) -> None:
        self.index = state.month
        self.events = events
        self.script = script
        self.levied = bool(np.count_nonzero(state.import_tariff))
        self.led = led


class Before(NamedTuple):
    """Figures of the records before the economy plays a month."""

    price: Any
    """(Z, G, B) US$/kg."""
    reserve: Any
    """(N, G, B) t."""


class Watched:
    """More of them, where news is watched for."""

    short: Array
    """(N, G, B) part of the need that was not met."""
    refused: Array
    """(Z, N, G, B) t refused by the controller of each zone."""
    fear: Array
    """(N, G, B)"""

    def __init__(self, state: State) -> None:
        self.short, self.refused, self.fear = short(state), state.handed("refused", "ZNG").copy(), state.fear.copy()


def short(state: State) -> Array:
    """(N, G, B) part of the need of each good that was not met in the month that has ended."""
    met: Array = state.handed("met", "NG")
    return np.where(state.flow_need > 0.0, np.maximum(1.0 - met, 0.0), 0.0)
