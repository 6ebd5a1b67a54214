"""Where the exports of industry lie in the arrays: what phases and metrics need to know of them, computed once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.summation import Groups
from game.engine.world import World, wide

Array = NDArray[np.float64]
Index = NDArray[np.intp]


@dataclass(frozen=True)
class Lanes:
    """Index tables of the lanes of `world.economy.exports`."""

    place: Index
    """(N, J, N) lane from a nation's sector to a buyer; -1 where there is none."""
    part: Array
    """(N, J, E) part of the sector's exports that goes over each lane; sums to 1 where the sector has any."""
    share: Array
    """(E, 1) part of the sector's output."""
    groups: Groups
    """Lanes of one seller and sector lie together ..."""
    seller: Index
    sector: Index
    """... the nation and the sector of each group."""


@derived
def lanes(world: World) -> Lanes:
    """The lanes of `world`.

    Raises:
        ValueError: when they are not sorted by seller, then sector.
    """
    exports, names = world.economy.exports, world.names
    count, nations, sectors = len(exports.seller), len(names.nations), len(names.sectors)
    key = exports.seller * sectors + exports.sector
    if np.any(np.diff(key) < 0):
        raise ValueError("lanes must be sorted by seller, then sector")
    place = np.full((nations, sectors, nations), -1, dtype=np.intp)
    place[exports.seller, exports.sector, exports.buyer] = np.arange(count)
    part = np.zeros((nations, sectors, count))
    part[exports.seller, exports.sector, np.arange(count)] = exports.share
    part /= np.maximum(part.sum(axis=2, keepdims=True), 1e-12)
    starts = np.flatnonzero(np.diff(key, prepend=-1))
    groups = Groups.of(starts, count)
    return Lanes(place, part, wide(exports.share), groups, exports.seller[starts], exports.sector[starts])
