"""The nations on the map, as all may see them."""

from __future__ import annotations

from game.session.scene import Scene
from game.session.views import NationView


def nations(scene: Scene) -> tuple[NationView, ...]:
    """Every nation in the order of the rule set."""
    return tuple(_nation(scene, position, nation) for position, nation in enumerate(scene.world.names.nations))


def _nation(scene: Scene, position: int, nation: str) -> NationView:
    text = scene.package.nations[nation]
    return NationView(
        id=nation,
        name=text.name,
        iso=text.iso,
        flag=text.flag,
        role=_role(scene, position),
        lon=text.lon,
        lat=text.lat,
        tension=scene.read("tension", nation),
        trust=scene.read("trust", scene.seat_id, nation),
        import_share=scene.read("import_share", nation),
        output_shares=tuple((stage, scene.read("output_share", nation, stage)) for stage in scene.world.names.stages),
        demand=scene.read("demand", nation),
    )


def _role(scene: Scene, position: int) -> str:
    if position == scene.seat:
        return "self"
    if position == scene.world.rival:
        return "rival"
    return "seat" if position < scene.world.seats else "other"
