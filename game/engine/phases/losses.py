"""What the month costs nations: output lost for want of goods and of export markets, and dear imports."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.imports import dear_imports
from game.engine.month import Month
from game.engine.phases.research import learned
from game.engine.state import State
from game.engine.summation import total
from game.engine.world import World, wide

Array = NDArray[np.float64]

LEADING = 0
"""The sector that pays for an alternative technology: the first of the rule set."""


def advance(world: World, state: State, month: Month) -> None:
    """Set what each sector loses and what the month costs each nation, and add that up."""
    lost, terms = state.handed("lost", "NJ") * _hanging(world), month.events.terms
    lacked = month.books.loss
    shrunk = learned(world, state, world.research.market_loss)  # by research into what replaces the leading sector
    if shrunk is not None:
        lost[:, LEADING] = np.minimum(lost[:, LEADING] + shrunk, 1.0)
        lacked = lacked + shrunk * _output(world)[:, LEADING]
    terms.add("gdp_loss", "lost_output", lacked)
    cost, gone = lacked, month.exports_lost
    if gone is not None:
        lost = lost * (1.0 - gone) + gone  # what is not made lacks nothing
        month.exports_gdp = total(gone * _output(world), 1) * world.economy.exports.value_added
        terms.add("gdp_loss", "foreign_tariff", month.exports_gdp)
        cost = cost + month.exports_gdp
    dearer = dear_imports(world, state)
    terms.add("gdp_loss", "dear_imports", dearer)
    state.flow_lost_output, state.flow_gdp = lost, cost + dearer
    state.gdp_loss += state.flow_gdp


@derived
def _output(world: World) -> Array:
    """(N, J, 1) US$ million a month that sectors make."""
    return wide(world.economy.sector_output * 1000.0 / 12.0)


@derived
def _hanging(world: World) -> Array:
    """(N, J, 1) part of a sector's output that hangs on the good that it uses."""
    hangs = wide(world.supply.rules["output"][0, : len(world.names.nations), : len(world.names.sectors)])
    return np.minimum(hangs / np.maximum(_output(world), 1e-9), 1.0)
