"""What was decided, written into the records of the economy: controls, promised output, policies, stockpiles."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from game.economy.axes import Nation, Zone, goods, nations, quotas, sectors, sites, zones
from game.economy.compiled import compiled
from game.economy.small import FREE, KILO
from game.economy.state import State as Record
from game.economy.world import World as Rules
from game.engine.loops import Match, nothing, plain
from game.engine.world import INSIDE

RIVALS = Zone(INSIDE)
"""The zone of the rival."""
FULL = 0.98
"""Part of the target from which a stockpile counts as full, and nothing is bought."""
CRUMB = 1e-9
"""US$ million: less is nothing."""


class Controls(NamedTuple):
    """What controllers let out."""

    quota: Any
    """(U, B) t/month"""
    tax: Any
    """(Z, G, B) rate on leaving the zone"""
    flood: Any
    """(Z, G, B) share by which it undersells"""
    embargo: Any
    """(Z, N, G, B) share of shipments that is cut"""
    licence: Any
    """(Z, N, G, B) share of applications that is approved"""


class Promises(NamedTuple):
    """What is promised of what a site makes, and what agreements in force promise beside it."""

    offtake: Any
    """(C, S, B) share promised to a customer"""
    one: Any
    """(n,) first party of an agreement ..."""
    other: Any
    """(n,) ... and the second"""
    first: Any
    """(n, B) share of what a site of the other party has to sell that the first party is offered first"""
    opened: Any
    """(n, B) part of the first party's stockpile that is open to the other in a month; 0 where none is"""
    where: Any
    """(n, B) whether it is in force; each agreement stands here once from either side"""


class Policies(NamedTuple):
    """How nations open their stockpiles and trade with the rival, and how busy their sectors are."""

    release: Any
    """(N, B) place of the rule by which a stockpile is opened ..."""
    rules: Any
    """(n,) ... and what the economy calls it"""
    tariff: Any
    """(N, B) rate on what comes from the rival"""
    habit: Any
    """(N, B) share by which what the rival sells is preferred; (0, B) where nobody prefers it"""
    busy: Any
    """(N, J, B) factor on the activity of sectors; (0, 0, B) where nothing acts on any"""


class Orders(NamedTuple):
    """What seats mean to buy for their stockpiles, and how far their budgets reach."""

    target: Any
    """(N, G, B) days of use"""
    pace: Any
    """(N, B) days of use a month"""
    budget: Any
    """(N, B) US$ million"""
    cost: Any
    """(H, B) US$ million of what a seat would buy this month"""
    reach: Any
    """(H, B) part of it that its budget pays"""


class Decided(NamedTuple):
    """All of it."""

    controls: Controls
    promises: Promises
    policies: Policies
    orders: Orders
    days: float
    """That a month has."""


def none() -> Decided:
    """As it is for no match."""
    places, whole, codes = np.zeros(0, np.int64), np.zeros((0, 0), np.bool_), np.zeros((0, 0), np.int64)
    embargo, grid, line = nothing(0, 0, 0), nothing(0, 0), nothing(0)
    controls, orders = Controls(line, grid, grid, embargo, embargo), Orders(grid, line, line, line, line)
    promises = Promises(grid, places, places, line, line, whole)
    return Decided(controls, promises, Policies(codes, places, line, line, grid), orders, 1.0)


def in_plain(decided: Decided) -> Decided:
    """The same for plain Python."""
    controls, promises, policies, orders, days = decided
    return Decided(
        Controls(*plain(*controls)), Promises(*plain(*promises)), Policies(*plain(*policies)), Orders(*plain(*orders)),
        days,
    )  # fmt: skip


@compiled
def write(w: Rules, s: Record, decided: Decided, b: Match) -> None:
    """Write what was decided into the record of one match."""
    promises = decided.promises
    control(w, s, decided.controls, b)
    promise(w, s, promises, b)
    for r in range(promises.one.shape[0]):
        if promises.where[r, b]:
            one, other = promises.one[r], promises.other[r]
            prefer(w, s, other, one, promises.first[r, b])
            s.pledge[one, other] = max(s.pledge[one, other], promises.opened[r, b])
    deal(w, s, decided.policies, b)
    order(w, s, decided.orders, b, decided.days)


@compiled
def control(w: Rules, s: Record, controls: Controls, b: Match) -> None:
    """What may leave each zone, for whom, and at which duty."""
    for q in quotas(w):
        s.quota[q] = min(controls.quota[q, b], FREE)
    for z in zones(w):
        for g in goods(w):
            s.duty[z, g], s.flood[z, g] = controls.tax[z, g, b], controls.flood[z, g, b]
        for n in nations(w):
            for g in goods(w):
                s.embargo[z, n, g] = 1.0 - (1.0 - controls.embargo[z, n, g, b]) * controls.licence[z, n, g, b]


@compiled
def promise(w: Rules, s: Record, promises: Promises, b: Match) -> None:
    """What contracts promise of each site; nothing yet by agreements."""
    customers = promises.offtake.shape[0]
    for i in sites(w):
        for n in nations(w):
            s.offtake[i, n] = promises.offtake[n, i, b] if n < customers else 0.0
    for n in nations(w):
        for other in nations(w):
            s.pledge[n, other] = 0.0


@compiled
def prefer(w: Rules, s: Record, seller: Nation, buyer: Nation, part: float) -> None:
    """Let a partner buy first, up to a part, from what the sites of the other have to sell."""
    for i in sites(w):
        if w.host[i] == seller:
            taken = 0.0
            for n in nations(w):
                taken += s.offtake[i, n]
            free = max(1.0 - taken, 0.0)
            s.offtake[i, buyer] = max(s.offtake[i, buyer], min(part, free))


@compiled
def deal(w: Rules, s: Record, policies: Policies, b: Match) -> None:
    """How each nation opens its stockpile and trades with the rival, and what its sectors lose for a while."""
    preferring, disturbed = policies.habit.shape[0] > 0, policies.busy.shape[0] > 0
    for n in nations(w):
        s.release[n] = policies.rules[policies.release[n, b]]
        s.tariff[n, RIVALS] = policies.tariff[n, b]
        s.bond[n, RIVALS] = policies.habit[n, b] if preferring else 0.0
        for j in sectors(w):
            s.slump[n, j] = 1.0 - policies.busy[n, j, b] if disturbed else 0.0


@compiled
def order(w: Rules, s: Record, orders: Orders, b: Match, days: float) -> None:
    """Targets and pace of stockpiles, as far as the seats' budgets reach. A full one buys nothing."""
    seats = orders.reach.shape[0]
    for n in nations(w):
        pace, cost = orders.pace[n, b] / days, 0.0
        for g in goods(w):
            target, usual = orders.target[n, g, b] / days, s.usual_use[n, g]
            full = s.reserve[n, g] >= FULL * target * usual
            s.reserve_target[n, g] = 0.0 if full else target
            if n < seats and not full:
                wish = min(max(target * usual - s.reserve[n, g], 0.0), pace * usual)
                cost += wish * s.price[w.zone[n], g]
        if n < seats:
            orders.cost[n, b] = cost * KILO
            orders.reach[n, b] = min(orders.budget[n, b] / max(cost * KILO, CRUMB), 1.0)
            pace *= orders.reach[n, b]
        s.reserve_pace[n] = pace
