"""What the rival weighs before it acts: whom it could hit, and what that would cost it."""

from __future__ import annotations

import numpy as np

from game.engine.metrics.cover import stock_cover
from game.engine.metrics.dependence import bottleneck
from game.engine.metrics.entry import Values
from game.engine.metrics.registry import metric, over_goods, part_of
from game.engine.seen import Seen
from game.engine.state import State
from game.engine.summation import total
from game.engine.world import DAYS_A_MONTH, OUTSIDE, World
from game.marks import N_

_YEAR = 12.0 * DAYS_A_MONTH


@metric(
    "N",
    "0-1",
    N_("Exposure to {rival}"),
    N_(
        "How hard a stop of shipments would hit the nation: its dependence at the bottleneck, divided by one plus the "
        "years for which its stocks would last."
    ),
    good=-1,
    seen=Seen.CONTROL,
    sources=("trade", "stockpiles"),
)
def exposure(world: World, state: State, nation: int) -> Values:
    depends: Values = bottleneck(world, state, nation) / (1.0 + stock_cover(world, state, nation) / _YEAR)
    return depends


@metric(
    "N",
    "0 or 1",
    N_("The weakest of all seats before {rival}"),
    N_("Whether no other seat of the match is more exposed to a stop of shipments than this nation."),
    seen=Seen.CONTROL,
    sources=("trade", "stockpiles"),
)
def weakest(world: World, state: State, nation: int) -> Values:
    most = np.maximum.reduce(exposure(world, state, slice(0, world.seats)), axis=0)
    return (exposure(world, state, nation) >= most).astype(np.float64)


@metric(
    "N",
    "share",
    N_("Part of the exports of {rival}"),
    N_(
        "What the nation bought from {rival} over about the last year, by value, as a part of all that {rival} sold "
        "abroad."
    ),
    seen=Seen.CONTROL,
    sources=("trade", "goods"),
)
def customer_share(world: World, state: State, nation: int) -> Values:
    goods = world.goods.counted_goods
    bought = over_goods(state.year_rival * state.price[OUTSIDE], goods)
    share: Values = part_of(bought[nation], total(bought, 0))
    return share
