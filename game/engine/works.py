"""Works: all sites of a nation that make the same good. Owners plan work by work, and plants feed from one stock.

Plans and feeds are worked out for the works that there are, (G, M, B), not for every nation and good.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.layout import Index, layout
from game.engine.world import MINE, World, wide

Array = NDArray[np.float64]

MOST_TAKEN = 3.0
"""A private works takes up to so many times what it wants of one material, where that lies in its yard."""


@dataclass(frozen=True)
class Works:
    """Places are those of a good among nations, materials and stages laid out flat."""

    of_site: Index
    """(S,) works of each site."""
    product: Index
    """(G, M) place of what it makes."""
    pushes: Array
    """(G, 1, 1) 1 outside the rival: private owners plan for their full capacity."""
    plants: Index
    """(F,) the works that take something in."""
    feed: Index
    """(F, M) place of what they take in."""
    input: Array
    """(F, 1, 1) input over product, mean of the plants."""
    most: Array
    """(F, 1, 1) times what it wants of a material that a works takes in at most where there is plenty."""
    sites: Index
    """(s,) the plants ..."""
    of_plant: Index
    """... and the place of each one's works among `plants`."""
    usual: Array
    """(s, M, 1) the mix of a plant."""


@derived
def works_of(world: World) -> Works:
    """The works of `world`."""
    sites, tables = world.sites, layout(world)
    of_site = np.repeat(np.arange(len(tables.group_host)), np.diff([*tables.groups.starts, len(sites.host)]))
    plants = np.flatnonzero((sites.stage > MINE) & ~sites.recycling)
    own, of_plant = np.unique(of_site[plants], return_inverse=True)
    product = _places(world, tables.group_host, tables.group_stage)
    inputs = 1.0 / np.maximum(sites.recovery, 1e-3)
    mean = np.array([inputs[plants[of_plant == place]].mean() for place in range(len(own))])
    return Works(
        of_site=of_site,
        product=product,
        pushes=wide((tables.group_host != world.rival).astype(np.float64), 2),
        plants=own,
        feed=_places(world, tables.group_host[own], tables.group_stage[own] - 1),
        input=wide(mean, 2),
        most=wide(np.where(tables.group_host[own] == world.rival, 1.0, MOST_TAKEN), 2),
        sites=plants,
        of_plant=of_plant,
        usual=tables.mix[plants],
    )


def _places(world: World, host: Index, stage: Index) -> Index:
    _, materials, stages = layout(world).shape
    places: Index = (host[:, None] * materials + np.arange(materials)) * stages + stage[:, None]
    return places


def pick(values: Array, places: Index) -> Array:
    """The rows of `values` (N, M, K, B) at `places`: (*places, B)."""
    return values.reshape(-1, values.shape[-1]).take(places, axis=0)


def lay_out(world: World, places: Index, rows: Array) -> Array:
    """`rows` at `places` among all goods, (N, M, K, B); 0 elsewhere."""
    shape, batch = layout(world).shape, rows.shape[-1]
    goods = np.zeros((shape[0] * shape[1] * shape[2], batch))
    goods[places] = rows
    return goods.reshape(*shape, batch)
