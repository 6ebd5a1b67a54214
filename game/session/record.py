"""The monthly record of the figures that charts, the debrief and the exports draw."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine import metrics
from game.engine.conditions import Reading
from game.engine.state import State
from game.engine.world import World
from game.session.keys import Key, reading

_WORLD = ("basket", "quota", "rival_exports", "world_output")
_MATERIAL = ("price", "price_inside")
_STAGE = ("concentration",)
_NATION = ("mine_share", "separation_share")
_SEAT = (
    "import_share",
    "bottleneck",
    "stock_cover",
    "shortage",
    "embargo",
    "licence",
    "tension",
    "fear",
    "approval",
    "budget",
    "gdp_loss",
    "imports",
    "demand",
    "recycled_share",
)
_SEAT_MATERIAL = ("reserve_days", "material_shortage")

Row = tuple[float, ...]


def recorded(world: World) -> tuple[Key, ...]:
    """Metric and arguments of each series that is recorded for `world`, in the order of a row."""
    names = world.names
    seats = names.nations[: world.seats]
    keys: list[Key] = [(metric,) for metric in _WORLD]
    keys += [(metric, material) for metric in _MATERIAL for material in names.materials]
    keys += [(metric, stage) for metric in _STAGE for stage in names.stages]
    keys += [(metric, nation) for metric in _NATION for nation in names.nations]
    keys += [(metric, seat) for metric in _SEAT for seat in seats]
    keys += [(metric, seat, material) for metric in _SEAT_MATERIAL for seat in seats for material in names.materials]
    return tuple(keys)


class Record:
    """Rows of all recorded series: the first is the start, then one a month.

    Values are rounded to six significant digits, as they stand in the log: what a chart shows is the same before and
    after loading.
    """

    def __init__(self, world: World, keys: Iterable[Key]) -> None:
        self.keys = tuple(keys)
        self.rows: list[Row] = []
        self._world = world
        self._columns = {key: column for column, key in enumerate(self.keys)}
        self._blocks = _blocks(world, self.keys)
        self._order = np.argsort(np.concatenate([block.columns for block in self._blocks]))

    def rows_of(self, states: Sequence[State]) -> list[Row]:
        """The figures of each of `states`, batches of one.

        They are read as one batch: a match in a batch is the match alone, and six months cost little more than one.
        """
        joined = State.join(states)
        figures = np.concatenate([block.read(self._world, joined) for block in self._blocks])[self._order]
        return [tuple([float(f"{figure:.6g}") for figure in month]) for month in figures.T.tolist()]

    def column(self, key: Key) -> tuple[float, ...]:
        """All values of one series so far.

        Raises:
            KeyError: when it is not recorded.
        """
        if key not in self._columns:
            raise KeyError(f"not in the monthly record: {' '.join(key)}")
        column = self._columns[key]
        return tuple(row[column] for row in self.rows)


@dataclass(frozen=True)
class _Block:
    """Series that are read with one call: a metric for several nations, or one that has none."""

    metric: str
    arguments: tuple[int, ...]
    """Without the nation, where the metric has one."""
    nations: tuple[int, ...]
    """Empty where the metric has none."""
    columns: tuple[int, ...]

    def read(self, world: World, state: State) -> NDArray[np.float64]:
        """(columns, B)"""
        if not self.nations:
            return metrics.read(world, state, Reading(self.metric, self.arguments))[None]
        values = metrics.of_nations(world, state, self.metric, max(self.nations) + 1, *self.arguments)
        return values if self.nations == tuple(range(len(self.nations))) else values[list(self.nations)]


def _blocks(world: World, keys: Sequence[Key]) -> tuple[_Block, ...]:
    """`keys` in as few blocks as their metrics allow: nation by nation, a month would cost three times as much."""
    found: dict[tuple[str, tuple[int, ...], bool], list[tuple[int, int]]] = {}
    for column, key in enumerate(keys):
        place = reading(world, key)
        by_nation = metrics.METRICS[key[0]].axes.startswith("N")
        rest = place.arguments[1:] if by_nation else place.arguments
        nation = place.arguments[0] if by_nation else -1
        found.setdefault((key[0], rest, by_nation), []).append((nation, column))
    return tuple(
        _Block(
            metric,
            rest,
            tuple(nation for nation, _ in places) if by_nation else (),
            tuple(column for _, column in places),
        )
        for (metric, rest, by_nation), places in found.items()
    )
