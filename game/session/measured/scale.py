"""From the unit in which the state keeps a figure to the unit of the metric of that name."""

from __future__ import annotations

from game.engine.world import World
from game.session.keys import Key


def scale_of(world: World, key: Key) -> float:
    """What 1 in the field of the state is in the metric `key` that is called like it."""
    if key[0] == "gdp_loss":  # per cent of a year's GDP, kept in US$ million
        return 1.0 / (10.0 * float(world.economy.gdp[world.names.index("nations", key[1])]))
    return 1.0
