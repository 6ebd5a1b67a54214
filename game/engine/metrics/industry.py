"""What industry makes, loses and sells abroad."""

from __future__ import annotations

import numpy as np

from game.engine import bonds, possible
from game.engine.lanes import lanes
from game.engine.metrics.entry import Export, Values, When
from game.engine.metrics.registry import metric
from game.engine.state import State
from game.engine.summation import total
from game.engine.world import World, wide
from game.marks import N_


@metric(
    "NJ",
    "factor",
    N_("Activity of {sector}"),
    N_(
        "How busy the scenario has the sector be in the month that has ended, over its usual output: orders in hand, "
        "whether or not it gets the goods for them."
    ),
    export=Export(When.MONTH, possible.sectors),
    sources=(
        "sectors",
        "activity",
    ),
)
def activity(world: World, state: State, nation: int, sector: int) -> Values:
    # Read after a month, the state stands at the next one.
    index = world.supply.rules["activity"][0, : len(world.names.nations), :, max(state.month - 1, 0)][nation, sector]
    return index[..., None] * np.ones(state.batch)


@metric(
    "NJ",
    "share",
    N_("Output lost by {sector}"),
    N_("Part of what the sector would have made last month that it did not, for want of goods or of buyers abroad."),
    good=-1,
    export=Export(When.MONTH, possible.sectors),
    sources=("economy", "sectors", "activity"),
)
def lost_output(world: World, state: State, nation: int, sector: int) -> Values:
    return state.flow_lost_output[nation, sector]


@metric(
    "NJ",
    "factor",
    N_("Output of {sector}"),
    N_("What the sector made last month, over its usual output: its activity, less what it lost."),
    good=1,
    export=Export(When.MONTH, possible.sectors),
    sources=("economy", "sectors", "activity"),
)
def industry_output(world: World, state: State, nation: int, sector: int) -> Values:
    return activity(world, state, nation, sector) * (1.0 - state.flow_lost_output[nation, sector])


@metric(
    "N",
    "jobs",
    N_("Jobs lost"),
    N_("Jobs in all sectors for which the output lost last month leaves no work."),
    good=-1,
    export=Export(When.MONTH),
    sources=("economy:jobs", "economy:exports"),
)
def jobs_lost(world: World, state: State, nation: int) -> Values:
    jobs = np.broadcast_to(world.economy.jobs, world.economy.sector_output.shape) * world.economy.sector_output
    return total(state.flow_lost_output[nation] * wide(jobs[nation]), -2)


@metric(
    "NJ",
    "ratio",
    N_("Exports of {sector}"),
    N_("What the sector sells abroad now, all buyers together, over what it would sell without foreign tariffs."),
    good=1,
    export=Export(When.MONTH, possible.exporting),
    sources=("economy:exports",),
)
def sector_exports(world: World, state: State, nation: int, sector: int) -> Values:
    parts = wide(lanes(world).part[nation, sector])
    if not parts.size:
        return np.ones((*parts.shape[:-2], state.batch))
    return 1.0 - total(parts * (1.0 - state.export_index), -2)


@metric(
    "NJN",
    "ratio",
    N_("Exports of {sector} to {partner}"),
    N_("What the sector sells to one buyer now, over what it would sell there without the buyer's tariff."),
    good=1,
    export=Export(When.MONTH, possible.sold_to),
    sources=("economy:exports",),
)
def exports_to(world: World, state: State, nation: int, sector: int, buyer: int) -> Values:
    return _on_lane(world, state.export_index, 1.0, nation, sector, buyer)


@metric(
    "NJN",
    "rate",
    N_("Tariff of {partner} on {sector}"),
    N_(
        "What a buyer charges beyond its usual tariff on what the sector sells there, less what agreements in force "
        "between the two settle."
    ),
    good=-1,
    export=Export(When.END, possible.sold_to),
    sources=("incidents",),
)
def export_tariff(world: World, state: State, nation: int, sector: int, buyer: int) -> Values:
    return _on_lane(world, bonds.charged(world, state), 0.0, nation, sector, buyer)


def _on_lane(world: World, values: Values, none: float, nation: int, sector: int, buyer: int) -> Values:
    """The value (B,) of a field of the lanes on one of them; `none` where there is no such lane."""
    beside = np.concatenate([values, np.full((1, values.shape[-1]), none)])
    lane: Values = beside[lanes(world).place[nation, sector, buyer]]
    return lane
