"""Trade between nations, and the seat's own supply chain."""

from __future__ import annotations

import numpy as np

from game.engine import possible
from game.engine.world import DAYS_A_MONTH, INSIDE
from game.session.origins import members
from game.session.scene import Scene
from game.session.views import ChainView, FlowView

Amounts = np.ndarray[tuple[int, ...], np.dtype[np.float64]]

_RIVALS = 0
"""Index of the rival's origin."""
_LEAST = 1.0
"""t/year under which a flow is not drawn, unless it is cut."""


def flows(scene: Scene) -> tuple[FlowView, ...]:
    """Imports of every nation by origin, good by good."""
    yearly = 12.0 * scene.state.flow_origin[..., 0]
    cut = _cut(scene)
    held_back = (cut > 0.01) & (scene.state.year_rival[..., 0] * 12.0 > _LEAST)
    # What a nation buys of its own origin has not crossed its border.
    drawn = (yearly > _LEAST) & possible.foreign(scene.world).T[..., None]
    drawn[_RIVALS] |= held_back
    return tuple(_flow(scene, index, yearly, cut) for index in np.argwhere(drawn).tolist())


def _cut(scene: Scene) -> Amounts:
    """(N, G) part of what the rival would ship that embargo and licences hold back."""
    state = scene.state
    passed: Amounts = (1.0 - state.embargo[INSIDE, ..., 0]) * state.licence[INSIDE, ..., 0]
    return 1.0 - passed


def _flow(scene: Scene, index: list[int], yearly: Amounts, cut: Amounts) -> FlowView:
    origin, importer, good = index
    names = scene.world.names
    return FlowView(
        origin=names.nations[_exporter(scene, origin, good)],
        importer=names.nations[importer],
        good=names.goods[good],
        tonnes=float(yearly[origin, importer, good]),
        cut=float(cut[importer, good]) if origin == _RIVALS else 0.0,
    )


def _exporter(scene: Scene, origin: int, good: int) -> int:
    """The largest exporter of an origin; the first of its nations while none exports."""
    nations = members(scene.world, origin)
    if origin == _RIVALS or not nations:
        return scene.world.rival
    exports = scene.state.flow_exports[nations, good, 0]
    return nations[int(exports.argmax())]


def chain(scene: Scene) -> tuple[ChainView, ...]:
    """The seat's supply chain, good by good."""
    return tuple(_link(scene, good) for good in range(len(scene.world.names.goods)))


def _link(scene: Scene, good: int) -> ChainView:
    state, place = scene.state, (scene.seat, good, 0)
    from_rival = float(state.flow_origin[(_RIVALS, *place)])
    year_use, use, unmet = (float(field[place]) for field in (state.year_use, state.flow_use, state.flow_unmet))
    wanted = float(state.handed("want", "NG")[place])
    return ChainView(
        good=scene.world.names.goods[good],
        production=12.0 * float(state.flow_production[place]),
        from_rival=12.0 * from_rival,
        from_others=12.0 * max(0.0, float(state.flow_imports[place]) - from_rival),
        recycled=12.0 * float(state.flow_recycled[place]),
        use=12.0 * use,
        industry=12.0 * use * min(1.0, _over(wanted, use + unmet)),
        exports=12.0 * float(state.flow_exports[place]),
        unmet=12.0 * unmet,
        cover_days=_over(float(state.stock[place]), year_use) * DAYS_A_MONTH,
        dependence=min(1.0, _over(float(state.year_rival[place]), year_use)),
    )


def _over(part: float, whole: float) -> float:
    return part / whole if whole > 1e-6 else 0.0
