"""Contracts: what is promised is delivered before anything is sold.

Seats that hold offtake and nations under whose feed contract a mine stands get their part of the site's output first,
as far as they need it; the surplus goes to the open market. Then come reserves shared by partners, and partners under
an agreement who are offered a part of the free export.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.layout import NEGLIGIBLE
from game.engine.state import IN_FORCE, State
from game.engine.summation import Groups, total
from game.engine.world import MINE, World, wide

if TYPE_CHECKING:
    from game.engine.step import Month

Array = NDArray[np.float64]
Index = NDArray[np.intp]


@dataclass(frozen=True)
class _Promises:
    """Pairs of a site and a nation that may hold a promise on it, sorted by holder, stage, then origin."""

    site: Index
    seats: Index
    """Rows of pairs whose share is a seat's offtake ..."""
    seat: Index
    """... and the seat."""
    feeds: Index
    """Rows of pairs that are feed contracts: they own what seats do not."""
    holder: Index
    holder_stage: Index
    holders: Groups
    of_holder: Index
    source: Index
    sources: Groups
    """Runs of one holder, stage and origin; `source` is the origin."""
    source_holder: Index
    source_stage: Index
    by_exporter: Index
    """Order of the pairs by exporter and stage."""
    exporter: Index
    exporter_stage: Index
    exporters: Groups


@derived
def _promises(world: World) -> _Promises | None:
    """All promises that can come into being in this world; None when there are none."""
    pairs = sorted(_pairs(world))
    if not pairs:
        return None
    holder, stage, origin, exporter, site, seat = np.array(pairs, dtype=np.intp).T
    by_holder = _starts(holder, stage)
    by_source = _starts(holder, stage, origin)
    order = np.lexsort((stage, exporter))
    by_exporter = _starts(exporter[order], stage[order])
    return _Promises(
        site=site,
        seats=np.flatnonzero(seat >= 0),
        seat=seat[seat >= 0],
        feeds=np.flatnonzero(seat < 0),
        holder=holder[by_holder],
        holder_stage=stage[by_holder],
        holders=Groups.of(by_holder, len(pairs)),
        of_holder=np.repeat(np.arange(len(by_holder)), np.diff([*by_holder, len(pairs)])),
        source=origin[by_source],
        sources=Groups.of(by_source, len(pairs)),
        source_holder=holder[by_source],
        source_stage=stage[by_source],
        by_exporter=order,
        exporter=exporter[order][by_exporter],
        exporter_stage=stage[order][by_exporter],
        exporters=Groups.of(by_exporter, len(pairs)),
    )


def _pairs(world: World) -> set[tuple[int, int, int, int, int, int]]:
    """(holder, stage, origin, exporter, site, seat or -1) of every promise that can come into being."""
    sites, origin = world.sites, world.market.origin
    found = set()
    promised = sites.offtake.copy()
    for project, site in enumerate(world.projects.site.tolist()):
        promised[:, site] += world.projects.offtake[project]
    for seat, site in np.argwhere(promised > 0.0).tolist():
        host = int(sites.host[site])
        if host != seat:
            found.add((seat, int(sites.stage[site]), int(origin[host]), host, site, seat))
    for site in np.flatnonzero((sites.feed_to >= 0) & (sites.stage == MINE)).tolist():
        host, buyer = int(sites.host[site]), int(sites.feed_to[site])
        if host != buyer:
            found.add((buyer, MINE, int(origin[host]), host, site, -1))
    return found


def _starts(*keys: Index) -> Index:
    changed = np.zeros(len(keys[0]), dtype=bool)
    for key in keys:
        changed |= np.diff(key, prepend=-1) != 0
    return np.flatnonzero(changed)


def deliver_promised(world: World, state: State, month: Month) -> None:
    """Deliver from sites: sets `month.received` and `month.sent` (N, M, K, B), lists the `month.deliveries`."""
    promises = _promises(world)
    if promises is None:
        return
    share = np.empty((len(promises.site), state.batch))
    share[promises.seats] = state.offtake[promises.seat, promises.site[promises.seats]]
    if len(promises.feeds):
        share[promises.feeds] = 1.0 - total(state.offtake, 0)[promises.site[promises.feeds]]
        np.maximum(share, 0.0, out=share)
    tonnes = month.output[promises.site]
    tonnes *= share[:, None]
    asked = promises.holders.sums(tonnes)
    fill = month.short[promises.holder, :, promises.holder_stage]
    fill /= asked + NEGLIGIBLE
    np.maximum(fill, 0.0, out=fill)
    np.minimum(fill, 1.0, out=fill)
    asked *= fill
    month.received[promises.holder, :, promises.holder_stage] = asked
    tonnes *= fill[promises.of_holder]
    place = (promises.source, promises.source_holder, slice(None), promises.source_stage)
    month.deliveries.append((place, promises.sources.sums(tonnes)))
    month.sent[promises.exporter, :, promises.exporter_stage] = promises.exporters.sums(tonnes[promises.by_exporter])


def deliver_shared(world: World, month: Month) -> None:
    """Ship what partners released for each other."""
    stage = world.stockpiles.stage
    for giver, taker, given in month.shared:
        month.deliveries.append(((world.market.origin[giver], taker, slice(None), stage), given))
        month.sent[giver, :, stage] += given
        month.received[taker, :, stage] += given


@derived
def _preferring_kinds(world: World) -> Index:
    return np.flatnonzero(world.agreements.offtake > 0.0)


def deliver_preferred(world: World, state: State, month: Month) -> None:
    """Let partners under an agreement buy first from what is left to export: also lowers `month.offer`."""
    kinds = _preferring_kinds(world)
    if not len(kinds):
        return
    in_force = state.agreement[kinds] == IN_FORCE
    if not in_force.any():
        return
    one_way = (in_force * wide(world.agreements.offtake[kinds], 3)).max(axis=0)
    part = np.maximum(one_way, one_way.swapaxes(0, 1))
    free = month.offer.copy()
    for seller, buyer in np.argwhere(part.any(axis=-1)).tolist():
        given = np.minimum(free[seller] * part[seller, buyer], month.import_need[buyer])
        np.minimum(given, month.offer[seller], out=given)
        month.import_need[buyer] -= given
        month.offer[seller] -= given
        month.sent[seller] += given
        month.received[buyer] += given
        month.deliveries.append(((world.market.origin[seller], buyer), given))
