"""Trade between nations, and the seat's own supply chain."""

from __future__ import annotations

import numpy as np

from game.engine.world import DAYS_A_MONTH, NO_GOOD
from game.session.scene import Scene
from game.session.views import ChainView, FlowView, GoodView

_RIVALS = 0
"""Index of the rival's origin."""
_LEAST = 1.0
"""t/year under which a flow is not drawn, unless it is cut."""


def flows(scene: Scene) -> tuple[FlowView, ...]:
    """Imports of every nation by origin, good by good."""
    yearly = 12.0 * scene.state.flow_origin[..., 0]
    cut = _cut(scene)
    held_back = (cut > 0.01) & (scene.state.year_rival[..., 0] * 12.0 > _LEAST)
    drawn = yearly > _LEAST
    drawn[_RIVALS] |= held_back
    named = scene.world.goods
    return tuple(
        _flow(scene, index, yearly, cut) for index in np.argwhere(drawn).tolist() if named.at(*index[2:]) != NO_GOOD
    )


def _cut(scene: Scene) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """(N, M, K) part of what the rival would ship that embargo and licences hold back."""
    state = scene.state
    passed: np.ndarray[tuple[int, ...], np.dtype[np.float64]] = (1.0 - state.embargo[..., 0]) * state.licence[..., 0]
    return 1.0 - passed


def _flow(
    scene: Scene,
    index: list[int],
    yearly: np.ndarray[tuple[int, ...], np.dtype[np.float64]],
    cut: np.ndarray[tuple[int, ...], np.dtype[np.float64]],
) -> FlowView:
    origin, importer, material, stage = index
    names = scene.world.names
    return FlowView(
        origin=names.nations[_exporter(scene, origin, material, stage)],
        importer=names.nations[importer],
        good=names.goods[scene.world.goods.at(material, stage)],
        tonnes=float(yearly[origin, importer, material, stage]),
        cut=float(cut[importer, material, stage]) if origin == _RIVALS else 0.0,
    )


def _exporter(scene: Scene, origin: int, material: int, stage: int) -> int:
    """The largest exporter of an origin; the first of its nations while none exports."""
    members = np.flatnonzero(scene.world.market.origin == origin)
    if origin == _RIVALS or not len(members):
        return scene.world.rival
    exports = scene.state.flow_exports[members, material, stage, 0]
    return int(members[int(exports.argmax())])


def goods(scene: Scene) -> tuple[GoodView, ...]:
    """Every good of the rule set, in its order."""
    names = scene.world.names
    places = [scene.world.goods.place(good) for good in range(len(names.goods))]
    return tuple(
        GoodView(good, scene.package.goods[good].name, names.stages[stage], names.materials[material])
        for good, (material, stage) in zip(names.goods, places, strict=True)
    )


def chain(scene: Scene) -> tuple[ChainView, ...]:
    """The seat's supply chain, good by good."""
    return tuple(_link(scene, good) for good in range(len(scene.world.names.goods)))


def _link(scene: Scene, good: int) -> ChainView:
    names, (material, stage) = scene.world.names, scene.world.goods.place(good)
    state, place = scene.state, (scene.seat, material, stage, 0)
    from_rival = float(state.flow_origin[(_RIVALS, *place)])
    year_use = float(state.year_use[place])
    return ChainView(
        good=names.goods[good],
        production=12.0 * float(state.flow_production[place]),
        from_rival=12.0 * from_rival,
        from_others=12.0 * max(0.0, float(state.flow_imports[place]) - from_rival),
        recycled=12.0 * scene.read("flow_recycled", scene.seat_id, names.goods[good]),
        use=12.0 * float(state.flow_use[place]),
        unmet=12.0 * float(state.flow_unmet[place]),
        cover_days=_over(float(state.stock[place]), year_use) * DAYS_A_MONTH,
        dependence=min(1.0, _over(float(state.year_rival[place]), year_use)),
    )


def _over(part: float, whole: float) -> float:
    return part / whole if whole > 1e-6 else 0.0
