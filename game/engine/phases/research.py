"""Research: readiness rises with spending, less and less for each dollar, and spreads between partners."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.month import Month
from game.engine.phases.actions import technology
from game.engine.phases.economy import Line, pay
from game.engine.state import State
from game.engine.summation import total
from game.engine.world import World, wide

Array = NDArray[np.float64]
Sharing = tuple[int, int, NDArray[np.bool_]]
"""A nation, the partner from which it may learn, and in which matches."""

TOP = 9.0
"""Highest readiness: proven in regular use."""
HARD_FROM = 7.0
"""Readiness (a prototype in use) from which each further part of a level takes longer, down to `SLOWEST` at the top."""
SLOWEST = 0.2


def advance(world: World, state: State, month: Month) -> None:
    """Pay for the research of the seats, raise readiness, and keep what the gain saves for good."""
    sharing = [] if month.pacts is None else month.pacts.of(_sharing_kinds(world))
    spending = np.count_nonzero(state.research_rate)
    if not spending and not sharing:
        return
    before, terms = state.readiness, month.events.terms
    gain: Array | float = 0.0
    if spending:
        gain = earned = _earned(world, state, month)
        terms.add("readiness", "spending", earned)
    if sharing:
        learnt = _learned(world, state, sharing)
        gain = gain + learnt
        terms.add("readiness", "partner", learnt)
    reached = before + gain
    state.readiness = np.minimum(reached, TOP)
    terms.moved("readiness", "bound", reached, state.readiness)
    _record_levels(world, state, month, before)


def _earned(world: World, state: State, month: Month) -> Array:
    """Levels gained by own spending, (N, L, B)."""
    rate = state.research_rate
    due = total(rate[: world.seats], 1) / 12.0
    share = pay(world, state, month, due, lambda: [Line("research", rate[: world.seats] / 12.0, world.names.lines)])
    if share is not None:
        rate = rate.copy()
        rate[: world.seats] *= share[:, None]
    fastest, half = _curve(world)
    pace = TOP - state.readiness
    pace *= 1.0 / (TOP - HARD_FROM)
    np.maximum(pace, SLOWEST, out=pace)
    np.minimum(pace, 1.0, out=pace)
    pace *= rate
    pace /= rate + half
    pace *= fastest
    return pace


def pace(world: World, readiness: Array, rate: float, line: int) -> Array:
    """Levels a month that spending of `rate` US$ million a year brings on `line` at a `readiness`, (B,)."""
    fastest, half = _curve(world)
    hard = np.clip((TOP - readiness) / (TOP - HARD_FROM), SLOWEST, 1.0)
    gained: Array = hard * (rate / (rate + float(half[line, 0]))) * float(fastest[line, 0])
    return gained


@derived
def _curve(world: World) -> tuple[Array, Array]:
    """(L, 1) levels a month at most, and the spending that brings half of that."""
    research = world.research
    return wide(research.fastest / 12.0), wide(np.maximum(research.half_spend, 1e-6))


@derived
def _sharing_kinds(world: World) -> frozenset[int]:
    return frozenset(np.flatnonzero(world.agreements.shares_research).tolist())


def _learned(world: World, state: State, sharing: list[Sharing]) -> Array:
    """Levels gained from the partner that is furthest ahead, (N, L, B); `sharing` lists who shares with whom."""
    lead = np.zeros(state.readiness.shape)
    if any(partner == world.rival for _, partner, _ in sharing):
        sharing = _unless_withheld(world, state, sharing)
    for one, partner, where in sharing:
        ahead = state.readiness[partner] - state.readiness[one]
        np.maximum(lead[one], ahead * where, out=lead[one])
    return lead * (world.research.spillover / 12.0)


def _unless_withheld(world: World, state: State, sharing: list[Sharing]) -> list[Sharing]:
    """`sharing` without those whom the rival denies its technology."""
    shut = technology.withheld(world, state)
    if shut is None:
        return sharing
    return [(one, other, where & ~shut[one] if other == world.rival else where) for one, other, where in sharing]


def _record_levels(world: World, state: State, month: Month, before: Array) -> None:
    if not month.events.watched:
        return
    reached = np.floor(state.readiness)
    risen = reached > np.floor(before)
    for nation, line in np.argwhere(risen.any(axis=2)).tolist():
        paid = nation < world.seats and state.research_rate[nation, line].any()
        order = "fund_research" if paid else "propose_agreement"
        cause = f"order:{world.names.nations[nation]}:{order}"
        month.events.add(
            "research_level",
            state.month,
            risen[nation, line],
            actor=nation,
            item=line,
            amount=reached[nation, line],
            cause=cause,
        )
