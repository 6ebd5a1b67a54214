"""Contracts: what is promised is delivered before anything is sold.

Seats that hold offtake and nations under whose feed contract a mine stands get their part of the site's output first,
as far as they need it; the surplus goes to the open market. What the rival has secured it takes in any case. Then come
reserves shared by partners, and partners under an agreement who are offered a part of the free export.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.engine.bilateral import RIVAL
from game.engine.derived import derived
from game.engine.layout import CRUMB, layout
from game.engine.month import Month
from game.engine.state import FROM_RIVAL, State
from game.engine.summation import Groups, total
from game.engine.world import MINE, World

Array = NDArray[np.float64]
Index = NDArray[np.intp]


@dataclass(frozen=True)
class _Promises:
    """Pairs of a site and a nation that holds a promise on it, sorted by holder, stage, then origin."""

    site: Index
    seats: Index
    """Rows of pairs whose share is the offtake of a seat or the rival ..."""
    offtake: Index
    """... and its place among the offtakes (C, S) made flat."""
    secured: Index
    """Rows of pairs that are the rival's offtake: it takes what it has secured, needed or not."""
    feeds: Index
    """Rows of pairs that are feed contracts on sites in which others have a share: they own what those do not."""
    wanted: Index
    """(holders, M) place of what each holder of a good wants, in an array (N, M, K) made flat."""
    holders: Groups
    of_holder: Index
    places: tuple[tuple[bool, Index, tuple[Any, ...]], ...]
    """Whether from the rival, which pairs they are, and their place among the flows."""
    by_exporter: Index
    """Order of the pairs by exporter and stage."""
    sent: Index
    """(exporters, M) place of what each sends, likewise."""
    exporters: Groups


_MOST_KEPT = 64
"""Shares of single matches kept at a time."""


def _terms(world: World, state: State) -> tuple[_Promises, Array] | None:
    """The promises, and the part of the site's output that each is, (pairs, 1, B); None when there are none."""
    if state.batch > 1:
        return _read(world, state)
    kept, key = _kept(world), state.offtake.tobytes()
    if key not in kept:
        if len(kept) >= _MOST_KEPT:
            kept.clear()
        kept[key] = _read(world, state)
    return kept[key]


def _read(world: World, state: State) -> tuple[_Promises, Array] | None:
    """Terms of the promises that some match of the batch holds.

    A promise that only other matches hold adds 0 to the sums of a match, which changes no bit.
    """
    held = np.maximum.reduce(state.offtake, axis=-1) > 0.0
    known, key = _known(world), held.tobytes()
    if key not in known:
        known[key] = _listed(sorted(_pairs(world, held)), world, held)
    promises = known[key]
    return None if promises is None else (promises, _shares(promises, state)[:, None])


@derived
def _known(world: World) -> dict[bytes, _Promises | None]:
    """Promises by what is held. They depend on nothing else, so keeping them is safe."""
    del world
    return {}


@derived
def _kept(world: World) -> dict[bytes, tuple[_Promises, Array] | None]:
    """Terms of single matches by their offtake, on which alone they depend."""
    del world
    return {}


def _listed(
    pairs: list[tuple[int, int, int, int, int, int]], world: World, held: NDArray[np.bool_]
) -> _Promises | None:
    if not pairs:
        return None
    holder, stage, origin, exporter, site, seat = np.array(pairs, dtype=np.intp).T
    by_holder = _starts(holder, stage)
    order = np.lexsort((stage, exporter))
    by_exporter = _starts(exporter[order], stage[order])
    return _Promises(
        site=site,
        seats=np.flatnonzero(seat >= 0),
        offtake=(seat * len(world.sites.host) + site)[seat >= 0],
        secured=np.flatnonzero(seat == world.rival),
        feeds=np.flatnonzero((seat < 0) & np.logical_or.reduce(held, axis=0)[site]),
        wanted=_flat(world, holder[by_holder], stage[by_holder]),
        holders=Groups.of(by_holder, len(pairs)),
        of_holder=np.repeat(np.arange(len(by_holder)), np.diff([*by_holder, len(pairs)])),
        places=tuple(_places(origin, holder, stage)),
        by_exporter=order,
        sent=_flat(world, exporter[order][by_exporter], stage[order][by_exporter]),
        exporters=Groups.of(by_exporter, len(pairs)),
    )


def _places(origin: Index, holder: Index, stage: Index) -> Iterator[tuple[bool, Index, tuple[Any, ...]]]:
    for from_rival in (True, False):
        runs = np.flatnonzero((origin == RIVAL) == from_rival)
        if len(runs):
            yield from_rival, runs, (origin[runs], holder[runs], slice(None), stage[runs])


def _pairs(world: World, held: NDArray[np.bool_]) -> set[tuple[int, int, int, int, int, int]]:
    """(holder, stage, origin, exporter, site, seat or -1) of every promise, with the offtake held, (C, S)."""
    sites, origin = world.sites, world.market.origin
    found = set()
    for seat, site in np.argwhere(held).tolist():
        host = int(sites.host[site])
        if host != seat:
            found.add((seat, int(sites.stage[site]), int(origin[host]), host, site, seat))
    for site in np.flatnonzero((sites.feed_to >= 0) & (sites.stage == MINE)).tolist():
        host, buyer = int(sites.host[site]), int(sites.feed_to[site])
        if host != buyer:
            found.add((buyer, MINE, int(origin[host]), host, site, -1))
    return found


def _flat(world: World, nation: Index, stage: Index) -> Index:
    _, materials, stages = layout(world).shape
    return (nation[:, None] * materials + np.arange(materials)) * stages + stage[:, None]


def _starts(*keys: Index) -> Index:
    changed = np.zeros(len(keys[0]), dtype=bool)
    for key in keys:
        changed |= np.diff(key, prepend=-1) != 0
    return np.flatnonzero(changed)


def deliver_promised(world: World, state: State, month: Month) -> None:
    """Deliver from sites: sets `month.received` and `month.sent` (N, M, K, B), lists the `month.deliveries`."""
    terms = _terms(world, state)
    if terms is None:
        return
    promises, share = terms
    tonnes = month.output.take(promises.site, axis=0)
    tonnes *= share
    asked = promises.holders.in_order(tonnes)
    given = month.short.reshape(-1, state.batch).take(promises.wanted, axis=0)
    if len(promises.secured):
        # What it does not need lies in its yard, and leaves it under its controls.
        secured = np.zeros(tonnes.shape)
        secured[promises.secured] = tonnes[promises.secured]
        np.maximum(given, 0.0, out=given)
        given += promises.holders.in_order(secured)
    given.clip(0.0, asked, given)
    month.received.reshape(-1, state.batch)[promises.wanted] = given
    given /= asked + CRUMB
    tonnes *= given.take(promises.of_holder, axis=0)
    for from_rival, pairs, place in promises.places:
        month.deliveries.append((from_rival, place, tonnes.take(pairs, axis=0)))
    sent = promises.exporters.in_order(tonnes.take(promises.by_exporter, axis=0))
    month.sent.reshape(-1, state.batch)[promises.sent] = sent


def _shares(promises: _Promises, state: State) -> Array:
    """Part of the site's output that each pair is promised, (pairs, B)."""
    share = np.ones((len(promises.site), state.batch))
    share[promises.seats] = state.offtake.reshape(-1, state.batch).take(promises.offtake, axis=0)
    if len(promises.feeds):
        free = 1.0 - total(state.offtake[:, promises.site[promises.feeds]], 0)
        share[promises.feeds] = np.maximum(free, 0.0, out=free)
    return share


def deliver_shared(world: World, month: Month) -> None:
    """Ship what partners released for each other."""
    stage = world.stockpiles.stage
    for giver, taker, given in month.shared:
        _note(world, month, giver, (taker, slice(None), stage), given)


def _note(world: World, month: Month, seller: int, place: tuple[Any, ...], tonnes: Array) -> None:
    """Book what a nation sends to `place`: a buyer, and materials and goods."""
    origin = int(world.market.origin[seller])
    month.deliveries.append((origin == RIVAL, (origin, *place), tonnes))
    month.sent[(seller, *place[1:])] += tonnes
    month.received[place] += tonnes


def add_from_rival(month: Month) -> None:
    """Count what came from the rival under contract among what came from it."""
    for from_rival, place, tonnes in month.deliveries:
        if from_rival:
            np.add.at(month.flows[FROM_RIVAL], place[1:], tonnes)


@derived
def _preferring_kinds(world: World) -> frozenset[int]:
    return frozenset(np.flatnonzero(world.agreements.offtake > 0.0).tolist())


def deliver_preferred(world: World, month: Month) -> None:
    """Let partners under an agreement buy first from what is left to export: also lowers `month.offer`."""
    parts = _preferred(world, month)
    if not parts:
        return
    free = month.offer.copy()
    for (seller, buyer), part in parts.items():
        given = np.minimum(free[seller] * part, month.import_need[buyer])
        np.minimum(given, month.offer[seller], out=given)
        month.import_need[buyer] -= given
        month.offer[seller] -= given
        _note(world, month, seller, (buyer,), given)
    # What was bought whole is left as the crumb that keeps divisors from 0.
    np.maximum(month.import_need, CRUMB, out=month.import_need)
    np.maximum(month.offer, CRUMB, out=month.offer)


def _preferred(world: World, month: Month) -> dict[tuple[int, int], Array]:
    """Part of the free export of a seller that is offered first to a buyer, (B,), by seller and buyer."""
    parts: dict[tuple[int, int], Array] = {}
    if month.pacts is not None:
        for kind, one, other, where in month.pacts.with_kind(_preferring_kinds(world)):
            part = where * world.agreements.offtake[kind]
            for pair in ((one, other), (other, one)):
                parts[pair] = np.maximum(parts[pair], part) if pair in parts else part
    return dict(sorted(parts.items(), key=itemgetter(0)))
