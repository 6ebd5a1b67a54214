"""The viability gap: what public share private partners ask for before they bring the rest of the money for a project.

They look at what the project would have earned over the last year on what it costs to build. Where that is what they
want, the least share of the agency will do, for its name alone opens doors; the less it earns, the more of the money
they want to see from others, and where it would lose too much none comes at all.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.phases.economy import MILLION_A_TONNE
from game.engine.state import State
from game.engine.world import World

Array = NDArray[np.float64]


def earned(world: World, state: State, project: int) -> Array:
    """What `project` would earn a year at full output and last year's margin, as a part of what it costs, (B,)."""
    projects, sites = world.projects, world.sites
    site, capacity = int(projects.site[project]), float(projects.capacity[project])
    margin = state.held("year_margin", "S")[site] - 1.0
    fixed = float(sites.fixed_cost[site]) * (state.capacity[site] <= 0.0)
    profit = margin * state.handed("spent", "S")[site] * (capacity * MILLION_A_TONNE) - fixed
    part: Array = profit / max(float(projects.capex[project]), 1e-9)
    return part


def asked(world: World, state: State, project: int, instrument: int) -> Array:
    """The public share by `instrument` from which private partners come for `project`, (B,); infinite: at none.

    From the least share of the agency, where the project earns `return_wanted`, it rises in proportion to the greatest
    at `return_least`. Money that is worth less to partners than a stake beside theirs has to be more.
    """
    finance = world.finance
    if world.projects.refinances[project]:
        return np.zeros(state.batch)
    least, most = finance.least_public_share, finance.max_public_share
    short = (finance.return_wanted - earned(world, state, project)) / (finance.return_wanted - finance.return_least)
    share = np.maximum((least + (most - least) * np.maximum(short, 0.0)) / finance.relief[instrument], least)
    found: Array = np.where(share <= most, share, np.inf)
    return found


def least_return(world: World, instrument: int) -> float:
    """What a project has to earn a year, as a part of its cost, for partners to come for the greatest share by
    `instrument`; infinite where they come for none.
    """
    finance = world.finance
    least, most = finance.least_public_share, finance.max_public_share
    short = (most * float(finance.relief[instrument]) - least) / (most - least)
    if short < 0.0:
        return np.inf
    return finance.return_wanted - short * (finance.return_wanted - finance.return_least)
