"""Key figures and their history."""

from __future__ import annotations

from game.engine.metrics import METRICS
from game.session.history import series_of
from game.session.keys import Key, keys_of, short
from game.session.scene import Scene
from game.session.views import Documented, Indicator, Series


def indicators(scene: Scene) -> tuple[Indicator, ...]:
    """The seat's own key figures, then those that all share."""
    entries = [entry for entry in METRICS.values() if entry.key_figure]
    entries.sort(key=lambda entry: not entry.axes.startswith("N"))
    return tuple(_indicator(scene, key) for entry in entries for key in keys_of(scene.world, entry, [scene.seat_id]))


def _indicator(scene: Scene, key: Key) -> Indicator:
    return Indicator(
        key=short(key, scene.seat_id),
        value=scene.read(*key),
        unit=METRICS[key[0]].unit,
        change=scene.change(key),
        good=METRICS[key[0]].good,
    )


def documented(scene: Scene) -> tuple[Documented, ...]:
    """What is known of figures of the first month that concern the seat; nothing once that month is over."""
    if scene.turn:
        return ()
    others = set(scene.world.names.nations[: scene.world.seats]) - {scene.seat_id}
    return tuple(
        Documented(
            key=short((known.metric, *known.arguments), scene.seat_id),
            value=scene.read(known.metric, *known.arguments),
            unit=METRICS[known.metric].unit,
            low=known.low,
            high=known.high,
            evidence=scene.evidence(known.origin),
        )
        for known in scene.package.documented
        if others.isdisjoint(known.arguments) and METRICS[known.metric].open_to(scene.seat_id, known.arguments)
    )


def charts(scene: Scene) -> tuple[Series, ...]:
    """Histories that the seat may see: its own, prices, and what is public of the rival."""
    names = scene.world.names
    found = []
    for entry in METRICS.values():
        if entry.chart:
            nation = names.nations[scene.world.rival] if entry.chart.of_rival else scene.seat_id
            keys = keys_of(scene.world, entry, [nation])
            found += [series_of(scene.record, key, scene.seat_id) for key in keys if key in scene.record]
    return tuple(found)
