"""The import bill: what dear material costs a nation, beside the output that it loses for lack of any.

To first order an importer loses what it buys times the rise of the price (the envelope theorem; Dixit and Norman,
Theory of International Trade, 1980, chapter 4). So a nation that buys in a panic pays for it, and one that has saved
material, or lives on stocks laid in at a calm price, does not.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.economy.small import KILO
from game.engine.derived import derived
from game.engine.state import State
from game.engine.summation import total
from game.engine.world import OUTSIDE, World, wide

Array = NDArray[np.float64]


def dear_imports(world: World, state: State) -> Array:
    """(N, B) US$ million that the imports of the month cost above what they cost at the start."""
    dear = np.maximum(state.price[OUTSIDE] - opening_prices(world), 0.0) * KILO
    return total(state.flow_imports * dear, 1)


@derived
def opening_prices(world: World) -> Array:
    """(G, 1) US$/kg on the world market at the start."""
    return wide(world.supply.start["price"][0, OUTSIDE, : len(world.names.goods)])
