"""What public finance of a project costs when it overruns or fails, and what it earns when it is done."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.engine.events import Events
from game.engine.state import State
from game.engine.summation import total
from game.engine.world import INSTRUMENTS, Finance, Projects, World

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

_EQUITY = INSTRUMENTS.index("equity")
_LENDS = np.isin(INSTRUMENTS, ("equity", "loan"))
"""Leaves working capital in the site."""
_CARRIES = np.isin(INSTRUMENTS, ("equity", "loan", "guarantee"))
"""Has money at stake in the site's debts, and carries it through losses."""
_BUILDS = np.isin(INSTRUMENTS, "grant", invert=True)
"""Answers for construction too: shares in overruns, and gets back what was set aside where nothing is built."""
HELD = 0.01
"""Share of a site's output from which a seat counts as its customer, whose price floor the site enjoys."""

NOTED = 0.5
"""US$ million from which an overrun is news."""

_BY_CHANCE = ("project_delayed", "project_failed", "project_overrun")


def estimate(world: World, state: State, project: int) -> Array:
    """What `project` is planned to cost at the standard at which it was taken up, (B,) US$ million."""
    planned: Array = world.projects.capex[project] * world.environment.cost.take(state.project_standard[project] + 1)
    return planned


def overrun(world: World, state: State, events: Events, project: int, where: Mask, factor: Array) -> None:
    """Raise the cost to `factor` (B,) times the estimate; a public sponsor pays its part as far as its budget reaches.

    What the sponsor cannot pay the private owners bring, and the public part of the finance shrinks.
    """
    planned = estimate(world, state, project)
    state.project_cost[project][where] = (planned * factor)[where]
    public = state.project_public[project]
    for seat, mine in _sponsors(state, project, where):
        rate = world.finance.budget_cost[state.project_instrument[project]]
        paid = planned * public * rate
        due = np.maximum(paid * (factor - 1.0), 0.0) * (mine & _BUILDS[state.project_instrument[project]])
        more = np.minimum(due, state.budget[seat])
        events.terms.add("budget", f"overrun:{world.names.projects[project]}", -more, at=(seat,))
        state.budget[seat] -= more
        state.spent[seat] += more
        whole = np.maximum(paid + due, 1e-9)
        public[mine] = (public * (paid + more) / whole)[mine]
        if events.watched:
            tell(world, state, events, "project_overrun", project, mine & (more > NOTED), more)
        short = due - more
        events.add("budget_short", state.month, short > 0.01 * whole, actor=seat, item=project, amount=short)


def at_risk(world: World, project: int, instrument: int) -> tuple[float, float, float]:
    """What overruns may add to the public part of the cost, for each US$ planned of it: least, expected, most."""
    rate = float(world.finance.budget_cost[instrument]) * float(_BUILDS[instrument])
    if world.projects.refinances[project]:
        return 0.0, 0.0, 0.0
    likely, most = float(world.projects.overrun_mode[project]), float(world.projects.overrun_high[project])
    expected = (1.0 + likely + most) / 3.0  # the mean of a triangle
    return 0.0, rate * (expected - 1.0), rate * (most - 1.0)


def write_off(world: World, state: State, events: Events, project: int, where: Mask, *, early: Mask) -> Array:
    """Settle a failure; what each match's sponsor lost in US$ million, (B,).

    A project that fails `early` (B,), before the money of construction, gives back what was set aside for it, but for a
    grant, which is spent. A late failure calls the guarantee, or whatever else the instrument leaves to pay.
    """
    lost = np.zeros(state.batch)
    public = state.project_public[project]
    for seat, mine in _sponsors(state, project, where):
        instrument = state.project_instrument[project]
        set_aside = estimate(world, state, project) * public * world.finance.budget_cost[instrument]
        called = state.project_cost[project] * public * world.finance.loss_given_failure[instrument]
        called = np.minimum(called * (mine & ~early), state.budget[seat])
        back = mine & early & _BUILDS[instrument]
        change = called - set_aside * back
        name = world.names.projects[project]
        events.terms.add("budget", f"called:{name}", -called, at=(seat,))
        events.terms.add("budget", f"refund:{name}", set_aside * back, at=(seat,))
        state.budget[seat] -= change
        state.spent[seat] += change
        paid = state.project_cost[project] * public * world.finance.budget_cost[instrument]
        lost += called + paid * (mine & ~back)
    return lost


def reward(world: World, state: State, project: int, where: Mask) -> None:
    """Give the sponsor its offtake, and the site the cash and the patience that public money brings."""
    site = int(world.projects.site[project])
    for seat, mine in _sponsors(state, project, where):
        instrument = state.project_instrument[project]
        part = state.project_public[project] / world.finance.max_public_share
        wanted = bought(world.projects, world.finance, project, instrument, state.project_public[project])
        free = np.maximum(1.0 - total(state.offtake[:, site], 0), 0.0)
        state.offtake[seat, site] += np.minimum(wanted, free) * mine
        if world.finance.payout:
            _add_stake(world, state, project, seat, mine & (instrument == _EQUITY))
        lends, carries = mine & _LENDS[instrument], mine & _CARRIES[instrument]
        state.site_cash[site] += world.projects.cash[project] * part * lends
        np.maximum(state.carry[seat, site], state.project_public[project] * carries, out=state.carry[seat, site])
        support = state.site_support[site]
        support[carries] = np.maximum(support[carries], world.finance.support_months)
    if np.count_nonzero(state.price_floor):
        set_floors(world, state)


def bought(projects: Projects, finance: Finance, project: int, instrument: Any, public: Any) -> Any:
    """The part of the site's output that public finance of a project buys, where as much is free."""
    part = public / finance.max_public_share
    return projects.offtake[project] * finance.offtake_factor[instrument] * part


def _add_stake(world: World, state: State, project: int, seat: int, where: Mask) -> None:
    """Equity makes the seat an owner of the site, by its part of what the project added to it."""
    site = int(world.projects.site[project])
    part = world.projects.capacity[project] / np.maximum(state.capacity[site], 1.0)
    free = np.maximum(1.0 - total(state.stake[:, site], 0), 0.0)
    state.stake[seat, site] += np.minimum(state.project_public[project] * part, free) * where


def set_floors(world: World, state: State) -> None:
    """Every site enjoys the highest price floor among the seats that hold part of its output."""
    state.site_floor[:] = floors(world, state, state.price_floor[: world.seats])


def floors(world: World, state: State, price_floor: Array) -> Array:
    """The floor of each site, (S, B), where the seats grant `price_floor`, (H, B) US$/kg."""
    held = state.offtake[: world.seats] > HELD
    highest: Array = np.where(held, price_floor[:, None], 0.0).max(axis=0, initial=0.0)
    return highest


def tell(
    world: World, state: State, events: Events, kind: str, project: int, where: Mask, amount: Array | float
) -> None:
    """Record what became of a project, for each sponsor; what chance did stands as such, the rest as its own."""
    if not events.watched:
        return
    host = int(world.sites.host[world.projects.site[project]])
    sponsor = state.project_sponsor[project]
    for seat in sorted(set(sponsor[where].tolist())):
        cause = "market" if seat < 0 else f"order:{world.names.nations[seat]}:fund_project"
        if kind in _BY_CHANCE:
            cause = "chance:project"
        mine = where & (sponsor == seat)
        events.add(kind, state.month, mine, actor=seat, target=host, item=project, amount=amount, cause=cause)


def _sponsors(state: State, project: int, where: Mask) -> list[tuple[int, Mask]]:
    """Seats that finance the project, each with the matches of `where` in which it does."""
    sponsor = state.project_sponsor[project]
    return [(seat, where & (sponsor == seat)) for seat in sorted({*sponsor[where].tolist()}) if seat >= 0]
