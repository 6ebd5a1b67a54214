"""What can ever be anything else than nothing in a world: which nation may hold which good, which site makes what.

A table of every value leaves out what these leave out, and nothing else: it follows from the rule set and the scenario,
not from what happened to happen in one match, so that the tables of two matches have the same rows.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.lanes import lanes
from game.engine.layout import site_mix
from game.engine.world import World

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


def headline(world: World) -> Cells:
    """(G,) goods of the stage at which imports and need are counted in one figure."""
    goods: Cells = np.equal(world.goods.stage, world.goods.headline)
    return goods


def keepable(world: World) -> Cells:
    """(G,) goods that public stockpiles can hold."""
    goods: Cells = np.equal(world.goods.stage, world.stockpiles.stage)
    return goods


def kept_stage(world: World) -> int:
    """The stage whose goods public stockpiles hold."""
    return world.stockpiles.stage


def scrap_stage(world: World) -> int:
    """The stage whose goods are won from scrap."""
    return world.goods.scrap


def first(world: World) -> Cells:
    """(K,) the stage where the chain begins."""
    return np.arange(len(world.names.stages)) == 0


def goods_of_site(world: World) -> Cells:
    """(S, G) goods that a site makes."""
    its = world.sites.stage[:, None] == world.goods.stage
    made: Cells = its & np.greater(site_mix(world)[:, world.goods.material], 0.0)
    return made


def made(world: World) -> Cells:
    """(N, G) goods that some mine or plant of the nation makes."""
    return _goods(world, _made(world))


def recycled(world: World) -> Cells:
    """(N, G) goods that some plant of the nation recovers from scrap."""
    return _goods(world, _recycled(world))


def fed(world: World) -> Cells:
    """(N, G) goods that plants of the nation take in."""
    return _goods(world, _fed(world))


def needed(world: World) -> Cells:
    """(N, G) goods that the nation's industry or plants use."""
    return _goods(world, _needed(world))


def imported(world: World) -> Cells:
    """(N, G) goods that the nation may import: what it uses, and traces of whatever else its plants can be fed."""
    return _goods(world, _imported(world))


def used_onward(world: World) -> Cells:
    """(N, G) goods of which the nation uses any, or any counted good of the same material made at a later stage."""
    needed, stages = _needed(world), world.goods.onward
    used = np.stack([needed[:, :, list(later)].any(axis=2) for later in stages], axis=2)
    return _goods(world, used)


def held(world: World) -> Cells:
    """(N, G) goods that the nation may have in its yards, and so may export."""
    return _goods(world, _held(world))


def stockpiled(world: World) -> Cells:
    """(N, G) goods that the nation's public stockpile may hold."""
    return _goods(world, _stockpiled(world))


def targeted(world: World) -> Cells:
    """(N, G) goods for whose public stockpile there may be a target."""
    return _goods(world, _at_stage(world, _targeted(world), world.stockpiles.stage))


def imported_from(world: World) -> Cells:
    """(N, X, G) goods that the nation may import from each origin."""
    member = world.market.origin == np.arange(len(world.names.origins))[:, None]
    sold: Cells = np.einsum("xn,nmk->xmk", member, _held(world))
    return _goods(world, _imported(world)[:, None] & sold)


def from_rival(world: World) -> Cells:
    """(N, G) goods that the nation may import from the rival."""
    return imported(world) & held(world)[world.rival] & partners(world)[:, None]


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


def _goods(world: World, cells: Cells) -> Cells:
    """(..., G) from (..., M, K)."""
    goods: Cells = cells[..., world.goods.material, world.goods.stage]
    return goods


def _at_stage(world: World, materials: Cells, stage: int) -> Cells:
    """(N, M, K) from (N, M): marked at one stage."""
    cells = np.zeros((*materials.shape, len(world.names.stages)), dtype=bool)
    cells[:, :, stage] = materials
    return cells


def _made(world: World) -> Cells:
    """(N, M, K)"""
    return _by_host(world, np.greater(site_mix(world), 0.0) & ~world.sites.recycling[:, None])


def _recycled(world: World) -> Cells:
    """(N, M, K)"""
    return _by_host(world, np.greater(site_mix(world), 0.0) & world.sites.recycling[:, None])


def _fed(world: World) -> Cells:
    """(N, M, K) each stage takes in what the one before it makes."""
    made = _made(world)
    taken = np.zeros_like(made)
    taken[:, :, :-1] = made[:, :, 1:]
    return taken


def _needed(world: World) -> Cells:
    """(N, M, K)"""
    used: Cells = np.logical_or(np.any(world.demand.base > 0.0, axis=0), _fed(world))
    return used


def _imported(world: World) -> Cells:
    """(N, M, K)"""
    traces = _fed(world).any(axis=1, keepdims=True)
    may: Cells = _needed(world) | traces
    return may


def _held(world: World) -> Cells:
    """(N, M, K)"""
    return _imported(world) | _made(world) | _recycled(world) | _stockpiled(world)


def _stockpiled(world: World) -> Cells:
    """(N, M, K)"""
    piles = world.stockpiles
    may: Cells = _targeted(world) | np.greater(piles.reserve, 0.0)
    return _at_stage(world, may, piles.stage) & _needed(world)


def _targeted(world: World) -> Cells:
    """(N, M)"""
    may: Cells = seats(world)[:, None] | np.greater(world.stockpiles.target, 0.0)
    return may


def _by_host(world: World, goods: Cells) -> Cells:
    """(N, M, K) whether the host has any site of the stage with that good, from (S, M)."""
    found = np.zeros((len(world.names.nations), len(world.names.materials), len(world.names.stages)), dtype=bool)
    for host, stage, of_site in zip(world.sites.host, world.sites.stage, goods, strict=True):
        found[host, :, stage] |= of_site
    return found
