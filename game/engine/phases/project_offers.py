"""When a project can be taken up: technology, a site that is free, partners, and the price that private owners want."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.events import Events
from game.engine.state import BANKRUPT, CARE, FAILED, IDLE, IN_FORCE, State
from game.engine.summation import total
from game.engine.treaties import trusts
from game.engine.world import OUTSIDE, PHASES, World, wide

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]


_CONSTRUCTION = PHASES.index("construction")


@dataclass(frozen=True)
class _Private:
    """Projects that private owners may start, with the month and the price that they wait for, (n,) and (n, 1)."""

    project: NDArray[np.intp]
    month: list[int]
    """From which they may be started, in order."""
    price: Array
    """US$/kg that they wait for."""


@derived
def _private(world: World) -> _Private:
    projects = world.projects
    listed = np.flatnonzero(projects.private_month >= 0)
    listed = listed[np.argsort(projects.private_month[listed], kind="stable")]
    return _Private(listed, projects.private_month[listed].tolist(), wide(projects.private_price[listed]))


def _worth(world: World, state: State, listed: NDArray[np.intp]) -> Array:
    """What a kilogram of the usual product of the projects `listed` sells for outside, (n, B) US$."""
    return total(state.price[OUTSIDE] * _product(world)[listed], 1)


@derived
def _product(world: World) -> Array:
    """(P, G, 1) parts of the goods by which a project's product is valued.

    Of an ore, what it is parted into; of all else, what the site makes.
    """
    rules, count = world.supply.rules[0], len(world.names.goods)
    makes, takes = rules["makes"][:, :count], rules["takes"][:, :count]
    parted = np.eye(count)
    for good in range(count):
        plants = np.flatnonzero((takes[:, good] > 0.0) & (np.count_nonzero(makes, axis=1) > 1))
        if len(plants):
            parted[good] = makes[plants[0]]
    mix = makes[world.projects.site] @ parted
    return wide(mix / np.maximum(mix.sum(axis=1, keepdims=True), 1e-9))


def known(world: World, state: State, listed: NDArray[np.intp], nation: int = -1) -> Mask:
    """Where `nation` knows of the projects `listed`, (n, B); -1: where everybody does.

    They are known from their month, from when somebody takes them up, and to whoever has done the research they need.
    """
    projects = world.projects
    heard: Mask = (state.project_phase[listed] != IDLE) | (projects.known_month[listed, None] <= state.month)
    if nation >= 0:
        line = projects.needs_line[listed]
        done = state.readiness[nation, line] >= projects.needs_level[listed, None]
        heard |= done & (line >= 0)[:, None]
    return heard


def unheard_of(world: World, state: State, project: int, nation: int) -> Mask | bool:
    """Where `nation` does not know of `project`, (B,), or False where that is nowhere."""
    if world.projects.known_month[project] <= state.month:
        return False
    return ~known(world, state, np.array([project]), nation)[0]


@derived
def _announced(world: World) -> dict[int, tuple[int, ...]]:
    """Projects by the month of the match in which they become known to all."""
    months: dict[int, tuple[int, ...]] = {}
    for project, month in enumerate(world.projects.known_month.tolist()):
        if month > 0:
            months[month] = (*months.get(month, ()), project)
    return months


def announce(world: World, state: State, events: Events) -> None:
    """Record the projects that become known to all this month."""
    for project in _announced(world).get(state.month, ()):
        host, idle = int(world.sites.host[world.projects.site[project]]), state.project_phase[project] == IDLE
        events.add("project_known", state.month, idle, target=host, item=project)


def ready(world: World, state: State, project: int, nation: int = -1) -> Mask:
    """Where the research that `project` needs is done, by its host or by `nation`, (B,)."""
    line = int(world.projects.needs_line[project])
    if line < 0:
        return np.ones(state.batch, dtype=bool)
    enough: Mask = reached(world, state, project, nation) >= world.projects.needs_level[project]
    return enough


def reached(world: World, state: State, project: int, nation: int = -1) -> Array:
    """How far the research that `project` needs has come with its host or with `nation`, the better of both, (B,)."""
    line, host = int(world.projects.needs_line[project]), int(world.sites.host[world.projects.site[project]])
    best: Array = np.maximum(state.readiness[host, line], state.readiness[nation if nation >= 0 else host, line])
    return best


def vacant(world: World, state: State, project: int) -> Mask:
    """Where the site that `project` takes over, if any, has closed, (B,)."""
    old = int(world.projects.replaces[project])
    if old < 0:
        return np.ones(state.batch, dtype=bool)
    closed: Mask = state.site_status[old] >= CARE
    return closed


def before_its_time(world: World, state: State, project: int) -> Mask | bool:
    """Where what `project` comes after is not yet under construction, (B,), or False where it comes after nothing."""
    earlier = int(world.projects.after[project])
    if earlier < 0:
        return False
    phase = state.project_phase[earlier]
    early: Mask = (phase < _CONSTRUCTION) | (phase == FAILED)
    return early


def admitted(world: World, state: State, project: int, nation: int) -> Mask | bool:
    """Where the host of `project` lets public money of `nation` in, (B,); True where that is everywhere.

    A host that is a seat has said so, or looks at each case: it trusts the nation, has an agreement with it in force,
    or pays for the project itself.
    """
    site = int(world.projects.site[project])
    host = int(world.sites.host[site])
    if host >= world.seats or host == nation:
        return True
    access = state.site_access[site]
    known = trusts(world, state, host, nation, world.finance.consent_trust)
    known |= state.project_part[host, project] > 0.0
    known |= np.any(state.agreement[:, host, nation] == IN_FORCE, axis=0)
    let_in: Mask = (access > 0) | ((access == 0) & known)
    return let_in


def partnered(world: World, state: State, project: int) -> Mask:
    """Where private partners come forward to bring the rest of the money for `project`, (B,)."""
    price = float(world.projects.partners_price[project])
    if state.month < world.projects.partners_month[project] or price <= 0.0:
        return np.full(state.batch, state.month >= world.projects.partners_month[project])
    ready: Mask = _worth(world, state, np.array([project]))[0] >= price
    return ready


def wanted_by_owners(world: World, state: State) -> Iterator[tuple[int, Mask]]:
    """The projects that private owners take up now, each with the matches, (B,), in which they do.

    One at a time: what is taken up may change what is free for the next.
    """
    private = _private(world)
    allowed = bisect_right(private.month, state.month)
    if not allowed:
        return
    wanted = state.project_phase.take(private.project[:allowed], axis=0) == IDLE
    if not np.count_nonzero(wanted):
        return
    wanted &= _worth(world, state, private.project[:allowed]) >= private.price[:allowed]
    if not np.count_nonzero(wanted):
        return
    for row in np.flatnonzero(wanted.any(axis=1)).tolist():
        project = int(private.project[row])
        sound = state.site_status[world.projects.site[project]] != BANKRUPT
        where = wanted[row] & sound & ready(world, state, project) & vacant(world, state, project)
        if world.projects.after[project] >= 0:
            where &= ~before_its_time(world, state, project)
        if where.any():
            yield project, where
