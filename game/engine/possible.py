"""What can ever be anything else than nothing in a world: which nation may hold which good, which site makes what.

A table of every value leaves out what these leave out, and nothing else: it follows from the rule set and the scenario,
not from what happened to happen in one match, so that the tables of two matches have the same rows.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.lanes import lanes
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
    return world.stockpiles.goods


def first(world: World) -> Cells:
    """(K,) the stage where the chain begins."""
    return np.arange(len(world.names.stages)) == 0


def goods_of_site(world: World) -> Cells:
    """(S, G) goods that a site makes."""
    made: Cells = world.supply.rules["makes"][0, : len(world.names.sites), : len(world.names.goods)] > 0.0
    return made


def made(world: World) -> Cells:
    """(N, G) goods that some mine or plant of the nation makes."""
    return _by_host(world, goods_of_site(world) & ~world.sites.recycling[:, None])


def recycled(world: World) -> Cells:
    """(N, G) goods that some plant of the nation recovers from scrap."""
    return _by_host(world, goods_of_site(world) & world.sites.recycling[:, None])


def fed(world: World) -> Cells:
    """(N, G) goods that plants of the nation take in."""
    return _by_host(world, world.supply.rules["takes"][0, : len(world.names.sites), : len(world.names.goods)] > 0.0)


def saved(world: World) -> Cells:
    """(G,) goods that plants can learn to do without, in part; in every nation, with such plants or without."""
    thrifty: Cells = world.supply.rules["thriftable"][0, : len(world.names.goods)] > 0.0
    return thrifty


def at_works(world: World) -> Cells:
    """(N, G) goods that may lie at the works of the nation."""
    return made(world) | recycled(world)


def released(world: World) -> Cells:
    """(N, G) goods that some nation's public stockpile may hold, for partners get of them too, where they are used."""
    return needed(world) & np.any(stockpiled(world), axis=0)


def needed(world: World) -> Cells:
    """(N, G) goods that the nation's industry or plants use."""
    rules, used = world.supply.rules[0], fed(world)
    for sector, good in enumerate(rules["sector_good"][: len(world.names.sectors)].tolist()):
        used[:, good] |= rules["use"][: len(used), sector] > 0.0
    return used


def imported(world: World) -> Cells:
    """(N, G) goods that the nation may import: what it uses or stores and is traded."""
    return (needed(world) | stockpiled(world)) & traded(world)


def held(world: World) -> Cells:
    """(N, G) goods that the nation may have in stocks and yards, and so may export."""
    return needed(world) | made(world) | recycled(world) | stockpiled(world) | ~traded(world)


def stockpiled(world: World) -> Cells:
    """(N, G) goods that the nation's public stockpile may hold."""
    return targeted(world) | np.greater(world.stockpiles.reserve, 0.0)


def targeted(world: World) -> Cells:
    """(N, G) goods for whose public stockpile there may be a target."""
    may: Cells = (seats(world)[:, None] & keepable(world)) | np.greater(world.stockpiles.target, 0.0)
    return may


def imported_from(world: World) -> Cells:
    """(N, X, G) goods that the nation may import from each origin."""
    sold: Cells = np.einsum("nx,ng->xg", ~foreign(world), made(world) | recycled(world))
    return imported(world)[:, None] & sold & foreign(world)[..., None]


@derived
def foreign(world: World) -> Cells:
    """(N, X) origins other than a nation's own: what it buys there it imports."""
    origin = world.supply.rules["origin"][0, : len(world.names.nations)]
    abroad: Cells = origin[:, None] != np.arange(len(world.names.origins))
    return abroad


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
    using: Cells = world.supply.rules["use"][0, : len(world.names.nations), : len(world.names.sectors)] > 0.0
    return using | np.greater(world.economy.sector_output, 0.0)


@derived
def traded(world: World) -> Cells:
    """(G,) goods that are traded; scrap is used where it comes up."""
    everywhere: Cells = world.supply.rules["local"][0, : len(world.names.goods)] == 0
    return everywhere


def _by_host(world: World, of_site: Cells) -> Cells:
    """(N, G) whether any site of the nation has the mark, from (S, G)."""
    found = np.zeros((len(world.names.nations), of_site.shape[1]), dtype=bool)
    np.logical_or.at(found, world.sites.host, of_site)
    return found
