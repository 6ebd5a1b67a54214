"""Groups of nations whose exports are told together."""

from __future__ import annotations

import numpy as np

from game.engine import possible
from game.engine.world import World


def members(world: World, origin: int) -> list[int]:
    """Nations that belong to an origin, in their order."""
    nations: list[int] = np.flatnonzero(~possible.foreign(world)[:, origin]).tolist()
    return nations
