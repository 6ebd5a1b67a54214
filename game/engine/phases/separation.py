"""Separation and magnet making: plants turn the good of the stage before into the next one.

A plant takes its feed from what its host holds at the start of the month, shared among the plants of the host by
capacity, and with industry that uses the same good. What recovery loses counts as use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.engine.layout import NEGLIGIBLE, layout
from game.engine.state import State
from game.engine.summation import total
from game.engine.works import lay_out, pick, works_of
from game.engine.world import World

if TYPE_CHECKING:
    from game.engine.step import Month

Array = NDArray[np.float64]


def advance(world: World, state: State, month: Month) -> None:
    """Add what plants make to `month.output`; set `month.production`, `feed_want`, `feed_drawn`, (N, M, K, B)."""
    works, tables = works_of(world), layout(world)
    taken = _take_in(world, state, month)
    taken /= month.room.take(works.plants, axis=0)
    capacity = month.capacity.take(works.sites, axis=0)
    drawn = taken.take(works.of_plant, axis=0)
    drawn *= capacity[:, None] * works.usual
    made = drawn * works.yields
    fitting = _fitting(capacity, made)[:, None]
    made *= fitting
    drawn *= fitting
    month.output[works.sites] = made
    month.production = lay_out(world, works.product, tables.groups.sums(month.output))
    month.feed_drawn = lay_out(world, works.feed, works.groups.sums(drawn))


def _take_in(world: World, state: State, month: Month) -> Array:
    """What the works take of their host's stock, in its own split, (F, M, B); sets `month.feed_want`."""
    works = works_of(world)
    want = month.room.take(works.plants, axis=0)
    want *= month.run.take(works.plants, axis=0)
    want *= works.input
    month.feed_want = lay_out(world, works.feed, want)
    offered = pick(month.industry, works.feed)
    offered += want
    offered += NEGLIGIBLE
    np.divide(want, offered, out=offered)
    offered *= pick(state.stock, works.feed)
    taken = np.minimum(offered, want)
    # An owner who runs full takes all the feed there is, whatever its split.
    offered *= month.push.take(works.plants, axis=0)
    return np.maximum(taken, offered, out=taken)


def _fitting(capacity: Array, made: Array) -> Array:
    """Factor that brings the sum over materials down to the capacity, (s, B)."""
    whole = total(made, 1)
    whole += NEGLIGIBLE
    np.divide(capacity, whole, out=whole)
    return np.minimum(whole, 1.0, out=whole)
