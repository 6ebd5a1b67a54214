"""Projects: taken up by order or by private owners, they pass four phases, wait for staff, overrun, fail or finish."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.events import Events
from game.engine.layout import layout
from game.engine.month import Month
from game.engine.phases import project_finance as finance
from game.engine.phases import technology
from game.engine.phases.project_chance import (
    COMMISSIONING,
    CONSTRUCTION,
    FATE,
    Entry,
    drawn_for,
    entries,
    gates,
    overrun,
    phase_of,
)
from game.engine.state import BANKRUPT, CARE, DONE, FAILED, IDLE, OPERATING, State
from game.engine.summation import total
from game.engine.world import MAGNET, OUTSIDE, PHASES, SEPARATION, World, wide

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

NOT_BUILT = 0
A_QUARTER = 3
"""Months after which private owners look at the price anew."""
HALF_A_MONTH = 0.5
"""Phases last whole months; half of one tells 0 from 1 whatever the rounding."""


@dataclass(frozen=True)
class _Private:
    """Projects that private owners may start, with the month and the price that they wait for, (n,) and (n, 1)."""

    project: NDArray[np.intp]
    month: list[int]
    """From which they may be started, in order."""
    price: Array
    """US$/kg that they wait for."""
    good: NDArray[np.int64]
    """(n, M) places among prices by material and stage, laid out flat, of the oxide (magnets: the alloy) ..."""
    mix: Array
    """(n, M, 1) ... and the parts of them in the site's usual product."""


@derived
def _private(world: World) -> _Private:
    projects = world.projects
    listed = np.flatnonzero(projects.private_month >= 0)
    listed = listed[np.argsort(projects.private_month[listed], kind="stable")]
    site = projects.site[listed]
    month, price = projects.private_month[listed].tolist(), projects.private_price[listed]
    stage = np.where(world.sites.stage[site] == MAGNET, MAGNET, SEPARATION)
    good = np.arange(len(world.names.materials)) * len(world.names.stages) + stage[:, None]
    return _Private(listed, month, wide(price), good, layout(world).mix[site])


@derived
def _crowded(world: World) -> tuple[tuple[NDArray[np.intp], float], ...]:
    """Hosts with more projects in the catalogue than staff to run them: their projects, and the staff."""
    host = world.sites.host[world.projects.site]
    groups = ((np.flatnonzero(host == nation), float(world.economy.staff[nation])) for nation in set(host.tolist()))
    return tuple((projects, staff) for projects, staff in groups if len(projects) > staff)


def advance(world: World, state: State, month: Month) -> None:
    """Take up private projects, let finished phases lead on, and count this month off those that have staff."""
    if state.month % A_QUARTER == 0:
        _start_private(world, state, month)
    underway = _underway(state)
    if not np.count_nonzero(underway):
        return
    for _ in PHASES:  # a phase of no length is passed at once
        over = state.project_left < HALF_A_MONTH
        over &= underway
        if not np.count_nonzero(over):
            break
        _lead_on(world, state, month.events, over)
        underway = _underway(state)
    working = _working(world, underway)
    slowed = technology.pace(world, state)
    state.project_left -= working if slowed is None else np.minimum(working * slowed, state.project_left)


def ready(world: World, state: State, project: int, nation: int = -1) -> Mask:
    """Where the research that `project` needs is done, by its host or by `nation`, (B,)."""
    line = int(world.projects.needs_line[project])
    if line < 0:
        return np.ones(state.batch, dtype=bool)
    host = int(world.sites.host[world.projects.site[project]])
    best = np.maximum(state.readiness[host, line], state.readiness[nation if nation >= 0 else host, line])
    enough: Mask = best >= world.projects.needs_level[project]
    return enough


def vacant(world: World, state: State, project: int) -> Mask:
    """Where the site that `project` takes over, if any, has closed, (B,)."""
    old = int(world.projects.replaces[project])
    if old < 0:
        return np.ones(state.batch, dtype=bool)
    closed: Mask = state.site_status[old] >= CARE
    return closed


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
    cause: str = "market",
) -> None:
    """Take up `project` in the matches of `where`; money for a site that exists acts at once."""
    projects = world.projects
    state.project_phase[project][where] = projects.start_phase[project]
    state.project_sponsor[project][where] = sponsor
    state.project_public[project][where] = public
    state.project_instrument[project][where] = instrument
    state.project_cost[project][where] = projects.capex[project]
    if projects.replaces[project] >= 0:
        state.site_status[projects.replaces[project]][where] = BANKRUPT  # what is taken over does not open again
    host = int(world.sites.host[projects.site[project]])
    cost = float(projects.capex[project])
    events.add(
        "project_started", state.month, where, actor=sponsor, target=host, item=project, amount=cost, cause=cause
    )
    if projects.refinances[project]:
        _complete(world, state, events, project, where)
    else:
        _enter(world, state, events, project, where, entries(world, state, np.array([project]))[0])


def _underway(state: State) -> Mask:
    # Read without a sign, -1 (idle) is greater than any phase: one comparison does for two.
    under: Mask = state.project_phase.view(np.uint64) < DONE
    return under


def _start_private(world: World, state: State, month: Month) -> None:
    private = _private(world)
    allowed = bisect_right(private.month, state.month)
    if not allowed:
        return
    wanted = state.project_phase.take(private.project[:allowed], axis=0) == IDLE
    if not np.count_nonzero(wanted):
        return
    price = state.price[OUTSIDE].reshape(-1, state.batch).take(private.good[:allowed], axis=0)
    price *= private.mix[:allowed]
    wanted &= total(price, 1) >= private.price[:allowed]
    if not np.count_nonzero(wanted):
        return
    for row in np.flatnonzero(wanted.any(axis=1)).tolist():
        project = int(private.project[row])
        sound = state.site_status[world.projects.site[project]] != BANKRUPT
        where = wanted[row] & sound & ready(world, state, project) & vacant(world, state, project)
        if where.any():
            start(world, state, month.events, project, where)


def _working(world: World, underway: Mask) -> Mask:
    """Projects under way that have staff; those of a host beyond its staff wait, the later in the catalogue first."""
    crowded = _crowded(world)
    if not crowded or np.count_nonzero(underway) <= min(staff for _, staff in crowded):
        return underway
    working = underway.copy()
    for projects, staff in crowded:
        running = underway[projects]
        working[projects] = running & (np.add.accumulate(running, axis=0, dtype=np.int64) <= staff)
    return working


def _lead_on(world: World, state: State, events: Events, over: Mask) -> None:
    """Where the phase of a project is `over` (P, B): fail, finish, or enter the next."""
    listed = np.flatnonzero(over.any(axis=1))
    over = over[listed]
    phase = phase_of(state, listed)
    draws = drawn_for(world, state, listed)
    failing = over & (draws[:, FATE] < gates(world)[phase, listed[:, None]])
    passing = over & ~failing
    done = passing & (phase == COMMISSIONING)
    entering = passing & ~done
    state.project_phase[listed] += entering
    chances = entries(world, state, listed, draws)
    for row, project in enumerate(listed.tolist()):
        if np.count_nonzero(failing[row]):
            _fail(world, state, events, project, failing[row])
        if np.count_nonzero(done[row]):
            _complete(world, state, events, project, done[row])
        if np.count_nonzero(entering[row]):
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
    finance.tell(world, state, events, "project_delayed", project, entering & entry.delayed, entry.late)


def _fail(world: World, state: State, events: Events, project: int, where: Mask) -> None:
    loss = finance.write_off(world, state, project, where, early=state.project_phase[project] < CONSTRUCTION)
    state.project_phase[project][where] = FAILED
    finance.tell(world, state, events, "project_failed", project, where, loss)


def _complete(world: World, state: State, events: Events, project: int, where: Mask) -> None:
    """Add the capacity to the site, ramped as far as the old part is, and settle what the financier gets."""
    projects = world.projects
    site = int(projects.site[project])
    old = state.capacity[site].copy()
    state.capacity[site] = old + projects.capacity[project] * where
    state.ramp[site] *= np.where(where, old / np.maximum(state.capacity[site], 1e-6), 1.0)
    status = state.site_status[site]
    opens = where & (status == NOT_BUILT) & (projects.capacity[project] > 0.0)
    if projects.refinances[project]:
        opens |= where & (status == CARE)
    status[opens] = OPERATING
    state.site_care[site][opens] = 0.0
    state.project_phase[project][where] = DONE
    state.project_left[project][where] = 0.0
    finance.reward(world, state, project, where)
    capacity = float(projects.capacity[project])
    finance.tell(world, state, events, "project_done", project, where, capacity)
