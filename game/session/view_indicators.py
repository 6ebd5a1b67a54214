"""Key figures and their history."""

from __future__ import annotations

from game.engine.metrics import METRICS
from game.session.keys import Key, short
from game.session.labels import good_of
from game.session.record import Record
from game.session.scene import Scene
from game.session.views import Indicator, Series

_OWN = ("import_share", "bottleneck", "stock_cover", "shortage", "tension", "approval", "gdp_loss")
_CHARTED_OWN = (*_OWN, "budget", "imports", "demand", "embargo", "licence", "fear", "recycled_share")
_CHARTED_WORLD = ("basket", "quota", "rival_exports", "world_output")


def indicators(scene: Scene) -> tuple[Indicator, ...]:
    """The seat's own key figures, then the price of each material."""
    keys: list[Key] = [(metric, scene.seat_id) for metric in _OWN]
    keys += [("price", material) for material in scene.world.names.materials]
    return tuple(_indicator(scene, key) for key in keys)


def _indicator(scene: Scene, key: Key) -> Indicator:
    return Indicator(
        key=short(key, scene.seat_id),
        value=scene.read(*key),
        unit=METRICS[key[0]].unit,
        change=scene.change(key),
        good=good_of(key[0]),
    )


def charts(scene: Scene) -> tuple[Series, ...]:
    """Histories that the seat may see: its own, prices, and what is public of the rival."""
    names = scene.world.names
    rival = names.nations[scene.world.rival]
    keys: list[Key] = [(metric, scene.seat_id) for metric in _CHARTED_OWN]
    keys += [("reserve_days", scene.seat_id, material) for material in names.materials]
    keys += [("material_shortage", scene.seat_id, material) for material in names.materials]
    keys += [(metric, material) for material in names.materials for metric in ("price", "price_inside")]
    keys += [("concentration", stage) for stage in names.stages]
    keys += [("mine_share", rival), ("separation_share", rival)]
    keys += [(metric,) for metric in _CHARTED_WORLD]
    return tuple(series_of(scene.record, key, scene.seat_id) for key in keys)


def series_of(record: Record, key: Key, seat: str = "") -> Series:
    """One recorded figure since the start.

    Raises:
        KeyError: when it is not recorded.
    """
    values = record.column(key)
    return Series(
        key=short(key, seat),
        unit=METRICS[key[0]].unit,
        months=tuple(range(len(values))),
        values=values,
    )
