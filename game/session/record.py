"""The monthly record of the figures that charts, the debrief and the exports draw."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from game.engine.metrics import METRICS, Metric, Recorded
from game.engine.state import State
from game.engine.world import World
from game.session.keys import Key, keys_of
from game.session.readings import Readings

Row = tuple[float, ...]


def recorded(world: World) -> tuple[Key, ...]:
    """Metric and arguments of each series that is recorded for `world`, in the order of a row."""
    return tuple(key for entry in METRICS.values() for key in _series(world, entry))


def _series(world: World, entry: Metric) -> Iterator[Key]:
    nations = world.names.nations
    if entry.recorded is not Recorded.NEVER:
        yield from keys_of(world, entry, nations if entry.recorded is Recorded.ALL else nations[: world.seats])


class Record:
    """Rows of all recorded series: the first is the start, then one a month.

    Values are rounded to six significant digits, as they stand in the log: what a chart shows is the same before and
    after loading.
    """

    def __init__(self, world: World, keys: Iterable[Key]) -> None:
        self.keys = tuple(keys)
        self.rows: list[Row] = []
        self._columns = {key: column for column, key in enumerate(self.keys)}
        self._readings = Readings(world, self.keys)

    def rows_of(self, states: Sequence[State]) -> list[Row]:
        """The figures of each of `states`, batches of one.

        They are read as one batch: a match in a batch is the match alone, and six months cost little more than one.
        """
        figures = self._readings.of(State.join(states))
        return [tuple([float(f"{figure:.6g}") for figure in month]) for month in figures.T.tolist()]

    def __contains__(self, key: Key) -> bool:
        """Whether the series is recorded in this match."""
        return key in self._columns

    def column(self, key: Key) -> tuple[float, ...]:
        """All values of one series so far.

        Raises:
            KeyError: when it is not recorded.
        """
        if key not in self:
            raise KeyError(f"not in the monthly record: {' '.join(key)}")
        column = self._columns[key]
        return tuple(map(itemgetter(column), self.rows))

    def past(self, key: Key) -> tuple[float, ...]:
        """The same; nothing where the match was begun before its metric was one of those that are recorded."""
        return self.column(key) if key in self else ()
