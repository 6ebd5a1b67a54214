"""Separation and magnet making: plants turn the good of the stage before into the next one.

A plant takes its feed from what its host holds at the start of the month, shared among the plants of the host by
capacity, and with industry that uses the same good. What recovery loses counts as use.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.layout import NEGLIGIBLE, layout
from game.engine.month import Month
from game.engine.state import State
from game.engine.summation import total
from game.engine.works import lay_out, pick, works_of
from game.engine.world import World

Array = NDArray[np.float64]


def advance(world: World, state: State, month: Month) -> None:
    """Add what plants make to `month.output`; set `month.production`, `feed_want`, `feed_drawn`, (N, M, K, B)."""
    works, tables = works_of(world), layout(world)
    made = _take_in(world, state, month).take(works.of_plant, axis=0)
    made *= works.usual
    made *= _fitting(month.capacity.take(works.sites, axis=0), made)[:, None]
    month.output[works.sites] = made
    product = tables.groups.sums(month.output)
    month.production = lay_out(world, works.product, product)
    month.feed_drawn = lay_out(world, works.feed, product.take(works.plants, axis=0) * works.input)


def _take_in(world: World, state: State, month: Month) -> Array:
    """What the works could make of the feed that they take, over their room, (F, M, B); sets `month.feed_want`."""
    works = works_of(world)
    run = month.run.take(works.plants, axis=0)
    want = run * works.input
    want *= month.room.take(works.plants, axis=0)
    month.feed_want = lay_out(world, works.feed, want)
    want += pick(month.industry, works.feed)
    want += NEGLIGIBLE
    found = np.divide(pick(state.stock, works.feed), want, out=want)
    # A plant of the rival takes what it needs; private owners take more where there is more, whatever the split.
    np.minimum(found, works.most, out=found)
    run *= found
    return run


def _fitting(capacity: Array, made: Array) -> Array:
    """The capacity; where the sum over materials would be more than all of it, what brings that down, (s, B)."""
    whole = total(made, 1)
    np.maximum(whole, 1.0, out=whole)
    return np.divide(capacity, whole, out=whole)
