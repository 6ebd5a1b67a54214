"""What a program that leads a seat may look at: the figures open to that seat, in every match of a batch."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine import metrics
from game.engine.condition_table import ConditionTable
from game.engine.conditions import Reading
from game.engine.state import State
from game.engine.world import World
from game.session.keys import no_figure

Values = NDArray[np.float64]
Mask = NDArray[np.bool_]


class Sight:
    """The view of a whole batch. It answers with numbers and leads back neither to the state nor to the world."""

    __slots__ = ("__open", "__state", "__world", "batch", "seat")

    def __init__(self, world: World, state: State, seat: int) -> None:
        self.seat = world.names.nations[seat]
        """Identifier of the seat whose eyes these are."""
        self.batch = state.batch
        """Number of matches (B)."""
        self.__world = world
        self.__state = state
        self.__open: set[Reading] = set()

    def read(self, reading: Reading) -> Values:
        """A figure now, (B,).

        Raises:
            KeyError: where the seat may not know of it.
        """
        return self.__read(self.__world, self.__state, reading)

    def holds(self, table: ConditionTable, wanted: Mask) -> Mask:
        """Where each of the conditions of `table` that are `wanted` (R,) holds, (R, B). Raises as `read`."""
        return table.holds(self.__world, self.__state, self.__read, wanted)

    def __read(self, world: World, state: State, reading: Reading) -> Values:
        if reading not in self.__open:
            entry = metrics.METRICS[reading.metric]
            names = (
                getattr(world.names, metrics.argument_axis(letter))[position]
                for letter, position in zip(entry.axes, reading.arguments, strict=True)
            )
            if not entry.open_to(self.seat, tuple(names)):
                raise KeyError(no_figure(reading.metric))
            self.__open.add(reading)
        return metrics.read(world, state, reading)
