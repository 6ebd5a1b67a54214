"""Trade between nations, and the seat's own supply chain."""

from __future__ import annotations

from typing import Any, NamedTuple

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
    sellers = [_exporters(scene, origin) for origin in range(len(drawn))]
    return tuple(
        FlowView(
            origin=sellers[origin][good],
            importer=scene.world.names.nations[importer],
            good=scene.world.names.goods[good],
            tonnes=float(yearly[origin, importer, good]),
            cut=float(cut[importer, good]) if origin == _RIVALS else 0.0,
        )
        for origin, importer, good in np.argwhere(drawn).tolist()
    )


def _cut(scene: Scene) -> Amounts:
    """(N, G) part of what the rival would ship that embargo and licences hold back."""
    state = scene.state
    passed: Amounts = (1.0 - state.embargo[INSIDE, ..., 0]) * state.licence[INSIDE, ..., 0]
    return 1.0 - passed


def _exporters(scene: Scene, origin: int) -> list[str]:
    """The largest exporter of each good in an origin; the first of its nations where none exports it."""
    names, nations = scene.world.names, members(scene.world, origin)
    if origin == _RIVALS or not nations:
        return [names.nations[scene.world.rival]] * len(names.goods)
    largest = scene.state.flow_exports[nations, :, 0].argmax(axis=0).tolist()
    return [names.nations[nations[place]] for place in largest]


def chain(scene: Scene) -> tuple[ChainView, ...]:
    """The seat's supply chain, good by good."""
    state = scene.state
    read = _Read(
        production=state.flow_production,
        from_rival=state.flow_origin[_RIVALS],
        imports=state.flow_imports,
        recycled=state.flow_recycled,
        use=state.flow_use,
        wanted=state.handed("want", "NG"),
        exports=state.flow_exports,
        unmet=state.flow_unmet,
        stock=state.stock,
        year_use=state.year_use,
        year_rival=state.year_rival,
    )
    rows = zip(*(field[scene.seat, :, 0].tolist() for field in read), strict=True)
    return tuple(_link(good, _Read(*row)) for good, row in zip(scene.world.names.goods, rows, strict=True))


class _Read(NamedTuple):
    """What is read of the chain: fields (N, G, B), t/month but for the stock in t; then the figures of one good."""

    production: Any
    from_rival: Any
    imports: Any
    recycled: Any
    use: Any
    wanted: Any
    exports: Any
    unmet: Any
    stock: Any
    year_use: Any
    year_rival: Any


def _link(good: str, read: _Read) -> ChainView:
    return ChainView(
        good=good,
        production=12.0 * read.production,
        from_rival=12.0 * read.from_rival,
        from_others=12.0 * max(0.0, read.imports - read.from_rival),
        recycled=12.0 * read.recycled,
        use=12.0 * read.use,
        industry=12.0 * read.use * min(1.0, _over(read.wanted, read.use + read.unmet)),
        exports=12.0 * read.exports,
        unmet=12.0 * read.unmet,
        cover_days=_over(read.stock, read.year_use) * DAYS_A_MONTH,
        dependence=min(1.0, _over(read.year_rival, read.year_use)),
    )


def _over(part: float, whole: float) -> float:
    return part / whole if whole > 1e-6 else 0.0
