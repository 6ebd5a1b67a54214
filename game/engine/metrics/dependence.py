"""How much of what a nation needs comes from the rival."""

from __future__ import annotations

import numpy as np

from game.engine import possible
from game.engine.metrics.entry import Chart, Export, Recorded, Values, When
from game.engine.metrics.registry import metric, over_goods, part_of
from game.engine.seen import Seen
from game.engine.state import State
from game.engine.world import World
from game.marks import N_


@metric(
    "N",
    "share",
    N_("Imports from {rival}"),
    N_(
        "Part of the {headline} that the nation imported over about the last year, all goods together and by weight, "
        "that came from {rival}."
    ),
    good=-1,
    short=N_("From {rival}"),
    key_figure=True,
    recorded=Recorded.SEATS,
    chart=Chart(N_("Dependence on {rival}")),
    export=Export(When.END, possible.partners),
    great=0.2,
    summed_up=True,
    sources=("trade", "sectors"),
)
def import_share(world: World, state: State, nation: int) -> Values:
    goods = world.goods.of_stage(world.goods.headline)
    return part_of(over_goods(state.year_rival[nation], goods), over_goods(state.year_imports[nation], goods))


@metric(
    "NG",
    "share",
    N_("{good} from {rival}"),
    N_("Part of the nation's imports of one good over about the last year, by weight, that came from {rival}."),
    good=-1,
    sources=("trade", "sectors"),
)
def good_import_share(world: World, state: State, nation: int, good: int) -> Values:
    return part_of(state.year_rival[nation, good], state.year_imports[nation, good])


@metric(
    "NK",
    "share",
    N_("Dependence at {stage}"),
    N_(
        "Imports from {rival} of what a stage makes, over all that the nation used of it, both over about the last "
        "year: what is made at home or bought elsewhere makes it smaller."
    ),
    good=-1,
    seen=Seen.OWN,
    sources=("trade", "sites"),
)
def dependence(world: World, state: State, nation: int, stage: int) -> Values:
    goods = world.goods.of_stage(stage)
    used = over_goods(state.year_use[nation], goods)
    return np.minimum(part_of(over_goods(state.year_rival[nation], goods), used), 1.0)


@metric(
    "N",
    "share",
    N_("Dependence at the bottleneck"),
    N_(
        "How much of what the nation used over about the last year was bought from {rival}, at the stage where that is "
        "most; what counts is {counted}."
    ),
    good=-1,
    seen=Seen.OWN,
    short=N_("Bottleneck"),
    key_figure=True,
    recorded=Recorded.SEATS,
    chart=Chart(N_("Dependence on {rival}")),
    export=Export(When.END, possible.partners),
    great=0.2,
    summed_up=True,
    sources=("trade", "sites"),
)
def bottleneck(world: World, state: State, nation: int) -> Values:
    stages = [dependence(world, state, nation, stage) for stage in world.goods.counted_stages]
    greatest: Values = np.maximum.reduce(stages)
    return greatest
