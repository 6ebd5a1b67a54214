"""What public finance of a project costs when it overruns or fails, and what it earns when it is done."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.events import Events
from game.engine.state import State
from game.engine.summation import total
from game.engine.world import INSTRUMENTS, World

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

GUARANTEE = INSTRUMENTS.index("guarantee")
HELD = 0.01
"""Share of a site's output from which a seat counts as its customer, whose price floor the site enjoys."""

_BY_CHANCE = ("project_delayed", "project_failed")


def overrun(world: World, state: State, events: Events, project: int, where: Mask, factor: Array) -> None:
    """Raise the cost to `factor` (B,) times the estimate; a public sponsor pays its part as far as its budget reaches.

    What the sponsor cannot pay the private owners bring, and the public part of the finance shrinks.
    """
    estimate = float(world.projects.capex[project])
    state.project_cost[project][where] = (estimate * factor)[where]
    public = state.project_public[project]
    for seat, mine in _sponsors(world, state, project, where):
        rate = world.finance.budget_cost[state.project_instrument[project]]
        paid = estimate * public * rate
        due = np.maximum(paid * (factor - 1.0), 0.0) * mine
        more = np.minimum(due, state.budget[seat])
        state.budget[seat] -= more
        state.spent[seat] += more
        whole = np.maximum(paid + due, 1e-9)
        public[mine] = (public * (paid + more) / whole)[mine]
        short = due - more
        events.add("budget_short", state.month, short > 0.01 * whole, actor=seat, item=project, amount=short)


def write_off(world: World, state: State, project: int, where: Mask, *, early: Mask) -> Array:
    """Settle a failure; what each match's sponsor lost in US$ million, (B,).

    A project that fails `early` (B,), before the money of construction, gives back what was set aside for it. A late
    failure calls the guarantee, or whatever else the instrument leaves to pay.
    """
    lost = np.zeros(state.batch)
    public = state.project_public[project]
    for seat, mine in _sponsors(world, state, project, where):
        instrument = state.project_instrument[project]
        set_aside = world.projects.capex[project] * public * world.finance.budget_cost[instrument]
        called = state.project_cost[project] * public * world.finance.loss_given_failure[instrument]
        called = np.minimum(called * (mine & ~early), state.budget[seat])
        change = called - set_aside * (mine & early)
        state.budget[seat] -= change
        state.spent[seat] += change
        paid = state.project_cost[project] * public * world.finance.budget_cost[instrument]
        lost += called + paid * (mine & ~early)
    return lost


def reward(world: World, state: State, project: int, where: Mask) -> None:
    """Give the sponsor its offtake, and the site the cash and the patience that public money brings."""
    site = int(world.projects.site[project])
    for seat, mine in _sponsors(world, state, project, where):
        instrument = state.project_instrument[project]
        part = state.project_public[project] / world.finance.max_public_share
        wanted = world.projects.offtake[project] * world.finance.offtake_factor[instrument] * part
        free = np.maximum(1.0 - total(state.offtake[:, site], 0), 0.0)
        state.offtake[seat, site] += np.minimum(wanted, free) * mine
        lends = mine & (instrument != GUARANTEE)
        state.site_cash[site] += world.projects.cash[project] * part * lends
        support = state.site_support[site]
        support[mine] = np.maximum(support[mine], world.finance.support_months)
    if np.count_nonzero(state.price_floor):
        set_floors(world, state)


def set_floors(world: World, state: State) -> None:
    """Every site enjoys the highest price floor among the seats that hold part of its output."""
    held = state.offtake[: world.seats] > HELD
    floors = np.where(held, state.price_floor[: world.seats, None], 0.0)
    state.site_floor[:] = floors.max(axis=0, initial=0.0)


def tell(
    world: World, state: State, events: Events, kind: str, project: int, where: Mask, amount: Array | float
) -> None:
    """Record what became of a project, for each sponsor; delay and failure are chance's doing, the rest its own."""
    if not events.watched:
        return
    host = int(world.sites.host[world.projects.site[project]])
    sponsor = state.project_sponsor[project]
    for seat in np.unique(sponsor[where]).tolist():
        cause = "market" if seat < 0 else f"order:{world.names.nations[seat]}:fund_project"
        if kind in _BY_CHANCE:
            cause = "chance:project"
        mine = where & (sponsor == seat)
        events.add(kind, state.month, mine, actor=seat, target=host, item=project, amount=amount, cause=cause)


def _sponsors(world: World, state: State, project: int, where: Mask) -> list[tuple[int, Mask]]:
    """Seats that finance the project, each with the matches of `where` in which it does."""
    sponsor = state.project_sponsor[project]
    found = ((seat, where & (sponsor == seat)) for seat in range(world.seats))
    return [(seat, mine) for seat, mine in found if mine.any()]
