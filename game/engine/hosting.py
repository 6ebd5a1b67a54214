"""What sites make and hold, summed over the nations that host them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.summation import Groups
from game.engine.world import Ints, World

Array = NDArray[np.float64]


def by_host(world: World, amounts: Array) -> Array:
    """(S, ..., B) summed over the sites of each nation, in their order, (N, ..., B)."""
    order, hosts, groups = _hosts(world)
    found = np.zeros((len(world.names.nations), *amounts.shape[1:]))
    found[hosts] = groups.in_order(amounts.take(order, axis=0))
    return found


@derived
def _hosts(world: World) -> tuple[Ints, Ints, Groups]:
    """Sites sorted by host, the nations that have any, and where the sites of each begin."""
    order = np.argsort(world.sites.host, kind="stable")
    hosts, starts = np.unique(world.sites.host[order], return_index=True)
    return order, hosts, Groups.of(starts, len(order))
