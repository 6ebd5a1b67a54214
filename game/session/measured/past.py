"""The turns of a match that were played, ready to be played again without something."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from game.engine.state import State
from game.engine.world import World
from game.session.keys import Key
from game.session.measured.acts import acts_of
from game.session.measured.again import play_again
from game.session.measured.effects import Effect, Moves
from game.session.readings import Readings
from game.session.records import TurnReport


class Past:
    """Measures what acts did to figures. `start_of(turn)` is the state in which a turn began."""

    def __init__(
        self, world: World, seats: Sequence[str], reports: Sequence[TurnReport], start_of: Callable[[int], State]
    ) -> None:
        self._world = world
        self._seats = seats
        self._reports = reports
        self._start_of = start_of
