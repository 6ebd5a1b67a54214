"""The nations on the map, as all may see them."""

from __future__ import annotations

from typing import NamedTuple

from game.session.scene import Scene
from game.session.views import NationView


def nations(scene: Scene) -> tuple[NationView, ...]:
    """Every nation in the order of the rule set."""
    names = scene.world.names
    tension, imports, demand = (scene.of_nations(metric) for metric in ("tension", "import_share", "demand"))
    output = zip(*(scene.of_nations("output_share", stage) for stage in names.stages), strict=True)
    figures = map(_Figures, tension, imports, demand, output)
    return tuple(
        _nation(scene, position, nation, figure)
        for position, (nation, figure) in enumerate(zip(names.nations, figures, strict=True))
    )


class _Figures(NamedTuple):
    """What is read of all nations at once, for one of them."""

    tension: float
    imports: float
    demand: float
    output: tuple[float, ...]
    """Shares by stage."""


def _nation(scene: Scene, position: int, nation: str, figures: _Figures) -> NationView:
    text = scene.package.nations[nation]
    return NationView(
        id=nation,
        name=text.name,
        iso=text.iso,
        flag=text.flag,
        role=_role(scene, position),
        lon=text.lon,
        lat=text.lat,
        tension=figures.tension,
        trust=scene.read("trust", scene.seat_id, nation),
        import_share=figures.imports,
        output_shares=tuple(zip(scene.world.names.stages, figures.output, strict=True)),
        demand=figures.demand,
    )


def _role(scene: Scene, position: int) -> str:
    if position == scene.seat:
        return "self"
    if position == scene.world.rival:
        return "rival"
    return "seat" if position < scene.world.seats else "other"
