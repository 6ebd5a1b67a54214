"""What the economy plays: goods, processes, sites and markets, as records of `game.economy`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import numpy as np
from numpy.typing import NDArray

from game.engine.seen import Seen

Records = NDArray[np.void]


@dataclass(frozen=True)
class Supply:
    """The rule set of the economy and the month at rest with which every match begins."""

    rules: Annotated[Records, Seen.COMING]
    """(1,) of the layout of `game.economy.world.World`; nations, sites and goods in the order of `Names`. What it says
    month by month (activity, costs, capacity that opens, ceilings) is known for the months that have come."""
    start: Records
    """(1,) of the layout of `game.economy.state.State`."""
