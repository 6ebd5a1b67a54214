"""What is used and imported: rates of a year, and sums of the last month for whoever adds months up to years."""

from __future__ import annotations

import numpy as np

from game.engine.derived import derived
from game.engine.metrics.entry import Chart, Export, Recorded, Values, When
from game.engine.metrics.registry import metric, over_goods, part_of
from game.engine.seen import Seen
from game.engine.state import State
from game.engine.summation import total
from game.engine.world import Ints, World
from game.marks import N_


@metric(
    "N",
    "t/year",
    N_("Imports"),
    N_("What the nation imports of {headline}, all materials together: the mean of about the last year."),
    recorded=Recorded.SEATS,
    chart=Chart(),
    export=Export(When.END),
    sources=("trade", "sectors"),
)
def imports(world: World, state: State, nation: int) -> Values:
    return 12.0 * over_goods(state.year_imports[nation], world.goods.of_stage(world.goods.headline))


@metric(
    "N",
    "t/year",
    N_("Demand"),
    N_("What the nation's industry and plants asked for of {headline} last month, all materials, times twelve."),
    recorded=Recorded.SEATS,
    chart=Chart(),
    export=Export(When.MONTH),
    sources=(
        "sectors",
        "activity",
    ),
)
def demand(world: World, state: State, nation: int) -> Values:
    return 12.0 * over_goods(state.flow_need[nation], world.goods.of_stage(world.goods.headline))


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
    sources=("trade:collected", "goods"),
)
def recycled_share(world: World, state: State, nation: int) -> Values:
    return part_of(total(state.flow_recycled[nation], -2), over_goods(state.flow_use[nation], _won_from_scrap(world)))


@metric(
    "N",
    "t/month",
    N_("Imports of {headline}"),
    N_("What the nation imported of it last month, from all origins and of all materials together."),
)
def imported(world: World, state: State, nation: int) -> Values:
    return over_goods(state.flow_imports[nation], world.goods.of_stage(world.goods.headline))


@metric(
    "NX",
    "t/month",
    N_("Imports of {headline} from {origin}"),
    N_("What the nation imported last month from one group of exporting nations, all materials together."),
)
def imports_from(world: World, state: State, nation: int, origin: int) -> Values:
    return over_goods(state.bought_from(origin)[nation], world.goods.of_stage(world.goods.headline))


@metric(
    "N",
    "t/month",
    N_("Use of {headline}"),
    N_("What the nation's industry used up of it last month and its plants took in, all materials together."),
    seen=Seen.OWN,
    sources=(
        "sectors",
        "activity",
    ),
)
def used(world: World, state: State, nation: int) -> Values:
    return over_goods(state.flow_use[nation], world.goods.of_stage(world.goods.headline))


@metric(
    "",
    "t/month",
    N_("Use of {headline} in the world"),
    N_("What industry used up of it last month in all nations and plants took in, all materials together."),
    sources=(
        "sectors",
        "activity",
    ),
)
def world_used(world: World, state: State) -> Values:
    return total(over_goods(state.flow_use, world.goods.of_stage(world.goods.headline)), 0)


@metric(
    "",
    "t/month",
    N_("Usual demand of the world"),
    N_(
        "What industry in all nations would have used of {counted} last month at the reference prices, without saving "
        "and without disturbance."
    ),
    sources=(
        "sectors",
        "activity",
    ),
)
def usual_demand(world: World, state: State) -> Values:
    # Read after a month, the state stands at the next one.
    rules, month = world.supply.rules[0], min(max(state.month - 1, 0), world.calendar.months - 1)
    counted = np.isin(rules["sector_good"], world.goods.counted_goods)[: len(world.names.sectors)]
    use = (rules["use"] * rules["activity"][:, :, month])[: len(world.names.nations), : len(world.names.sectors)]
    return np.full(state.batch, float(use[:, counted].sum()))


@derived
def _won_from_scrap(world: World) -> Ints:
    """Goods that come out of sites that feed on scrap."""
    makes = world.supply.rules["makes"][0, : len(world.names.sites), : len(world.names.goods)]
    return np.flatnonzero(np.any(makes[world.sites.recycling] > 0.0, axis=0))


@metric(
    "",
    "t/month",
    N_("Won from scrap in the world"),
    N_("What recycling plants of all nations won from scrap last month, all materials together."),
    sources=("trade:collected", "goods"),
)
def world_recycled(world: World, state: State) -> Values:
    return total(total(state.flow_recycled, 1), 0)
