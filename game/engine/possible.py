"""What can ever be anything else than nothing in a world: which nation may hold which good, which site makes what.

A table of every value leaves out what these leave out, and nothing else: it follows from the rule set and the scenario,
not from what happened to happen in one match, so that the tables of two matches have the same rows.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.lanes import lanes
from game.engine.layout import site_mix
from game.engine.world import MAGNET, MINE, SEPARATION, World

Cells = NDArray[np.bool_]


def everything(world: World) -> Cells:
    """All there is, whatever the axes."""
    del world
    return np.ones((), dtype=bool)


def seats(world: World) -> Cells:
    """(N,) nations that somebody leads: only they have budgets and policies."""
    led: Cells = np.less(np.arange(len(world.names.nations)), world.seats)
    return led


def partners(world: World) -> Cells:
    """(N,) nations that deal with the rival."""
    others: Cells = np.not_equal(np.arange(len(world.names.nations)), world.rival)
    return others


def oxide(world: World) -> int:
    """The stage of what is counted as oxide."""
    del world
    return SEPARATION


def stockpiled_good(world: World) -> int:
    """The stage whose good public stockpiles hold."""
    return world.stockpiles.stage


def goods_of_site(world: World) -> Cells:
    """(S, M) materials that a site makes."""
    goods: Cells = np.greater(site_mix(world), 0.0)
    return goods


def made(world: World) -> Cells:
    """(N, M, K) goods that some mine or plant of the nation makes."""
    return _by_host(world, goods_of_site(world) & ~world.sites.recycling[:, None])


def recycled(world: World) -> Cells:
    """(N, M) materials that some plant of the nation recovers from scrap."""
    recovered: Cells = np.any(_by_host(world, goods_of_site(world) & world.sites.recycling[:, None]), axis=2)
    return recovered


def fed(world: World) -> Cells:
    """(N, M, K) goods that plants of the nation take in."""
    taken = np.zeros_like(made(world))
    taken[:, :, MINE:MAGNET] = made(world)[:, :, SEPARATION:]
    return taken


def needed(world: World) -> Cells:
    """(N, M, K) goods that the nation's industry or plants use."""
    used: Cells = np.logical_or(np.any(world.demand.base > 0.0, axis=0), fed(world))
    return used


def imported(world: World) -> Cells:
    """(N, M, K) goods that the nation may import: what it uses, and traces of whatever else its plants can be fed."""
    traces = fed(world).any(axis=1, keepdims=True)
    may: Cells = needed(world) | traces
    return may


def used_material(world: World) -> Cells:
    """(N, M) materials of which the nation uses any good."""
    used: Cells = np.any(needed(world), axis=2)
    return used


def used_oxide(world: World) -> Cells:
    """(N, M) materials of which the nation uses the oxide."""
    return needed(world)[:, :, SEPARATION]


def held(world: World) -> Cells:
    """(N, M, K) goods that the nation may have in its yards, and so may export."""
    may = imported(world) | made(world)
    may[:, :, SEPARATION] |= recycled(world)
    may[:, :, world.stockpiles.stage] |= stockpiled(world)
    return may


def stockpiled(world: World) -> Cells:
    """(N, M) materials that the nation's public stockpile may hold."""
    piles = world.stockpiles
    may: Cells = targeted(world) | np.greater(piles.reserve, 0.0)
    return may & needed(world)[:, :, piles.stage]


def targeted(world: World) -> Cells:
    """(N, M) materials for whose public stockpile there may be a target."""
    may: Cells = seats(world)[:, None] | np.greater(world.stockpiles.target, 0.0)
    return may


def imported_from(world: World) -> Cells:
    """(N, X, M, K) goods that the nation may import from each origin."""
    member = world.market.origin == np.arange(len(world.names.origins))[:, None]
    sold: Cells = np.einsum("xn,nmk->xmk", member, held(world))
    return imported(world)[:, None] & sold


def from_rival(world: World) -> Cells:
    """(N, M, K) goods that the nation may import from the rival."""
    may: Cells = imported(world) & held(world)[world.rival] & partners(world)[:, None, None]
    return may


def promised(world: World) -> Cells:
    """(N, S) sites of whose output a seat or the rival may hold a part."""
    may: Cells = np.zeros((len(world.names.nations), len(world.names.sites)), dtype=bool)
    may[: len(world.sites.offtake)] = world.sites.offtake > 0.0
    may[: world.seats, world.projects.site] = True
    grabbed = world.rival_rules.does.get("grab")
    if grabbed is not None:
        may[world.rival] |= np.any(grabbed > 0.0, axis=0)
    return may


def sold_to(world: World) -> Cells:
    """(N, J, N) buyers to which a sector of the nation exports."""
    may: Cells = np.greater_equal(lanes(world).place, 0)
    return may


def exporting(world: World) -> Cells:
    """(N, J) sectors of the nation that export."""
    may: Cells = np.any(sold_to(world), axis=2)
    return may


def sectors(world: World) -> Cells:
    """(N, J) sectors that the nation has."""
    using: Cells = np.any(world.demand.sector_share > 0.0, axis=(2, 3))
    return using | np.greater(world.economy.sector_output, 0.0)


def _by_host(world: World, goods: Cells) -> Cells:
    """(N, M, K) whether the host has any site of the stage with that good, from (S, M)."""
    found = np.zeros((len(world.names.nations), len(world.names.materials), len(world.names.stages)), dtype=bool)
    for host, stage, of_site in zip(world.sites.host, world.sites.stage, goods, strict=True):
        found[host, :, stage] |= of_site
    return found
