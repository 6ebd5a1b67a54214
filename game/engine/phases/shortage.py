"""Shortage: what industry lacks costs output, by how much each sector depends on the good."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.layout import NEGLIGIBLE
from game.engine.state import State
from game.engine.summation import total
from game.engine.world import World, wide

if TYPE_CHECKING:
    from game.engine.step import Month

Array = NDArray[np.float64]

FELT = 0.02
"""Part of the need that must be unmet before a shortage is news."""

LEADING = 0
"""The sector that pays for an alternative technology: the first of the rule set."""


def advance(world: World, state: State, month: Month) -> None:
    """Set the output that each sector loses and what that costs, and add it up."""
    share = month.unmet / (month.industry + NEGLIGIBLE)
    lost = np.zeros(state.flow_lost_output.shape)
    lacking = share.any()
    if month.events.watched and (lacking or month.last_unmet.any()):
        _tell(world, state, month, share)
    if lacking:
        nations, materials, stages, batch = share.shape
        flat = share.reshape(nations, 1, materials * stages, batch)
        lost += total(flat * _criticality(world), 2)
    if world.research.market_loss.any():
        gained = state.readiness - wide(world.research.readiness)
        lost[:, LEADING] += total(gained * wide(world.research.market_loss), 1)
    np.minimum(lost, 1.0, out=lost)
    state.flow_lost_output = lost
    state.flow_gdp = total(lost * _output(world), 1)
    state.gdp_loss += state.flow_gdp


@derived
def _criticality(world: World) -> Array:
    """(N, J, M * K, 1) output lost for each unit of need unmet, where the sector of the nation uses the good."""
    uses = world.demand.sector_share > 0.0
    loss = world.economy.criticality * uses
    return wide(loss.reshape(*loss.shape[:2], -1))


@derived
def _output(world: World) -> Array:
    """(N, J, 1) US$ million a month."""
    return wide(world.economy.sector_output * 1000.0 / 12.0)


def _tell(world: World, state: State, month: Month, share: Array) -> None:
    """Record where a seat's shortage begins and ends."""
    now = share.max(axis=2) > FELT
    before = (month.last_unmet > FELT * month.last_need + NEGLIGIBLE).any(axis=2)
    for kind, where in (("shortage", now & ~before), ("shortage_over", before & ~now)):
        for seat, material in np.argwhere(where[: world.seats].any(axis=-1)).tolist():
            amount = share[seat, material].max(axis=0)
            month.events.add(kind, state.month, where[seat, material], actor=seat, item=material, amount=amount)
