"""The books of nations: what each made, won back, imported and exported in a month, and the running means of a year."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from game.economy import machine
from game.economy.axes import Good, Nation, Origin, goods, nations, places, sites
from game.economy.compiled import compiled, entry, twin
from game.economy.month import Handed
from game.economy.world import World as Rules
from game.engine.derived import derived
from game.engine.loops import NONE, Match, matches, nothing, one_by_one, plain, records
from game.engine.state import State
from game.engine.world import World

RIVAL = Origin(0)
"""Origin of the rival: the first."""
CRUMB = 1e-9
"""t: less is nothing."""


class Books(NamedTuple):
    """Flows of the month and the year's running means of four of them, each (N, G, B) t/month; money moved in it."""

    production: Any
    """Made, without what comes from scrap."""
    recycled: Any
    imports: Any
    exports: Any
    year_imports: Any
    year_rival: Any
    year_use: Any
    year_output: Any
    recycling: Any
    """(S,) 1 for a site that takes what comes back at the end of its use."""
    made: Any
    """(S, B) t of all goods that each site made."""
    stored: Any
    """(H, G, B) t that went into the stockpiles of seats."""
    given: Any
    """(H, G, B) t that came out of them."""
    paid: Any
    """(H, B) US$ million for what went in, at the price before the month."""
    earned: Any
    """(H, B) US$ million for what came out."""
    cash: Any
    """(S, B) US$ million that a site earned."""
    support: Any
    """(S, B) US$ million paid to it by who guarantees what it fetches."""
    loss: Any
    """(N, B) US$ million of output lost."""


def opened(world: World, state: State) -> Books:
    """The books of a batch, with new pages for the month."""
    nations, count, batch = len(world.names.nations), len(world.names.goods), state.batch
    production, recycled, imports, exports = np.empty((4, nations, count, batch))
    state.flow_production, state.flow_recycled = production, recycled
    state.flow_imports, state.flow_exports = imports, exports
    year_imports, year_rival, year_use, year_output = state.means
    made, cash, support = np.empty((3, len(world.names.sites), batch))
    (stored, given), (paid, earned) = np.empty((2, world.seats, count, batch)), np.empty((2, world.seats, batch))
    loss = np.empty((nations, batch))
    return Books(
        production, recycled, imports, exports, year_imports, year_rival, year_use, year_output,
        _recycling(world), made, stored, given, paid, earned, cash, support, loss,
    )  # fmt: skip


@derived
def _recycling(world: World) -> Any:
    """(S,) 1 for a site that takes what comes back at the end of its use."""
    return world.sites.recycling.astype(np.int64)


def none() -> Books:
    """Those of no match."""
    page, line = nothing(0, 0), nothing(0)
    pages = (page, page, page, page)
    return Books(*pages, *pages, np.zeros(0, np.int64), line, page, page, line, line, line, line, line)


def keep_first(world: World, state: State) -> None:
    """Keep the books of the month before the first, and let the running means begin with it."""
    books = opened(world, state)
    if machine.ready():
        twin(keep_each)(*records(world, state), books)
        return
    for w, _, m, b in one_by_one(world, state):
        keep(w, m, Books(*plain(*books)), b, 1.0)


@entry(lambda: (*NONE, none()))
def keep_each(worlds: Any, states: Any, months: Any, books: Books) -> None:
    """The same of every match of a batch."""
    for b in matches(states):
        keep(worlds[0], months[b], books, b, 1.0)


@compiled
def keep(w: Rules, m: Handed, books: Books, b: Match, pace: float) -> None:
    """Set what each nation of one match made, imported and exported in the month that has ended, and move the year's
    running means a part `pace` of the way to it.
    """
    for n in nations(w):
        for g in goods(w):
            books.production[n, g, b] = books.recycled[n, g, b] = 0.0
            books.imports[n, g, b] = books.exports[n, g, b] = 0.0
    for i in sites(w):
        books.made[i, b] = 0.0
        for k in places(w.products[i]):
            n, g = w.host[i], w.product[i, k]
            books.made[i, b] += m.output[i, g]
            books.production[n, g, b] += m.output[i, g]
            books.recycled[n, g, b] += m.output[i, g] * books.recycling[i]
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
    use = m.used[n, g] + m.taken[n, g]
    rival = m.bought[g, RIVAL, n] if w.origin[n] != RIVAL else 0.0
    books.year_imports[n, g, b] += (books.imports[n, g, b] - books.year_imports[n, g, b]) * pace
    books.year_rival[n, g, b] += (rival - books.year_rival[n, g, b]) * pace
    books.year_use[n, g, b] += (use - books.year_use[n, g, b]) * pace
    books.year_output[n, g, b] += (books.production[n, g, b] - books.year_output[n, g, b]) * pace
