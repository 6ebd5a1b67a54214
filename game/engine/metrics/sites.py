"""Mines and plants."""

from __future__ import annotations

import numpy as np

from game.engine import possible
from game.engine.derived import derived
from game.engine.metrics.entry import Export, Recorded, Values, When
from game.engine.metrics.registry import field_metric, metric, over
from game.engine.state import BANKRUPT, CARE, OPERATING, State
from game.engine.summation import total
from game.engine.world import OUTSIDE, World
from game.marks import N_

SITE_STATUS = {0: "not built", OPERATING: "operating", CARE: "care and maintenance", BANKRUPT: "bankrupt"}


@metric(
    "S",
    "t/year",
    N_("Output of {site}"),
    N_("What the mine or plant made last month, all materials together, times twelve."),
    sources=("sites",),
)
def site_output(world: World, state: State, site: int) -> Values:
    return 12.0 * total(state.site_output[site], 0)


@metric(
    "SG",
    "t/month",
    N_("{good} made at {site}"),
    N_("What the mine or plant made of one good last month."),
    export=Export(When.MONTH, possible.goods_of_site),
    sources=("sites",),
)
def site_made(world: World, state: State, site: int, good: int) -> Values:
    return state.site_output[site, good]


@metric(
    "NS",
    "share",
    N_("Output of {site} promised"),
    N_("Part of what the mine or plant makes that it owes to the nation first, for a stake, a loan or a contract."),
    export=Export(When.END, possible.promised),
    sources=("sites", "finance"),
)
def promised(world: World, state: State, nation: int, site: int) -> Values:
    held = np.zeros((len(world.names.nations), state.batch))
    held[: len(state.offtake)] = state.offtake[:, site]
    return held[nation]


@metric(
    "N",
    "share",
    N_("Supply under contract"),
    N_(
        "What mines and plants outside {rival} owe to the nation first, for a stake, a loan or a contract, and what "
        "mines and recyclers on its own soil make that is promised to nobody else, as part of all that it uses, by "
        "value at the prices outside. A plant at home that lives on what comes from abroad counts by contract alone."
    ),
    good=1,
    recorded=Recorded.SEATS,
    export=Export(When.MONTH),
    sources=("sites", "finance"),
)
def contracted(world: World, state: State, nation: int) -> Values:
    held = np.zeros((len(world.names.nations), *state.offtake.shape[1:]))
    held[: len(state.offtake)] = state.offtake
    own = np.flatnonzero(world.sites.digs | world.sites.recycling)
    held[world.sites.host[own], own] += np.maximum(1.0 - total(state.offtake[:, own], 0), 0.0)
    price = state.price[OUTSIDE]
    made = total(state.site_output * price, 1) * _free(world)
    return over(total(held[nation] * made, -2), total(state.year_use[nation] * price, -2))


@derived
def _free(world: World) -> Values:
    """(S, 1) 1 for sites that the rival does not control."""
    return (world.sites.host != world.rival).astype(np.float64)[:, None]


field_metric(
    "capacity",
    N_("Capacity of {site}"),
    N_("What the mine or plant could make in a year if it ran full: 0 until it is built."),
    export=Export(When.END),
    sources=("sites",),
)
field_metric(
    "site_status",
    N_("State of {site}"),
    N_("Whether the mine or plant is built, runs, or stands still because its cash is gone."),
    codes=SITE_STATUS,
    export=Export(When.END),
    sources=("sites",),
)


@metric(
    "S",
    "0 or 1",
    N_("{site} operates"),
    N_("Whether the mine or plant runs at the end of the month, at whatever part of its capacity."),
    sources=("sites",),
)
def operating(world: World, state: State, site: int) -> Values:
    return (state.site_status[site] == OPERATING).astype(np.float64)


@metric(
    "S",
    "0 or 1",
    N_("{site} stands still"),
    N_("Whether a mine or plant that was built has stopped because its cash is gone, for a time or for good."),
    sources=("sites",),
)
def closed(world: World, state: State, site: int) -> Values:
    return (state.site_status[site] >= CARE).astype(np.float64)


@metric(
    "S",
    "US$ million",
    N_("Cash of {site}"),
    N_("Money left to the company that runs the mine or plant, as its accounts show it at the end of the month."),
    export=Export(When.END),
    sources=("sites",),
)
def site_cash(world: World, state: State, site: int) -> Values:
    return state.site_cash[site]
