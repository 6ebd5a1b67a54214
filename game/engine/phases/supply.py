"""The economy plays its month: goods are made, traded, stored and used, and prices form.

The phases of `game.economy` do it, in plain Python until machine code is there; both give the same, bit for bit. Around
them what was decided is written into the record of a match, figures are noted and books are kept, match by match: a
record is fetched from memory once a month.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from game.economy import machine
from game.economy.axes import Nation, goods, nations, sites, zones
from game.economy.compiled import compiled, entry, twin
from game.economy.month import Handed
from game.economy.small import KILO
from game.economy.state import State as Record
from game.economy.step import step
from game.economy.world import World as Rules
from game.engine import books, decided, lost, works
from game.engine.books import CRUMB, Books, keep
from game.engine.decided import Decided, write
from game.engine.loops import NONE, Match, matches, nothing, one_by_one, plain, records
from game.engine.lost import Lost, lose
from game.engine.month import Before, Month, Watched
from game.engine.phases import stockpiles, supply_news
from game.engine.state import State
from game.engine.works import Known, Works, teach, work
from game.engine.world import World

YEAR = 1.0 / 12.0
"""Part of the way that a year's running mean moves in a month."""


class Papers(NamedTuple):
    """What the engine gives the economy for a month, and what it keeps of it."""

    given: Decided
    works: Works
    known: Known
    before: Before
    kept: Books
    lost: Lost


def advance(world: World, state: State, month: Month) -> None:
    """Play the month, and keep the books of every nation's goods."""
    if month.events.watched:
        month.watched = Watched(state)
    month.before, month.books = _noted(world, state), books.opened(world, state)
    losing = lost.opened(world, state, month.exports_lost)
    _play(world, state, Papers(month.decided, month.works, month.known, month.before, month.books, losing))
    if month.events.watched:
        stockpiles.tell_short(month, month.decided.orders)
        supply_news.tell(world, state, month)


def _noted(world: World, state: State) -> Before:
    """Room for what is noted."""
    names, batch = world.names, state.batch
    zones_, nations_, goods_ = len(names.zones), len(names.nations), len(names.goods)
    return Before(np.empty((zones_, goods_, batch)), np.empty((nations_, goods_, batch)))


def _play(world: World, state: State, papers: Papers) -> None:
    if machine.ready():
        twin(play_each)(*records(world, state), papers)
        return
    papers = _in_plain(papers)
    for w, s, m, b in one_by_one(world, state):
        play_one(w, s, m, papers, b)


def _in_plain(papers: Papers) -> Papers:
    """The same for plain Python."""
    given, (of_sites, known, before, kept, losing) = papers.given, papers[1:]
    of_sites, known, before = Works(*plain(*of_sites)), Known(*plain(*known)), Before(*plain(*before))
    return Papers(decided.in_plain(given), of_sites, known, before, Books(*plain(*kept)), Lost(*plain(*losing)))


def _none() -> tuple[Any, ...]:
    before = Before(nothing(0, 0), nothing(0, 0))
    return *NONE, Papers(decided.none(), *works.none(), before, books.none(), lost.none())


@entry(_none)
def play_each(worlds: Any, states: Any, months: Any, papers: Papers) -> None:
    """A month of every match of a batch, one match after the other."""
    for b in matches(states):
        play_one(worlds[0], states[b], months[b], papers, b)


@compiled
def play_one(w: Rules, s: Record, m: Handed, papers: Papers, b: Match) -> None:
    """A month of one match."""
    known, kept = papers.known, papers.kept
    write(w, s, papers.given, b)
    work(w, s, m, papers.works, known, b)
    teach(w, s, known, b)
    note(w, s, papers.before, b)
    count_money(w, s, kept, b, 0)
    step(w, s, m)
    count_money(w, s, kept, b, 1)
    keep(w, m, kept, b, YEAR)
    lose(w, m, known, papers.lost, kept, b)
    for n in nations(w):
        if n < kept.paid.shape[0]:
            settle(w, s, m, papers.before, kept, b, n)


@compiled
def note(w: Rules, s: Record, before: Before, b: Match) -> None:
    """Note figures as they stand before the month."""
    for g in goods(w):
        for z in zones(w):
            before.price[z, g, b] = s.price[z, g]
        for n in nations(w):
            before.reserve[n, g, b] = s.reserve[n, g]


@compiled
def count_money(w: Rules, s: Record, kept: Books, b: Match, ends: int) -> None:
    """Count money at the beginning of the month, and where it `ends` (1, else 0): what is left is what it moved."""
    for i in sites(w):
        kept.cash[i, b] = s.cash[i] - (kept.cash[i, b] if ends else 0.0)
        kept.support[i, b] = s.support[i] - (kept.support[i, b] if ends else 0.0)
    for n in nations(w):
        kept.loss[n, b] = s.loss[n] - (kept.loss[n, b] if ends else 0.0)


@compiled
def settle(w: Rules, s: Record, m: Handed, before: Before, kept: Books, b: Match, n: Nation) -> None:
    """What went into the stockpile of a seat and came out of it, and what both are worth."""
    paid = earned = 0.0
    for g in goods(w):
        stored = m.stored[n, g] * min(m.received[n, g] / max(m.asked[n, g], CRUMB), 1.0)
        given = before.reserve[n, g, b] + stored - s.reserve[n, g]
        kept.stored[n, g, b], kept.given[n, g, b] = stored, given
        paid += stored * before.price[w.zone[n], g, b] * KILO
        earned += given * before.price[w.zone[n], g, b] * KILO
    kept.paid[n, b], kept.earned[n, b] = paid, earned
