"""What is used and imported: rates of a year, and sums of the last month for whoever adds months up to years."""

from __future__ import annotations

import numpy as np

from game.engine.metrics.entry import Chart, Export, Recorded, Values, When
from game.engine.metrics.registry import metric, part_of
from game.engine.seen import Seen
from game.engine.state import State
from game.engine.summation import total
from game.engine.world import World
from game.marks import N_


@metric(
    "N",
    "t/year",
    N_("Imports"),
    N_("What the nation imports of {headline}, all materials together: the mean of about the last year."),
    recorded=Recorded.SEATS,
    chart=Chart(),
    export=Export(When.END),
    sources=("demand", "market"),
)
def imports(world: World, state: State, nation: int) -> Values:
    return 12.0 * total(state.year_imports[nation, :, world.goods.headline], -2)


@metric(
    "N",
    "t/year",
    N_("Demand"),
    N_("What the nation's industry and plants asked for of {headline} last month, all materials, times twelve."),
    recorded=Recorded.SEATS,
    chart=Chart(),
    export=Export(When.MONTH),
    sources=("demand",),
)
def demand(world: World, state: State, nation: int) -> Values:
    return 12.0 * total(state.flow_need[nation, :, world.goods.headline], -2)


@metric(
    "N",
    "share",
    N_("Use met from scrap"),
    N_("What was won from scrap in the nation last month, over all that was used there of the same goods."),
    good=1,
    seen=Seen.OWN,
    recorded=Recorded.SEATS,
    chart=Chart(),
    export=Export(When.MONTH),
    sources=("recycling",),
)
def recycled_share(world: World, state: State, nation: int) -> Values:
    return part_of(total(state.flow_recycled[nation], -2), total(state.flow_use[nation, :, world.goods.scrap], -2))


@metric(
    "N",
    "t/month",
    N_("Imports of {headline}"),
    N_("What the nation imported of it last month, from all origins and of all materials together."),
)
def imported(world: World, state: State, nation: int) -> Values:
    return total(state.flow_imports[nation, :, world.goods.headline], -2)


@metric(
    "NX",
    "t/month",
    N_("Imports of {headline} from {origin}"),
    N_("What the nation imported last month from one group of exporting nations, all materials together."),
)
def imports_from(world: World, state: State, nation: int, origin: int) -> Values:
    return total(state.flow_origin[origin, nation, :, world.goods.headline], -2)


@metric(
    "N",
    "t/month",
    N_("Use of {headline}"),
    N_("What the nation's industry used up of it last month and its plants took in, all materials together."),
    seen=Seen.OWN,
    sources=("demand",),
)
def used(world: World, state: State, nation: int) -> Values:
    return total(state.flow_use[nation, :, world.goods.headline], -2)


@metric(
    "",
    "t/month",
    N_("Use of {headline} in the world"),
    N_("What industry used up of it last month in all nations and plants took in, all materials together."),
    sources=("demand",),
)
def world_used(world: World, state: State) -> Values:
    return total(total(state.flow_use[:, :, world.goods.headline], 1), 0)


@metric(
    "",
    "t/month",
    N_("Usual demand of the world"),
    N_(
        "What industry in all nations would have used of {counted} last month at the reference prices, without saving "
        "and without disturbance."
    ),
    sources=("demand",),
)
def usual_demand(world: World, state: State) -> Values:
    # Read after a month, the state stands at the next one.
    base = world.demand.base[min(max(state.month - 1, 0), world.calendar.months - 1)]
    return np.full(state.batch, float(base[:, :, world.goods.counted].sum()))


@metric(
    "",
    "t/month",
    N_("Won from scrap in the world"),
    N_("What recycling plants of all nations won from scrap last month, all materials together."),
    sources=("recycling",),
)
def world_recycled(world: World, state: State) -> Values:
    return total(total(state.flow_recycled, 1), 0)
