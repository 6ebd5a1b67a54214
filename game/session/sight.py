"""What a program that leads a seat may look at: the figures open to that seat, in every match of a batch."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from game.engine import chance, metrics
from game.engine.condition_table import ConditionTable
from game.engine.conditions import Reading
from game.engine.derived import derived
from game.engine.state import State
from game.engine.world import World
from game.session.guess.match import guessed
from game.session.guess.world import going_on
from game.session.keys import no_figure

Values = NDArray[np.float64]
Mask = NDArray[np.bool_]


@derived
def _found_open(world: World) -> set[tuple[str, Reading]]:
    """Seats and figures that were found open to them: whether they are follows from the rule set."""
    del world
    return set()


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
        self.__open = _found_open(world)

    def read(self, reading: Reading) -> Values:
        """A figure now, (B,).

        Raises:
            KeyError: where the seat may not know of it.
        """
        return self.__read(self.__world, self.__state, reading)

    def own(self, metric: str) -> Values:
        """A figure of the seat itself now, (B,). Raises as `read`."""
        return self.read(Reading(metric, (self.__world.names.index("nations", self.seat),)))

    def found(self, table: ConditionTable, wanted: Sequence[bool]) -> dict[int, Mask]:
        """The conditions of `table` among the `wanted` (R,) that hold in some match, by their number, each with (B,)
        where it does. Raises as `read`.
        """
        return table.found(self.__world, self.__state, self.__read, wanted)

    def known(self, match: int) -> State:
        """One match as the seat may know it, a batch of one: what is kept from it is guessed."""
        state = self.__state
        return guessed(
            going_on(self.__world, state.month), state, match, self.__world.names.index("nations", self.seat)
        )

    def dice(self, match: int, count: int) -> NDArray[np.uint64]:
        """Seeds by which the seat can imagine so many futures of one match.

        They follow from the seed of the match, the month and the seat by a hash of their own: they tell nothing of what
        will be drawn, and are the same whenever the match is replayed.
        """
        state = self.__state
        drawn = chance.uniform(state.seeds[match : match + 1], f"outlook/{self.seat}", state.month, count)[:, 0]
        seeds: NDArray[np.uint64] = (drawn * 2.0**53).astype(np.uint64)
        return seeds

    def __read(self, world: World, state: State, reading: Reading) -> Values:
        if (self.seat, reading) not in self.__open:
            entry = metrics.METRICS[reading.metric]
            names = (
                getattr(world.names, metrics.argument_axis(letter))[position]
                for letter, position in zip(entry.axes, reading.arguments, strict=True)
            )
            if not entry.open_to(self.seat, tuple(names)):
                raise KeyError(no_figure(reading.metric))
            self.__open.add((self.seat, reading))
        return metrics.read(world, state, reading)
