"""Projects: taken up by order or by private owners, they pass five phases, wait for staff, overrun, fail or finish."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from game.engine.condition_table import places, somewhere
from game.engine.events import Events
from game.engine.month import Month
from game.engine.phases import accounts, cofinance, workforce
from game.engine.phases import project_finance as finance
from game.engine.phases import project_offers as offers
from game.engine.phases.actions import technology
from game.engine.phases.project_chance import (
    COMMISSIONING,
    CONSTRUCTION,
    FATE,
    Entry,
    drawn_for,
    entries,
    overrun,
    phase_of,
    risks,
)
from game.engine.phases.project_staff import underway_of, working_of
from game.engine.portfolio import estimate
from game.engine.script import Deeds
from game.engine.state import BANKRUPT, CARE, DONE, FAILED, IDLE, NOT_BUILT, OPERATING, State
from game.engine.world import INSTRUMENTS, PHASES, World

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

FIRST_RUN = 0.8
"""Utilisation that the owners of a new site plan for, until its margin tells them."""
_DEBT = INSTRUMENTS.index("guarantee")
"""The last of the instruments that change nothing of what chance holds."""
A_QUARTER = 3
"""Months after which private owners look at the price anew."""
HALF_A_MONTH = 0.5
"""Phases last whole months; half of one tells 0 from 1 whatever the rounding."""
NOT_BEGUN = -1.0
"""Months left of a project that was taken up and has not begun: its dice fall when the month is stepped, so that an
order changes nothing by chance before the turn resolves."""


def advance(world: World, state: State, month: Month) -> None:
    """Announce projects, take up private ones, let finished phases lead on, and count this month off where staff is."""
    if month.events.watched:
        offers.announce(world, state, month.events)
    if month.script is not None:
        for project, where in month.script.owners.get(state.month, {}).items():
            start(world, state, month.events, project, where & (state.project_phase[project] == IDLE))
    elif state.month % A_QUARTER == 0:
        for project, where in offers.wanted_by_owners(world, state):
            start(world, state, month.events, project, where)
    underway = underway_of(state)
    if not np.count_nonzero(underway):
        return
    if month.script is None:
        underway = _pass_on(world, state, month.events, underway)
    else:
        underway = _follow(world, state, month.events, month.script.phases.get(state.month, ()))
    working = working_of(world, underway, lambda host: workforce.present(world, state, month, host))
    slowed = technology.pace(world, state)
    done = working if slowed is None else working * slowed
    # Where phases last no whole months, or end when it is written, more may be done than is left.
    whole = slowed is None and month.script is None
    state.project_left -= done if whole else np.minimum(done, state.project_left)


def _pass_on(world: World, state: State, events: Events, underway: Mask) -> Mask:
    """Let new projects begin, and finished phases lead on; the projects that are under way after that, (P, B)."""
    for _ in (*PHASES, ""):  # a new project begins, and a phase of no length is passed at once
        over = state.project_left < HALF_A_MONTH
        over &= underway
        if not np.count_nonzero(over):
            break
        new = state.project_left <= NOT_BEGUN
        if np.count_nonzero(new):
            _begin(world, state, events, new)
            underway = underway_of(state)  # what did not come together is called off
            continue
        _lead_on(world, state, events, over)
        underway = underway_of(state)
    return underway


def _follow(world: World, state: State, events: Events, rounds: Sequence[Deeds]) -> Mask:
    """The same where it is written which phases end, whatever is left of them."""
    new = state.project_left <= NOT_BEGUN
    if np.count_nonzero(new):
        _begin(world, state, events, new)
    for ending in rounds:
        over = np.zeros_like(new)
        for project, where in ending.items():
            over[project] = where
        over &= underway_of(state)
        if np.count_nonzero(over):
            _lead_on(world, state, events, over)
    return underway_of(state)


def start(
    world: World,
    state: State,
    events: Events,
    project: int,
    where: Mask,
    *,
    sponsor: int = -1,
    public: float = 0.0,
    instrument: int = -1,
    standard: NDArray[np.int64] | int = 0,
    awaits: bool = False,
    cause: str = "market",
) -> None:
    """Take up `project` in the matches of `where`; money for a site that exists acts at once.

    `standard` is the environmental one as the state counts it, (B,) or one for all; `awaits` says that other seats have
    to bring what partners ask for beside `public`.
    """
    projects = world.projects
    state.project_phase[project][where] = projects.start_phase[project]
    state.project_sponsor[project][where] = sponsor
    state.project_public[project][where] = public
    state.project_instrument[project][where] = instrument
    state.project_cost[project][where] = projects.capex[project]
    state.project_awaits[project][where] = awaits
    if sponsor >= 0:
        finance.take_part(state, project, where, sponsor, public, instrument)
        _set_terms(world, state, project, where, instrument, standard)
    if projects.replaces[project] >= 0:
        state.site_status[projects.replaces[project]][where] = BANKRUPT  # what is taken over does not open again
    host, cost = int(world.sites.host[projects.site[project]]), state.project_cost[project]
    events.add(
        "project_started", state.month, where, actor=sponsor, target=host, item=project, amount=cost, cause=cause
    )
    if projects.refinances[project]:
        _complete(world, state, events, project, where)
    else:
        state.project_left[project][where] = NOT_BEGUN


def _set_terms(
    world: World, state: State, project: int, where: Mask, instrument: int, standard: NDArray[np.int64] | int
) -> None:
    """Note the standard at which a seat takes up `project`, what that costs, and whether chance treats it otherwise."""
    np.copyto(state.project_standard[project], standard, where=where)
    np.copyto(state.project_terms[project], (state.project_standard[project] != 0) | (instrument > _DEBT), where=where)
    np.copyto(state.project_cost[project], estimate(world, state, project), where=where)


def _begin(world: World, state: State, events: Events, new: Mask) -> None:
    """Let the `new` projects (P, B), which were taken up since the last month, enter their first phase."""
    new = cofinance.call_off_short(world, state, events, new)
    listed = places(new)
    if not len(listed):
        return
    for project, chances in zip(listed.tolist(), entries(world, state, listed), strict=True):
        _enter(world, state, events, project, new[project], chances)


def _lead_on(world: World, state: State, events: Events, over: Mask) -> None:
    """Where the phase of a project is `over` (P, B): fail, finish, or enter the next."""
    listed = places(over)
    over = over[listed]
    phase = phase_of(state, listed)
    draws = drawn_for(world, state, listed)
    failing = over & (draws[:, FATE] < risks(world, state, listed, phase))
    passing = over & ~failing
    done = passing & (phase == COMMISSIONING)
    entering = passing & ~done
    state.project_phase[listed] += entering
    fails, ends, enters = somewhere(failing), somewhere(done), somewhere(entering)
    chances = entries(world, state, listed, draws) if any(enters) else ()
    for row, project in enumerate(listed.tolist()):
        if fails[row]:
            _fail(world, state, events, project, failing[row])
        if ends[row]:
            _complete(world, state, events, project, done[row])
        if enters[row]:
            if events.watched:
                now = state.project_phase[project].astype(np.float64)
                finance.tell(world, state, events, "project_phase", project, entering[row], now)
            _enter(world, state, events, project, entering[row], chances[row])


def _enter(world: World, state: State, events: Events, project: int, entering: Mask, entry: Entry) -> None:
    """Enter a phase: set its months, and the cost where it is construction."""
    np.copyto(state.project_left[project], entry.months, where=entering)
    building = entering & entry.building
    if np.count_nonzero(building):
        finance.overrun(world, state, events, project, building, overrun(world, project, entry.luck))
    if events.watched:
        finance.tell(world, state, events, "project_delayed", project, entering & entry.delayed, entry.late)


def _fail(world: World, state: State, events: Events, project: int, where: Mask) -> None:
    loss = finance.write_off(world, state, events, project, where, early=state.project_phase[project] < CONSTRUCTION)
    state.project_phase[project][where] = FAILED
    finance.tell(world, state, events, "project_failed", project, where, loss)


def _complete(world: World, state: State, events: Events, project: int, where: Mask) -> None:
    """Add the capacity to the site, with people as far as the old part has them, and settle what the financier gets."""
    projects = world.projects
    site = int(projects.site[project])
    _enlarge(state, site, float(projects.capacity[project]), where)
    accounts.provide(state, site, where * (projects.capacity[project] / 12.0))
    status = state.site_status[site]
    opens = where & (status == NOT_BUILT) & (projects.capacity[project] > 0.0)
    if projects.refinances[project]:
        opens |= where & (status == CARE)
    status[opens] = OPERATING
    state.site_care[site][opens] = 0.0
    if not projects.refinances[project]:
        np.copyto(state.site_standard[site], state.project_standard[project], where=where)
    state.project_phase[project][where] = DONE
    state.project_left[project][where] = 0.0
    finance.reward(world, state, project, where)
    capacity = float(projects.capacity[project])
    finance.tell(world, state, events, "project_done", project, where, capacity)


def _enlarge(state: State, site: int, capacity: float, where: Mask) -> None:
    """Add t/year to what a site can run; who is to work the new part is found as by a site that starts again."""
    built, staffed, run = (state.held(name, "S")[site] for name in ("capacity", "staffed", "run"))
    old = built.copy()
    built += capacity / 12.0 * where
    staffed *= np.where(where, old / np.maximum(built, 1e-9), 1.0)
    run[...] = np.where(where & (old <= 0.0), FIRST_RUN, run)
