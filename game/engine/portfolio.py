"""What a seat holds in mines and plants: what there is, what it brings and what it is worth.

What a buyer pays for a stake is the lesser of two: what the site's cash and last year's margin are worth to somebody
who wants the return that private partners want, and what it would cost to build the same again; less the costs of the
sale. So no sale brings more than was paid in.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.state import DONE, IDLE, OPERATING, State
from game.engine.world import INSTRUMENTS, World

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

_EQUITY = INSTRUMENTS.index("equity")
CARRIES = np.isin(INSTRUMENTS, ("equity", "loan", "guarantee"))
"""Has money at stake in the site's debts, and carries it through losses."""
_MILLION_A_TONNE = 1e-3
"""US$ million for a tonne at 1 US$/kg."""
CRUMB = 1e-6
"""Shares and US$ million: less is nothing."""


def projects_at(world: World, site: int) -> tuple[int, ...]:
    """Projects of the catalogue at `site`."""
    return _by_site(world).get(site, ())


@derived
def _by_site(world: World) -> Mapping[int, tuple[int, ...]]:
    found: dict[int, tuple[int, ...]] = {}
    for project, site in enumerate(world.projects.site.tolist()):
        found[site] = (*found.get(site, ()), project)
    return found


def under_way(world: World, state: State, seat: int, site: int) -> Mask:
    """Where `seat` finances something at `site` that is not completed, (B,)."""
    found = np.zeros(state.batch, dtype=bool)
    for project in projects_at(world, site):
        phase = state.project_phase[project]
        found |= (state.project_part[seat, project] > 0.0) & (phase > IDLE) & (phase < DONE)
    return found


def holds(world: World, state: State, seat: int, site: int) -> Mask:
    """Where `seat` has anything in `site`: a stake, a part of its losses or of its output, or what is being built."""
    if seat >= world.seats:
        return np.zeros(state.batch, dtype=bool)
    rights = np.maximum(np.maximum(state.stake[seat, site], state.carry[seat, site]), state.offtake[seat, site])
    held: Mask = (rights > CRUMB) | under_way(world, state, seat, site)
    return held


def lent(world: World, state: State, seat: int, site: int) -> Array:
    """What `seat` has in what is completed at `site` and bears losses for, (B,) US$ million."""
    found = np.zeros(state.batch)
    for project in projects_at(world, site) if seat < world.seats else ():
        built = (state.project_phase[project] == DONE) & CARRIES[state.project_form[seat, project]]
        found += _cost(world, state, project) * state.project_part[seat, project] * built
    return found


def profit(world: World, state: State) -> Array:
    """What each site earns a year at full output and last year's margin, (S, B) US$ million; as `partners.earned`."""
    margin = state.held("year_margin", "S") - 1.0
    full = margin * state.handed("spent", "S") * (state.capacity * _MILLION_A_TONNE)
    earned: Array = full - world.sites.fixed_cost[:, None] * (state.site_status == OPERATING)
    return earned


def worth(world: World, state: State, seat: int) -> Array:
    """What a buyer would pay for the stakes of `seat`, after the costs of the sale, (S, B) US$ million."""
    found = np.zeros(state.stake.shape[1:])
    if seat >= world.seats or not np.count_nonzero(state.stake[seat]):
        return found
    sites = np.maximum(state.site_cash, 0.0) + profit(world, state) / max(world.finance.return_wanted, CRUMB)
    sites *= state.site_status == OPERATING
    for project in np.flatnonzero(np.any(state.project_form[seat] == _EQUITY, axis=1)).tolist():
        built = (state.project_phase[project] == DONE) & (state.project_form[seat, project] == _EQUITY)
        again = estimate(world, state, project) * state.project_part[seat, project]
        found[world.projects.site[project]] += again * built
    cheaper: Array = np.minimum(found, np.maximum(state.stake[seat] * sites, 0.0))
    return cheaper * (1.0 - world.finance.sale_discount)


def yearly(world: World, state: State, seat: int) -> Array:
    """What a year at last year's margin brings `seat` in dividends, or takes in losses borne, (S, B) US$ million."""
    result = profit(world, state) * (state.site_status == OPERATING)
    brings = state.stake[seat] * world.finance.payout * np.maximum(result, 0.0)
    takes = state.carry[seat] * np.maximum(-result, 0.0) * (state.site_support > 0.0)
    change: Array = brings - takes
    return change


def estimate(world: World, state: State, project: int) -> Array:
    """What `project` is planned to cost at the standard at which it was taken up, (B,) US$ million."""
    planned: Array = world.projects.capex[project] * world.environment.cost.take(state.project_standard[project] + 1)
    return planned


def _cost(world: World, state: State, project: int) -> Array:
    """What `project` cost; by plan where it was built before the start."""
    cost = state.project_cost[project]
    known: Array = np.where(cost > 0.0, cost, estimate(world, state, project))
    return known
