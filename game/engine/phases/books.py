"""The books of nations: what each made, won back, imported and exported in a month, and the running means of a year."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from game.economy import machine
from game.economy.axes import Good, Nation, Origin, goods, nations, places, sites
from game.economy.compiled import compiled, entry, twin
from game.economy.fields import Codes, Cube
from game.economy.month import Handed
from game.economy.world import World as Rules
from game.engine.loops import NONE, Match, matches, nothing, one_by_one, plain, records
from game.engine.state import State
from game.engine.world import World

RIVAL = Origin(0)
"""Origin of the rival: the first."""
CRUMB = 1e-9
"""t: less is nothing."""

Flow = Cube[Nation, Good, Match]
Recycling = Codes[Any, int]


class Books(NamedTuple):
    """Flows of the month and the year's running means of four of them, each (N, G, B) t/month."""

    production: Flow
    """Made, without what comes from scrap."""
    recycled: Flow
    imports: Flow
    exports: Flow
    year_imports: Flow
    year_rival: Flow
    year_use: Flow
    year_output: Flow


def keep_books(world: World, state: State, pace: float) -> None:
    """Set what each nation made, imported and exported in the month that has ended, and move the year's running means
    a part `pace` of the way to it.
    """
    size = (len(world.names.nations), len(world.names.goods), state.batch)
    flows = state.flow_production, state.flow_recycled, state.flow_imports, state.flow_exports = (
        np.empty(size), np.empty(size), np.empty(size), np.empty(size)
    )  # fmt: skip
    arrays, recycling = (*flows, *state.means), world.sites.recycling.astype(np.int64)
    if machine.ready():
        twin(keep_each)(*records(world, state), recycling, Books(*arrays), pace)
        return
    books, (scrap,) = Books(*plain(*arrays)), plain(recycling)
    for w, _, m, b in one_by_one(world, state):
        keep(w, m, scrap, books, b, pace)


def _none() -> tuple[Any, ...]:
    return *NONE, np.zeros(0, np.int64), Books(*(nothing(0, 0) for _ in Books._fields)), 0.0


@entry(_none)
def keep_each(worlds: Any, states: Any, months: Any, recycling: Any, books: Books, pace: float) -> None:
    """Keep the books of every match of a batch."""
    for b in matches(states):
        keep(worlds[0], months[b], recycling, books, b, pace)


@compiled
def keep(w: Rules, m: Handed, recycling: Recycling, books: Books, b: Match, pace: float) -> None:
    """Keep the books of one match. `recycling` is 1 for a site that takes what comes back at the end of its use."""
    for n in nations(w):
        for g in goods(w):
            books.production[n, g, b] = books.recycled[n, g, b] = 0.0
            books.imports[n, g, b] = books.exports[n, g, b] = 0.0
    for i in sites(w):
        for k in places(w.products[i]):
            n, g = w.host[i], w.product[i, k]
            books.production[n, g, b] += m.output[i, g]
            books.recycled[n, g, b] += m.output[i, g] * recycling[i]
            books.exports[n, g, b] += m.sold[i, g]
    for g in goods(w):
        for k in places(w.sellers[g]):
            leave(w, m, books, b, g, w.seller[g, k])
    for n in nations(w):
        for g in goods(w):
            books.production[n, g, b] -= books.recycled[n, g, b]
            move(w, m, books, b, n, g, pace)


@compiled
def leave(w: Rules, m: Handed, books: Books, b: Match, g: Good, x: Origin) -> None:
    """What leaves an origin is the import of who bought it, and the export of its nations as each has sold."""
    leaving = sold = 0.0
    for n in nations(w):
        if w.origin[n] == x:
            sold += books.exports[n, g, b]
        else:
            leaving += m.bought[g, x, n]
            books.imports[n, g, b] += m.bought[g, x, n]
    part = leaving / max(sold, CRUMB)
    for n in nations(w):
        if w.origin[n] == x:
            books.exports[n, g, b] *= part


@compiled
def move(w: Rules, m: Handed, books: Books, b: Match, n: Nation, g: Good, pace: float) -> None:
    """Move the running means of a nation and good."""
    use = m.need[n, g] * min(m.met[n, g], 1.0)
    rival = m.bought[g, RIVAL, n] if w.origin[n] != RIVAL else 0.0
    books.year_imports[n, g, b] += (books.imports[n, g, b] - books.year_imports[n, g, b]) * pace
    books.year_rival[n, g, b] += (rival - books.year_rival[n, g, b]) * pace
    books.year_use[n, g, b] += (use - books.year_use[n, g, b]) * pace
    books.year_output[n, g, b] += (books.production[n, g, b] - books.year_output[n, g, b]) * pace
