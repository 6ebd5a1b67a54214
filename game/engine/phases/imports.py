"""The import bill: what dear material costs a nation, beside the output that it loses for lack of any.

To first order an importer loses what it buys times the rise of the price (the envelope theorem; Dixit and Norman,
Theory of International Trade, 1980, chapter 4). So a nation that buys in a panic pays for it, and one that has saved
material, or lives on stocks laid in at a calm price, does not.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.month import Month
from game.engine.phases.economy import MILLION_A_TONNE
from game.engine.state import State
from game.engine.summation import total
from game.engine.world import OUTSIDE, World, wide

Array = NDArray[np.float64]


def advance(world: World, state: State, month: Month) -> None:
    """Add to each nation's loss what its imports cost above the reference price, and add the loss up."""
    dear = state.price[OUTSIDE] * MILLION_A_TONNE
    dear -= _reference(world)
    np.maximum(dear, 0.0, out=dear)
    paid = state.flow_imports * dear
    dearer = total(paid.reshape(len(paid), -1, state.batch), 1)
    month.events.terms.add("gdp_loss", "dear_imports", dearer)
    state.flow_gdp = state.flow_gdp + dearer
    state.gdp_loss += state.flow_gdp


@derived
def _reference(world: World) -> Array:
    """(M, K, 1) US$ million a tonne."""
    return wide(world.demand.reference_price[OUTSIDE] * MILLION_A_TONNE)
