"""What the economy plays: goods, processes, sites and markets, as records of `game.economy`."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Records = NDArray[np.void]


@dataclass(frozen=True)
class Supply:
    """The rule set of the economy and the month at rest with which every match begins."""

    rules: Records
    """(1,) of the layout of `game.economy.world.World`; nations, sites and goods in the order of `Names`."""
    start: Records
    """(1,) of the layout of `game.economy.state.State`."""
