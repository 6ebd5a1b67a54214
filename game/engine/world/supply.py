"""What the economy plays: goods, processes, sites and markets, as records of `game.economy`."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.world.arrays import Ints

Records = NDArray[np.void]


@dataclass(frozen=True)
class Supply:
    """The rule set of the economy and the month at rest with which every match begins."""

    rules: Records
    """(1,) of the layout of `game.economy.world.World`; nations, sites and goods in the order of `Names`."""
    start: Records
    """(1,) of the layout of `game.economy.state.State`."""
    stage: Ints
    """(G,) stage of each good, a place among `Names.stages`."""
    material: Ints
    """(G,) material of each good, a place among `Names.materials`; -1 where it is of none, as an ore is."""
    stockpiled: NDArray[np.bool_]
    """(G,) goods that public stockpiles may hold."""
    site_stage: Ints
    """(S,) stage of what a site mainly makes."""
