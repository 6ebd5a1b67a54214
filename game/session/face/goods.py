"""The goods of a rule set as the flow picture needs them: what each gives, what it holds, and whether it comes back."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.session.scene import Scene
from game.session.views import GoodView

Amounts = NDArray[np.float64]

_LEAST = 1e-3
"""t/t under which a good holds nothing of a material."""


def goods(scene: Scene) -> tuple[GoodView, ...]:
    """Every good of the rule set, in its order."""
    names, table = scene.world.names, scene.world.goods
    takes, makes = _recipes(scene)
    held, given = _contents(scene, takes, makes), _feeds(takes, makes)
    rules = scene.world.supply.rules[0]
    back = {int(scrap) for scrap in rules["returns"][: len(names.goods)] if scrap >= 0}
    return tuple(
        GoodView(
            id=good,
            name=scene.package.goods[good].name,
            stage=names.stages[table.stage[place]],
            counted=bool(table.counted[table.stage[place]]),
            comes_back=place in back,
            holds=tuple((names.materials[m], float(part)) for m, part in enumerate(held[place]) if part > _LEAST),
            feeds=tuple(names.goods[product] for product in np.flatnonzero(given[place])),
        )
        for place, good in enumerate(names.goods)
    )


def _recipes(scene: Scene) -> tuple[Amounts, Amounts]:
    """(S, G) t/t: what a tonne run at each site takes and makes."""
    rules, names = scene.world.supply.rules[0], scene.world.names
    used = (slice(len(names.sites)), slice(len(names.goods)))
    takes, makes = rules["takes"], rules["makes"]
    return takes[used], makes[used]


def _feeds(takes: Amounts, makes: Amounts) -> NDArray[np.bool_]:
    """(G, G) whether some site makes the second good out of the first."""
    feeds: NDArray[np.bool_] = (takes > 0.0).T.astype(np.int64) @ (makes > 0.0).astype(np.int64) > 0
    return feeds


def _contents(scene: Scene, takes: Amounts, makes: Amounts) -> Amounts:
    """(G, M) t of each material in a tonne of each good: of its own all; of a good without one what works win from it,
    else what they put into it with the thrift that the seat's works have learned.
    """
    table, names = scene.world.goods, scene.world.names
    held: Amounts = (table.material[:, None] == np.arange(len(names.materials))).astype(float)
    for feed, product in ((takes, makes), (makes, takes * _kept(scene))):
        nearest = _nearest(scene, feed)
        for _pass in names.stages:
            held = _filled(held, nearest, product)
    return held


def _kept(scene: Scene) -> Amounts:
    """(G,) part of each feed that recipes of the seat still take."""
    rules, places = scene.world.supply.rules[0], slice(len(scene.world.names.goods))
    learned = scene.state.held("thrift", "NG")[scene.seat, :, 0]
    left_out = scene.state.held("skimp", "ZG")[rules["zone"][scene.seat], :, 0]
    kept: Amounts = 1.0 - rules["thriftable"][places] * (1.0 - (1.0 - learned) * (1.0 - left_out))
    return kept


def _nearest(scene: Scene, feed: Amounts) -> Amounts:
    """`feed` of the seat's own sites, where it has some that take the good, else of all."""
    own = feed * (scene.world.sites.host == scene.seat)[:, None]
    nearest: Amounts = np.where(own.any(axis=0), own, feed)
    return nearest


def _filled(held: Amounts, feed: Amounts, product: Amounts) -> Amounts:
    """`held`, where it says nothing of a good filled in by recipes with it in `feed`, each by its part."""
    part = feed / np.maximum(feed.sum(axis=1, keepdims=True), 1e-12)
    won: Amounts = part.T @ (product @ held) / np.maximum(feed.sum(axis=0), 1e-12)[:, None]
    filled: Amounts = np.where(held.any(axis=1, keepdims=True), held, won)
    return filled
