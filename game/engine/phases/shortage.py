"""Shortage: what industry lacks costs output, by how much each sector depends on the good; so do exports lost."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.layout import NEGLIGIBLE
from game.engine.month import Month
from game.engine.state import State
from game.engine.summation import total, weigh_columns
from game.engine.world import World, wide

Array = NDArray[np.float64]
Index = NDArray[np.intp]

FELT = 0.02
"""Part of the need that must be unmet before a shortage is news."""

LEADING = 0
"""The sector that pays for an alternative technology: the first of the rule set."""


def advance(world: World, state: State, month: Month) -> None:
    """Set the output that each sector loses and what that costs."""
    lacking = np.count_nonzero(month.unmet) > 0
    share = month.unmet / (month.industry + NEGLIGIBLE) if lacking else month.unmet
    if month.events.watched and (lacking or np.count_nonzero(month.last_unmet)):
        _tell(world, state, month, share)
    lost = weigh_columns(_criticality(world), _burdens(world, state, share)[:, :, None])
    np.minimum(lost, 1.0, out=lost)
    gone = month.exports_lost
    if gone is not None:
        lost *= 1.0 - gone  # what is not made lacks nothing
    state.flow_lost_output = lost
    state.flow_gdp = lacked = total(lost * _output(world), 1)
    month.events.terms.add("gdp_loss", "lost_output", lacked)
    if gone is not None:
        lost += gone
        month.exports_gdp = total(gone * _output(world), 1)
        month.exports_gdp *= world.economy.exports.value_added
        month.events.terms.add("gdp_loss", "foreign_tariff", month.exports_gdp)
        state.flow_gdp = lacked + month.exports_gdp


def _burdens(world: World, state: State, share: Array) -> Array:
    """What costs output: parts of the need unmet by good, then levels gained of lines that cost a market, (G, N, B)."""
    goods, lines, start = _counted(world)
    burdens = np.empty_like(share, shape=(len(goods) + len(lines), len(share), share.shape[-1]))
    burdens[: len(goods)] = share.reshape(len(share), -1, share.shape[-1]).swapaxes(0, 1).take(goods, axis=0)
    if len(lines):
        np.subtract(state.readiness.swapaxes(0, 1).take(lines, axis=0), start, out=burdens[len(goods) :])
    return burdens


@derived
def _losses(world: World) -> Array:
    """(M * K, N, J) output that a sector loses for each unit of the need of a good unmet."""
    loss = world.economy.criticality * (world.demand.sector_share > 0.0)
    return np.moveaxis(loss.reshape(*loss.shape[:2], -1), -1, 0)


@derived
def _counted(world: World) -> tuple[Index, Index, Array]:
    """Goods that some sector cannot do without, research lines that cost market share, and their level at the start,
    (L, N, 1).
    """
    lines = np.flatnonzero(world.research.market_loss)
    return np.flatnonzero(_losses(world).any(axis=(1, 2))), lines, wide(world.research.readiness.T[lines])


@derived
def _criticality(world: World) -> Array:
    """(G, N, J, 1) output lost for each unit of what `_burdens` lists."""
    goods, lines, _ = _counted(world)
    by_good = _losses(world)[goods]
    by_line = np.zeros((len(lines), *by_good.shape[1:]))
    by_line[:, :, LEADING] = world.research.market_loss[lines, None]
    return wide(np.concatenate([by_good, by_line]))


@derived
def _output(world: World) -> Array:
    """(N, J, 1) US$ million a month."""
    return wide(world.economy.sector_output * 1000.0 / 12.0)


def _tell(world: World, state: State, month: Month, share: Array) -> None:
    """Record where a seat's shortage of a material begins and ends, by the good of which most is lacking."""
    seats = slice(0, world.seats)
    felt = np.empty((2, *share[seats].shape), dtype=bool)
    np.greater(share[seats], FELT, out=felt[0])
    np.greater(month.last_unmet[seats], FELT * month.last_need[seats], out=felt[1])
    now, before = np.logical_or.reduce(felt, axis=3)
    if not np.count_nonzero(now != before):
        return
    was = month.last_unmet[seats] / (month.last_need[seats] + NEGLIGIBLE)
    for kind, where, lack in (("shortage", now & ~before, share), ("shortage_over", before & ~now, was)):
        for seat, material in np.argwhere(where.any(axis=-1)).tolist():
            amount, worst = share[seat, material].max(axis=0), lack[seat, material].argmax(axis=0)
            for stage in np.unique(worst[where[seat, material]]).tolist():
                here, good = where[seat, material] & (worst == stage), world.goods.at(material, stage)
                month.events.add(kind, state.month, here, actor=seat, item=good, amount=amount)
