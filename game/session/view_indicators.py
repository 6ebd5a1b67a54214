"""Key figures and their history."""

from __future__ import annotations

from game.engine.metrics import METRICS
from game.session.keys import Key, keys_of, short
from game.session.labels import good_of, label_of, unit_of, write
from game.session.record import Record
from game.session.scene import Scene
from game.session.views import Indicator, Series
from game.session.words import Words


def indicators(scene: Scene) -> tuple[Indicator, ...]:
    """The seat's own key figures, then those that all share."""
    entries = [entry for entry in METRICS.values() if entry.key_figure]
    entries.sort(key=lambda entry: not entry.axes.startswith("N"))
    return tuple(_indicator(scene, key) for entry in entries for key in keys_of(scene.world, entry, [scene.seat_id]))


def _indicator(scene: Scene, key: Key) -> Indicator:
    number = scene.read(*key)
    unit = unit_of(key[0])
    return Indicator(
        key=short(key, scene.seat_id),
        label=label_of(scene.words, key),
        value=number,
        unit=unit,
        text=write(number, unit),
        change=scene.change(key),
        good=good_of(key[0]),
    )


def charts(scene: Scene) -> tuple[Series, ...]:
    """Histories that the seat may see: its own, prices, and what is public of the rival."""
    names = scene.world.names
    found = []
    for entry in METRICS.values():
        if entry.chart:
            nation = names.nations[scene.world.rival] if entry.chart.of_rival else scene.seat_id
            keys = keys_of(scene.world, entry, [nation])
            found += [series_of(scene.words, scene.record, key, scene.seat_id) for key in keys]
    return tuple(found)


def series_of(words: Words, record: Record, key: Key, seat: str = "") -> Series:
    """One recorded figure since the start.

    Raises:
        KeyError: when it is not recorded.
    """
    values = record.column(key)
    return Series(
        key=short(key, seat),
        label=label_of(words, key),
        unit=unit_of(key[0]),
        months=tuple(range(len(values))),
        values=values,
    )
