"""The monthly record of the figures that charts, the debrief and the exports draw."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.engine.state import State
from game.engine.world import World
from game.session.keys import Key
from game.session.readings import Readings

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
        self._columns = {key: column for column, key in enumerate(self.keys)}
        self._readings = Readings(world, self.keys)

    def rows_of(self, states: Sequence[State]) -> list[Row]:
        """The figures of each of `states`, batches of one.

        They are read as one batch: a match in a batch is the match alone, and six months cost little more than one.
        """
        figures = self._readings.of(State.join(states))
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
