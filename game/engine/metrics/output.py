"""What mines and plants make, and how few nations make it."""

from __future__ import annotations

from game.engine import possible
from game.engine.metrics.entry import Chart, Export, Recorded, Values, When
from game.engine.metrics.registry import metric, part_of
from game.engine.state import State
from game.engine.summation import total
from game.engine.world import World
from game.marks import N_


@metric(
    "NK",
    "share",
    N_("Share of world {stage}: {nation}"),
    N_("Part of all that a stage made in the world over about the last year, by weight, that was made in the nation."),
    recorded=Recorded.ALL,
    chart=Chart(N_("World shares of {rival}"), of_rival=True),
    export=Export(When.END),
    sources=("sites",),
)
def output_share(world: World, state: State, nation: int, stage: int) -> Values:
    output = total(state.year_output[:, :, stage], 1)
    return part_of(output[nation], total(output, 0))


@metric(
    "K",
    "0-1",
    N_("Concentration at {stage}"),
    N_(
        "How far few nations make all that a stage makes: the squares of their shares of the last year's output, "
        "summed (Herfindahl-Hirschman index). 1 is a single maker."
    ),
    good=-1,
    recorded=Recorded.ALL,
    chart=Chart(),
    export=Export(When.END),
    summed_up=True,
    sources=("sites",),
)
def concentration(world: World, state: State, stage: int) -> Values:
    output = total(state.year_output[:, :, stage], 1)
    share = part_of(output, total(output, 0))
    return total(share * share, 0)


@metric(
    "K",
    "t/year",
    N_("World output of {stage}"),
    N_(
        "What the sites of a stage make in all nations, without what comes from scrap: the mean of about the last year."
    ),
    recorded=Recorded.ALL,
    followed=possible.first,
    chart=Chart(),
    export=Export(When.END),
    summed_up=True,
    sources=("sites",),
)
def world_output(world: World, state: State, stage: int) -> Values:
    return 12.0 * total(total(state.year_output[:, :, stage], 1), 0)


@metric(
    "NK",
    "t/month",
    N_("Made at {stage}"),
    N_("What the nation's mines or plants of a stage made last month, all materials together; scrap is not counted."),
    sources=("sites",),
)
def made(world: World, state: State, nation: int, stage: int) -> Values:
    return total(state.flow_production[nation, :, stage], -2)


@metric(
    "K",
    "t/month",
    N_("Made in the world at {stage}"),
    N_("What all mines or plants of a stage made last month, all materials together; scrap is not counted."),
    sources=("sites",),
)
def world_made(world: World, state: State, stage: int) -> Values:
    return total(total(state.flow_production[:, :, stage], 1), 0)


@metric(
    "G",
    "t/month",
    N_("{good} made in the world"),
    N_("What all mines or plants made of one good last month, all nations together; scrap is not counted."),
    sources=("sites",),
)
def world_good_made(world: World, state: State, good: int) -> Values:
    material, stage = world.goods.place(good)
    return total(state.flow_production[:, material, stage], 0)
