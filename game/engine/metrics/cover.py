"""What stands between a nation and a shortage, and the shortage."""

from __future__ import annotations

import numpy as np

from game.engine import possible
from game.engine.metrics.entry import Chart, Export, Recorded, Values, When
from game.engine.metrics.registry import metric, over, part_of
from game.engine.seen import Seen
from game.engine.state import State
from game.engine.summation import total
from game.engine.world import DAYS_A_MONTH, World
from game.marks import N_


@metric(
    "NG",
    "days",
    N_("Cover of {good}"),
    N_(
        "For how many days the good, and what is made of it at later stages, would last in the nation's firms and "
        "public stockpile if nothing more came, at the use of about the last year."
    ),
    good=1,
    seen=Seen.OWN,
    export=Export(When.END, possible.used_onward),
    sources=("stockpiles", "demand"),
)
def cover(world: World, state: State, nation: int, good: int) -> Values:
    material, stage = world.goods.place(good)
    return _cover(world, state, nation, material, world.goods.onward[stage])


def _cover(world: World, state: State, nation: int, material: int | slice, stages: tuple[int, ...]) -> Values:
    """Days for which stocks at `stages`, one behind the other, last together."""
    held = _sum(state.stock, nation, material, stages)
    if world.stockpiles.stage in stages:
        held = held + state.reserve[nation, material]
    # What becomes the good of a later stage at home is counted once, where that is used.
    used = _sum(state.year_use, nation, material, stages)
    for stage in stages[1:]:
        used = used - state.year_output[nation, material, stage]
    return over(held, used) * DAYS_A_MONTH


def _sum(values: Values, nation: int, material: int | slice, stages: tuple[int, ...]) -> Values:
    """`values` (N, M, K, B) of a nation and material, summed over `stages` in their order."""
    summed: Values = values[nation, material, stages[0]]
    for stage in stages[1:]:
        summed = summed + values[nation, material, stage]
    return summed


@metric(
    "N",
    "days",
    N_("Stock cover"),
    N_(
        "For how many days the nation's stocks would last if nothing more came: {counted}, of firms and of the "
        "public stockpile, at the use of about the last year; of the material of which there is least."
    ),
    good=1,
    seen=Seen.OWN,
    key_figure=True,
    recorded=Recorded.SEATS,
    chart=Chart(N_("Stock cover")),
    export=Export(When.END),
    great=60.0,
    summed_up=True,
    sources=("stockpiles", "demand"),
)
def stock_cover(world: World, state: State, nation: int) -> Values:
    stages = world.goods.onward[world.goods.headline]
    least: Values = np.minimum.reduce(_cover(world, state, nation, slice(None), stages), axis=-2)
    return least


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
    material, stage = world.goods.place(good)
    used = state.year_use[nation, material, stage]
    if stage != world.stockpiles.stage:
        return np.zeros_like(used)
    return over(state.reserve[nation, material], used) * DAYS_A_MONTH


@metric(
    "NG",
    "days",
    N_("Firms' stocks of {good}"),
    N_("For how many days the good in the yards of the nation's firms would last, at the use of about the last year."),
    good=1,
    seen=Seen.OWN,
    export=Export(When.END, possible.needed),
    sources=("stockpiles",),
)
def commercial_days(world: World, state: State, nation: int, good: int) -> Values:
    material, stage = world.goods.place(good)
    return over(state.stock[nation, material, stage], state.year_use[nation, material, stage]) * DAYS_A_MONTH


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
    sources=("demand", "stockpiles"),
)
def shortage(world: World, state: State, nation: int) -> Values:
    stages = world.goods.counted_stages
    unmet = total(_sum(state.flow_unmet, nation, slice(None), stages), -2)
    if not np.count_nonzero(unmet):
        return unmet
    return part_of(unmet, total(_sum(state.flow_need, nation, slice(None), stages), -2))


@metric(
    "NG",
    "share",
    N_("Unmet need: {good} and what is made of it"),
    N_(
        "Part of the good, and of what is made of its material at later stages, that industry and plants asked for "
        "last month and did not get."
    ),
    good=-1,
    seen=Seen.OWN,
    recorded=Recorded.SEATS,
    followed=possible.headline,
    chart=Chart(),
    export=Export(When.MONTH, possible.used_onward),
    sources=("demand", "stockpiles"),
)
def good_shortage(world: World, state: State, nation: int, good: int) -> Values:
    material, stage = world.goods.place(good)
    stages = world.goods.onward[stage]
    unmet = _sum(state.flow_unmet, nation, material, stages)
    return part_of(unmet, _sum(state.flow_need, nation, material, stages))


@metric(
    "NG",
    "share",
    N_("{good} saved for good"),
    N_(
        "Part of its usual need of the good that the nation's industry has learnt to do without, by substitution and "
        "by better use, since the match began; it never comes back."
    ),
    seen=Seen.OWN,
    export=Export(When.END, possible.needed),
    sources=("demand", "research"),
)
def thrift(world: World, state: State, nation: int, good: int) -> Values:
    return state.thrift[nation, world.goods.material[good]]
