"""What mines and plants are able to and what research has come to, written into the records of the economy."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from game.economy.axes import Nation, nations, sites
from game.economy.compiled import compiled
from game.economy.month import Handed
from game.economy.small import KILO
from game.economy.state import State as Record
from game.economy.world import World as Rules
from game.engine.derived import derived
from game.engine.loops import Match, nothing
from game.engine.state import NOT_BUILT, OPERATING, State
from game.engine.world import World

UNTIL_SOLD = 4.0
"""Months of running cost that owners bring along, for what is made is paid for months later."""
MOST_SAVED = 0.7
"""Research cuts running costs by no more than this part."""


class Works(NamedTuple):
    """How sites stand."""

    status: Any
    """(S, B) not built, operating, ...: what has been built by date begins to operate here"""
    cash: Any
    """(S, B) US$ million, likewise"""
    able: Any
    """(S, B) factor of incidents on what a site can make; (0, B) where none acts"""
    floor: Any
    """(S, B) US$/kg that its products are guaranteed to fetch"""
    made: Any
    """(S,) t of products of a t run"""
    line: Any
    """(S,) research line that must be ready before it can run; -1 none ..."""
    level: Any
    """(S,) ... and how far"""


class Known(NamedTuple):
    """How far research has come, and what it is good for: gains of no line where none has any."""

    readiness: Any
    """(N, L, B)"""
    start: Any
    """(N, L) at the start"""
    thrift: Any
    """(L,) part of a dear feed that recipes save for a level gained"""
    collecting: Any
    """(L,) part of what leaves use that is collected for one"""
    cheaper: Any
    """(L,) part of the running cost of plants that it saves"""
    replacing: Any
    """(L,) output of the leading sector lost for one"""
    treats: Any
    """(S,) 1 where a plant is made cheaper, else 0"""


def works_of(world: World, state: State, able: Any) -> Works:
    """How the sites of a batch stand; `able` (S, B) is what incidents leave of what they can make, None all."""
    factor = np.zeros((0, state.batch)) if able is None else np.ascontiguousarray(able)
    needs = world.sites.needs_line, world.sites.needs_level
    return Works(state.site_status, state.site_cash, factor, state.site_floor, made_of_run(world), *needs)


def known_of(world: World, state: State) -> Known:
    """How far research has come in a batch."""
    return Known(state.readiness, *_gains(world))


def none() -> tuple[Works, Known]:
    """Those of no match."""
    places, numbers, line = np.zeros(0, np.int64), np.zeros(0), nothing(0)
    works = Works(np.zeros((0, 0), np.int64), line, line, line, numbers, places, numbers)
    return works, Known(nothing(0, 0), np.zeros((0, 0)), *(numbers,) * 5)


@derived
def made_of_run(world: World) -> Any:
    """(S,) tonnes of products of a tonne run."""
    return world.supply.rules["makes"][0, : len(world.names.sites)].sum(axis=1)


@derived
def _gains(world: World) -> tuple[Any, ...]:
    research = world.research
    kinds = (research.thrift_gain, research.recycling_gain, research.separation_gain, research.market_loss)
    return research.readiness, *(kind if np.any(kind) else np.zeros(0) for kind in kinds), world.sites.treats


@compiled
def work(w: Rules, s: Record, m: Handed, works: Works, known: Known, b: Match) -> None:
    """Write into the record of one match which sites can run, and what is guaranteed to them.

    What has been built by date, without a project, begins.
    """
    for i in sites(w):
        if works.status[i, b] == NOT_BUILT and s.capacity[i] > 0.0:
            works.status[i, b] = OPERATING
            works.cash[i, b] += brought(s.capacity[i], m.spent[i])
        able = 1.0 if works.status[i, b] == OPERATING else 0.0
        line = works.line[i]
        if line >= 0 and known.readiness[w.host[i], line, b] < works.level[i]:
            able = 0.0
        if works.able.shape[0]:
            able *= works.able[i, b]
        s.hindered[i] = 1.0 - able
        s.floor[i] = works.floor[i, b] * works.made[i]


@compiled
def brought(tonnes: Any, spent: Any) -> Any:
    """US$ million that owners bring to run `tonnes` a month at a cost of `spent` US$/kg until the first is sold."""
    return UNTIL_SOLD * KILO * tonnes * spent


@compiled
def teach(w: Rules, s: Record, known: Known, b: Match) -> None:
    """Write into the record what research has come to: recipes that save, better collection, cheaper plants."""
    for n in nations(w):
        if known.thrift.shape[0]:
            s.thrift_known[n] = max(s.thrift_known[n], gained(known, known.thrift, n, b))
        if known.collecting.shape[0]:
            s.collecting[n] = max(gained(known, known.collecting, n, b), 0.0)
    if known.cheaper.shape[0]:
        for i in sites(w):
            saved = gained(known, known.cheaper, w.host[i], b) if known.treats[i] > 0.0 else 0.0
            s.burden[i] = -min(max(saved, 0.0), MOST_SAVED) * known.treats[i]


@compiled
def gained(known: Known, gain: Any, n: Nation, b: Match) -> Any:
    """What the levels that a nation has risen since the start are worth at `gain` (L,) a level."""
    worth = 0.0
    for line in range(gain.shape[0]):
        worth += (known.readiness[n, line, b] - known.start[n, line]) * gain[line]
    return worth
