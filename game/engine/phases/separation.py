"""Separation and magnet making: plants turn the good of the stage before into the next one.

A plant takes its feed from what its host holds at the start of the month, shared among the plants of the host by
capacity, and with industry that uses the same good. What recovery loses counts as use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.engine.layout import NEGLIGIBLE, by_nation, layout
from game.engine.state import State
from game.engine.summation import total
from game.engine.world import World

if TYPE_CHECKING:
    from game.engine.step import Month


def advance(world: World, state: State, month: Month) -> None:
    """Add what plants make to `month.output`; set `month.production`, `feed_want`, `feed_drawn`, (N, M, K, B)."""
    tables = layout(world)
    _want_feed(world, month)
    share = month.feed_want + month.industry
    share += NEGLIGIBLE
    np.divide(month.feed_want, share, out=share)
    share *= state.stock
    offered = share[:, :, :-1]
    taken = np.minimum(offered, month.feed_want[:, :, :-1])
    # An owner who runs full takes all the feed there is, whatever its split.
    np.maximum(taken, offered * month.push[:, :, 1:], out=taken)
    rate = np.zeros(share.shape)
    np.divide(taken, month.nation_room[:, :, 1:], out=rate[:, :, 1:])
    made = rate[tables.host, :, tables.stage]
    made *= month.room
    made *= tables.yields
    made *= _fitting(month.capacity, made)[:, None]
    month.output += made
    made *= tables.inputs
    materials = made.shape[1]
    both = by_nation(tables, np.concatenate((month.output, made), axis=1))
    month.production = both[:, :-1, :materials].swapaxes(1, 2)
    month.feed_drawn = both[:, 1:, materials:].swapaxes(1, 2)


def _want_feed(world: World, month: Month) -> None:
    wanted = month.nation_room * month.run
    month.feed_want = np.zeros(wanted.shape)
    np.multiply(wanted[:, :, 1:], layout(world).mean_input[:, :, 1:], out=month.feed_want[:, :, :-1])


def _fitting(capacity: np.ndarray, made: np.ndarray) -> np.ndarray:
    """Factor that brings the sum over materials down to the capacity, (S, B)."""
    whole = total(made, 1)
    whole += NEGLIGIBLE
    np.divide(capacity, whole, out=whole)
    np.minimum(whole, 1.0, out=whole)
    return whole
