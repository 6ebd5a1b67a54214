"""Who decides what leaves a customs zone."""

from __future__ import annotations

import numpy as np

from game.content.compiling.frame import Frame
from game.content.models.supply.zones import Zones
from game.engine.world import Ints

NOBODY = -1


def controllers(frame: Frame) -> Ints:
    """(Z,) nation that controls each zone; none for the world market."""
    zones = frame.manuscript.need(Zones).zones
    return np.array(
        [frame.at("nations", zones[name].controller) if name in zones else NOBODY for name in frame.names.zones],
        dtype=np.int64,
    )
