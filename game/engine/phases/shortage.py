"""Shortage: what industry lacks costs output, by how much each sector depends on the good."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.layout import NEGLIGIBLE
from game.engine.state import State
from game.engine.summation import total, weigh_columns
from game.engine.world import World, wide

if TYPE_CHECKING:
    from game.engine.step import Month

Array = NDArray[np.float64]
Index = NDArray[np.intp]

FELT = 0.02
"""Part of the need that must be unmet before a shortage is news."""

LEADING = 0
"""The sector that pays for an alternative technology: the first of the rule set."""


def advance(world: World, state: State, month: Month) -> None:
    """Set the output that each sector loses and what that costs, and add it up."""
    lacking = np.count_nonzero(month.unmet) > 0
    share = month.unmet / (month.industry + NEGLIGIBLE) if lacking else month.unmet
    if month.events.watched and (lacking or np.count_nonzero(month.last_unmet)):
        _tell(world, state, month, share)
    lost = _lost(world, share) if lacking else np.zeros(state.flow_lost_output.shape)
    lines, loss, start = _market_loss(world)
    if len(lines):
        gained = state.readiness[:, lines] - start
        gained *= loss
        lost[:, LEADING] += total(gained, 1)
    np.minimum(lost, 1.0, out=lost)
    state.flow_lost_output = lost
    state.flow_gdp = total(lost * _output(world), 1)
    state.gdp_loss += state.flow_gdp


def _lost(world: World, share: Array) -> Array:
    """Output that sectors lose for what is unmet, (N, J, B)."""
    goods, criticality = _criticality(world)
    by_good = share.reshape(len(share), -1, share.shape[-1]).swapaxes(0, 1).take(goods, axis=0)
    return weigh_columns(criticality, by_good[:, :, None])


@derived
def _criticality(world: World) -> tuple[Index, Array]:
    """Goods that some sector cannot do without, and (goods, N, J, 1) output lost for each unit of need unmet."""
    uses = world.demand.sector_share > 0.0
    loss = world.economy.criticality * uses
    by_good = np.moveaxis(loss.reshape(*loss.shape[:2], -1), -1, 0)
    goods = np.flatnonzero(by_good.any(axis=(1, 2)))
    return goods, wide(by_good[goods].copy())


@derived
def _market_loss(world: World) -> tuple[Index, Array, Array]:
    """Research lines that cost market share, what a level costs (L, 1), and the level at the start (N, L, 1)."""
    loss = world.research.market_loss
    lines = np.flatnonzero(loss)
    return lines, wide(loss[lines]), wide(world.research.readiness[:, lines])


@derived
def _output(world: World) -> Array:
    """(N, J, 1) US$ million a month."""
    return wide(world.economy.sector_output * 1000.0 / 12.0)


def _tell(world: World, state: State, month: Month, share: Array) -> None:
    """Record where a seat's shortage begins and ends."""
    seats = slice(0, world.seats)
    now = np.logical_or.reduce(share[seats] > FELT, axis=2)
    before = np.logical_or.reduce(month.last_unmet[seats] > FELT * month.last_need[seats] + NEGLIGIBLE, axis=2)
    if not np.count_nonzero(now != before):
        return
    for kind, where in (("shortage", now & ~before), ("shortage_over", before & ~now)):
        for seat, material in np.argwhere(where.any(axis=-1)).tolist():
            amount = share[seat, material].max(axis=0)
            month.events.add(kind, state.month, where[seat, material], actor=seat, item=material, amount=amount)
