"""Environmental standards, and the waste that mines and plants leave behind."""

from __future__ import annotations

import numpy as np

from game.engine.hosting import by_host
from game.engine.metrics.entry import Values
from game.engine.metrics.registry import metric
from game.engine.state import DONE, State
from game.engine.summation import total
from game.engine.world import STANDARDS, World, wide
from game.marks import N_

USUAL = STANDARDS.index("usual")


@metric(
    "N",
    "code",
    N_("Environmental standard"),
    N_("How cleanly the nation builds what it takes up from now on, counted from what is usual."),
    codes={place - USUAL: name for place, name in enumerate(STANDARDS)},
    sources=("environment",),
)
def standard(world: World, state: State, nation: int) -> Values:
    return state.standard[nation].astype(np.float64)


@metric(
    "N",
    "t/year",
    N_("Waste left at home"),
    N_("Waste that mines and plants left in the nation last month, whoever owns them, times twelve."),
    good=-1,
    sources=("environment",),
)
def pollution(world: World, state: State, nation: int) -> Values:
    return by_host(world, _waste(world, state))[nation]


@metric(
    "N",
    "t/year",
    N_("Waste caused abroad"),
    N_(
        "Waste of mines and plants in other nations last month, times twelve, as far as the nation has a right to "
        "their output or paid for them."
    ),
    good=-1,
    sources=("environment",),
)
def pollution_caused(world: World, state: State, nation: int) -> Values:
    projects, holders = world.projects, len(state.offtake)  # the seats, and after them the rival
    part = projects.capacity[:, None] / np.maximum(state.capacity[projects.site], 1.0) * state.project_part
    paid = np.zeros((len(state.capacity), holders, state.batch))
    np.add.at(paid[:, : world.seats], projects.site, (part * (state.project_phase == DONE)).swapaxes(0, 1))
    share = np.minimum(np.maximum(paid.swapaxes(0, 1), state.offtake), 1.0)
    abroad = world.sites.host != np.arange(holders)[:, None]
    caused = np.zeros((len(world.names.nations), state.batch))
    caused[:holders] = total(share * _waste(world, state) * abroad[..., None], 1)
    return caused[nation]


def _waste(world: World, state: State) -> Values:
    """What each site leaves behind at last month's rate, (S, B) t/year."""
    sites, environment = world.sites, world.environment
    rate = wide(environment.waste_rate[sites.host, sites.stage]) * environment.waste.take(state.site_standard + 1)
    left: Values = 12.0 * rate * total(state.site_output, 1)
    return left
