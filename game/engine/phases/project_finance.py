"""What public finance of a project costs when it overruns or fails, and what it earns when it is done.

Several seats may finance one project: each pays, answers for and gets what follows from its own part and instrument.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.events import Events
from game.engine.portfolio import CARRIES, estimate
from game.engine.state import IDLE, State
from game.engine.summation import total
from game.engine.world import INSTRUMENTS, Finance, Projects, World

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

_EQUITY = INSTRUMENTS.index("equity")
_LENDS = np.isin(INSTRUMENTS, ("equity", "loan"))
"""Leaves working capital in the site."""
_BUILDS = np.isin(INSTRUMENTS, "grant", invert=True)
"""Answers for construction too: shares in overruns, and gets back what was set aside where nothing is built."""
HELD = 0.01
"""Share of a site's output from which a seat counts as its customer, whose price floor the site enjoys."""

NOTED = 0.5
"""US$ million from which an overrun is news."""

_BY_CHANCE = ("project_delayed", "project_failed")


def set_aside(world: World, state: State, project: int, seat: int) -> Array:
    """What left the budget of `seat` when it came into `project`, (B,) US$ million; nothing where it has no part."""
    part, form = state.project_part[seat, project], state.project_form[seat, project]
    paid: Array = estimate(world, state, project) * part * world.finance.budget_cost[form]
    return paid


def called(world: World, state: State, project: int, seat: int) -> Array:
    """What `seat` still has to pay for `project` when that fails, beside what has left its budget, (B,) US$ million."""
    finance, form = world.finance, state.project_form[seat, project]
    left = np.maximum(finance.loss_given_failure - finance.budget_cost, 0.0)[form]
    due: Array = state.project_cost[project] * state.project_part[seat, project] * left
    return due


def given_back(world: World, state: State, project: int, seat: int) -> Array:
    """What `seat` gets back where `project` ends before the money of construction is spent, (B,) US$ million."""
    back: Array = set_aside(world, state, project, seat) * _BUILDS[state.project_form[seat, project]]
    return back


def take_part(state: State, project: int, where: Mask, seat: int, part: Array | float, instrument: int) -> None:
    """Let `seat` finance `part` of `project`, in the matches of `where`."""
    np.copyto(state.project_part[seat, project], part, where=where)
    np.copyto(state.project_form[seat, project], instrument, where=where)
    _add_up(state, project)


def drop_part(state: State, project: int, where: Mask, seat: int) -> None:
    """Let `seat` have no part in `project` any more; where it led, who has the greatest part leads."""
    take_part(state, project, where, seat, 0.0, -1)
    parts = state.project_part[:, project]
    greatest = np.where(np.any(parts > 0.0, axis=0), parts.argmax(axis=0), -1)
    led = where & (state.project_sponsor[project] == seat)
    np.copyto(state.project_sponsor[project], greatest, where=led)
    form = np.where(greatest >= 0, state.project_form[greatest, project, np.arange(state.batch)], -1)
    np.copyto(state.project_instrument[project], form, where=led)


def _add_up(state: State, project: int) -> None:
    state.project_public[project] = total(state.project_part[:, project], 0)


def overrun(world: World, state: State, events: Events, project: int, where: Mask, factor: Array) -> None:
    """Raise the cost to `factor` (B,) times the estimate; public financiers pay their parts as far as budgets reach.

    What they cannot pay the private owners bring, and their part of the finance shrinks.
    """
    planned, site = estimate(world, state, project), int(world.projects.site[project])
    host = int(world.sites.host[site])
    state.project_cost[project][where] = (planned * factor)[where]
    for seat, mine in financiers(state, project, where):
        part, paid = state.project_part[seat, project], set_aside(world, state, project, seat)
        due = np.maximum(paid * (factor - 1.0), 0.0) * (mine & _BUILDS[state.project_form[seat, project]])
        more = np.minimum(due, state.budget[seat])
        pay_in(world, state, events, seat, site, more, f"overrun:{world.names.projects[project]}")
        whole = np.maximum(paid + due, 1e-9)
        part[mine] = (part * (paid + more) / whole)[mine]
        felt, cause = mine & (more > NOTED), "chance:project"
        events.add(
            "project_overrun", state.month, felt, actor=seat, target=host, item=project, amount=more, cause=cause
        )
        short = due - more
        events.add("budget_short", state.month, short > 0.01 * whole, actor=seat, item=project, amount=short)
    _add_up(state, project)


def pay_in(world: World, state: State, events: Events, seat: int, site: int, sum_: Array, cause: str) -> None:
    """Let `seat` pay `sum_` (B,) US$ million for what it has in `site`; less than 0 where it gets that back."""
    events.terms.add("budget", cause, -sum_, at=(seat,))
    state.budget[seat] -= sum_
    state.spent[seat] += sum_
    note(state, seat, site, sum_)


def note(state: State, seat: int, site: int, sum_: Array) -> None:
    """Keep in mind what `seat` has paid for what it has in `site`, or had back."""
    state.paid_in[seat, site] += np.maximum(sum_, 0.0)
    state.paid_back[seat, site] += np.maximum(-sum_, 0.0)


def months_left(world: World, state: State, project: int) -> Array:
    """Months until `project` is completed where every phase lasts as long as is most likely, (B,).

    Of what is under way the present phase counts whole: what is left of it is for nobody to know.
    """
    left: Array = _ahead(world)[project][state.project_phase[project]]
    return left


@derived
def _ahead(world: World) -> Array:
    """(P, PHASES + 3) months that are most likely ahead in each phase, when a project is done, has failed, and, last,
    before it is begun: that is phase -1. What refinances acts at once.
    """
    projects, likely = world.projects, world.projects.phase_mode
    ahead = np.zeros((len(likely), likely.shape[1] + 3))  # done and failed take no time
    ahead[:, : likely.shape[1]] = np.cumsum(likely[:, ::-1], axis=1)[:, ::-1]
    ahead[:, IDLE] = ahead[np.arange(len(likely)), projects.start_phase]
    return np.where(projects.refinances[:, None], 0.0, ahead)


def at_risk(world: World, project: int, instrument: int) -> tuple[float, float, float]:
    """What overruns may add to the public part of the cost, for each US$ planned of it: least, expected, most."""
    rate = float(world.finance.budget_cost[instrument]) * float(_BUILDS[instrument])
    if world.projects.refinances[project]:
        return 0.0, 0.0, 0.0
    likely, most = float(world.projects.overrun_mode[project]), float(world.projects.overrun_high[project])
    expected = (1.0 + likely + most) / 3.0  # the mean of a triangle
    return 0.0, rate * (expected - 1.0), rate * (most - 1.0)


def write_off(world: World, state: State, events: Events, project: int, where: Mask, *, early: Mask) -> Array:
    """Settle a failure; what the seats that financed the project lost in each match, (B,) US$ million.

    A project that fails `early` (B,), before the money of construction, gives back what was set aside for it, but for a
    grant, which is spent. A late failure calls the guarantee, or whatever else the instrument leaves to pay.
    """
    lost, name, site = np.zeros(state.batch), world.names.projects[project], int(world.projects.site[project])
    for seat, mine in financiers(state, project, where):
        form = state.project_form[seat, project]
        due = np.minimum(called(world, state, project, seat) * (mine & ~early), state.budget[seat])
        pay_in(world, state, events, seat, site, due, f"called:{name}")
        back = given_back(world, state, project, seat) * (mine & early)
        pay_in(world, state, events, seat, site, -back, f"refund:{name}")
        paid = state.project_cost[project] * state.project_part[seat, project] * world.finance.budget_cost[form]
        lost += due + paid * mine - back
    return lost


def reward(world: World, state: State, project: int, where: Mask) -> None:
    """Give each seat that pays its offtake, and the site the cash and the patience that public money brings."""
    site = int(world.projects.site[project])
    for seat, mine in financiers(state, project, where):
        instrument, public = state.project_form[seat, project], state.project_part[seat, project]
        part = public / world.finance.max_public_share
        wanted = bought(world.projects, world.finance, project, instrument, public)
        free = np.maximum(1.0 - total(state.offtake[:, site], 0), 0.0)
        state.offtake[seat, site] += np.minimum(wanted, free) * mine
        if world.finance.payout:
            _add_stake(world, state, project, seat, mine & (instrument == _EQUITY))
        lends, carries = mine & _LENDS[instrument], mine & CARRIES[instrument]
        state.site_cash[site] += world.projects.cash[project] * part * lends
        np.maximum(state.carry[seat, site], public * carries, out=state.carry[seat, site])
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
    state.stake[seat, site] += np.minimum(state.project_part[seat, project] * part, free) * where


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
    """Record what became of a project, for who leads it; what chance did stands as such, the rest as its own."""
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


def financiers(state: State, project: int, where: Mask) -> list[tuple[int, Mask]]:
    """Seats that finance the project, each with the matches of `where` in which it does."""
    held = (state.project_part[:, project] > 0.0) & where
    return [(seat, held[seat]) for seat in np.flatnonzero(held.any(axis=1)).tolist()]
