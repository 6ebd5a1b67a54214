"""What stands between a nation and a shortage, and the shortage."""

from __future__ import annotations

import numpy as np

from game.engine import possible
from game.engine.derived import derived
from game.engine.metrics.entry import Chart, Export, Recorded, Values, When
from game.engine.metrics.registry import field_metric, metric, over, over_goods, part_of
from game.engine.seen import Seen
from game.engine.state import State
from game.engine.world import DAYS_A_MONTH, Ints, World
from game.marks import N_

LEAST_USE = 0.1
"""t/month: of a good of which a nation uses less, no stock is looked for."""


@metric(
    "NG",
    "days",
    N_("Cover of {good}"),
    N_(
        "For how many days the good would last in the nation's firms and public stockpile if nothing more came, at the "
        "use of about the last year; as far as it is made at home, also for as long as what it is made of lasts."
    ),
    good=1,
    seen=Seen.OWN,
    export=Export(When.END, possible.needed),
    sources=("goods", "stockpiles", "sectors"),
)
def cover(world: World, state: State, nation: int, good: int) -> Values:
    return _covers(world, state, nation)[..., good, :]


def _covers(world: World, state: State, nation: int | slice) -> Values:
    """(..., G, B) days for which stocks last: of each good, and for the part made at home of what it is made of."""
    use, made = state.year_use[nation], state.year_output[nation]
    days = over(state.stock[nation] + state.reserve[nation], use) * DAYS_A_MONTH
    home = np.minimum(over(made, use), 1.0)
    for good, feeds in made_of(world):
        days[..., good, :] += home[..., good, :] * np.minimum.reduce(days.take(feeds, axis=-2), axis=-2)
    return days


@derived
def _feeds(world: World) -> tuple[tuple[int, ...], ...]:
    """By good: the counted goods of which some process makes it alone."""
    count = len(world.names.goods)
    takes, makes = (world.supply.rules[side][0, : len(world.names.sites), :count] for side in ("takes", "makes"))
    counted = world.goods.counted[world.goods.stage] & possible.traded(world)
    alone = np.count_nonzero(makes, axis=1) == 1
    return tuple(
        tuple(np.flatnonzero(np.any(takes[alone & (makes[:, good] > 0.0)] > 0.0, axis=0) & counted).tolist())
        for good in range(count)
    )


@derived
def made_of(world: World) -> tuple[tuple[int, Ints], ...]:
    """Goods with what they are made of, in an order in which each follows its feeds; what goes round has no order."""
    feeds, done, found = _feeds(world), list[int](), list[tuple[int, Ints]]()
    while len(done) < len(feeds):
        left = [good for good in range(len(feeds)) if good not in done]
        known = [good for good in left if set(feeds[good]) <= set(done)]
        found += [(good, np.array(feeds[good])) for good in known if feeds[good]]
        done += known or left
    return tuple(found)


@metric(
    "N",
    "days",
    N_("Stock cover"),
    N_(
        "For how many days the nation's stocks would last if nothing more came: {counted}, of firms and of the "
        "public stockpile, at the use of about the last year; of the good of which there is least."
    ),
    good=1,
    seen=Seen.OWN,
    key_figure=True,
    recorded=Recorded.SEATS,
    chart=Chart(N_("Stock cover")),
    export=Export(When.END),
    great=60.0,
    summed_up=True,
    sources=("goods", "stockpiles", "sectors"),
)
def stock_cover(world: World, state: State, nation: int) -> Values:
    used = state.year_use[nation] > LEAST_USE
    lasting = np.where(used, _covers(world, state, nation), np.inf).take(world.goods.counted_goods, axis=-2)
    least: Values = np.minimum.reduce(lasting, axis=-2, initial=np.inf)
    return np.where(np.isfinite(least), least, 0.0)


@metric(
    "NG",
    "days",
    N_("Stockpile of {good}"),
    N_("For how many days the public stockpile alone would meet the nation's use of the good, as it was last year."),
    good=1,
    seen=Seen.OWN,
    recorded=Recorded.SEATS,
    followed=possible.keepable,
    chart=Chart(N_("Public stockpiles")),
    export=Export(When.END, possible.stockpiled),
    sources=("stockpiles",),
)
def reserve_days(world: World, state: State, nation: int, good: int) -> Values:
    return over(state.reserve[nation, good], state.year_use[nation, good]) * DAYS_A_MONTH


@metric(
    "NG",
    "days",
    N_("Firms' stocks of {good}"),
    N_("For how many days the good in the yards of the nation's firms would last, at the use of about the last year."),
    good=1,
    seen=Seen.OWN,
    export=Export(When.END, possible.needed),
    sources=("goods",),
)
def commercial_days(world: World, state: State, nation: int, good: int) -> Values:
    return over(state.stock[nation, good], state.year_use[nation, good]) * DAYS_A_MONTH


@metric(
    "N",
    "share",
    N_("Unmet need"),
    N_("Part of the {counted} that industry and plants asked for last month, all materials, and did not get."),
    good=-1,
    seen=Seen.OWN,
    key_figure=True,
    recorded=Recorded.SEATS,
    chart=Chart(N_("Unmet need")),
    export=Export(When.MONTH),
    great=0.1,
    summed_up=True,
    sources=("sectors", "activity", "stockpiles"),
)
def shortage(world: World, state: State, nation: int) -> Values:
    goods = world.goods.counted_goods
    return part_of(over_goods(state.flow_unmet[nation], goods), over_goods(state.flow_need[nation], goods))


@metric(
    "NG",
    "share",
    N_("Unmet need of {good}, as a part"),
    N_("Part of the good that industry and plants asked for last month and did not get."),
    good=-1,
    seen=Seen.OWN,
    recorded=Recorded.SEATS,
    followed=possible.headline,
    chart=Chart(),
    export=Export(When.MONTH, possible.needed),
    sources=("sectors", "activity", "stockpiles"),
)
def good_shortage(world: World, state: State, nation: int, good: int) -> Values:
    return part_of(state.flow_unmet[nation, good], state.flow_need[nation, good])


field_metric(
    "thrift",
    N_("{good} saved in recipes"),
    N_("Part of the feed that the nation's works have learnt to do without, by research and because it was dear."),
    export=Export(When.END, possible.saved),
    sources=("goods", "research"),
)
