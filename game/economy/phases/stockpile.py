"""Public stockpiles: what goes into them, and when and for whom they are opened."""

from __future__ import annotations

from game.economy.axes import Good, Nation, nations
from game.economy.compiled import compiled
from game.economy.exact import exp
from game.economy.month import Handed
from game.economy.small import KILO
from game.economy.state import State
from game.economy.world import World

IN_A_LACK, WHEN_DEAR, NEVER = 0, 1, 2
"""Rules by which a stockpile is opened."""


@compiled
def store(w: World, s: State, m: Handed, n: Nation, g: Good, filled: float) -> None:
    """Part what came for the public stockpile from what came for firms."""
    stored = m.stored[n, g] * filled
    s.reserve[n, g] += stored
    s.stock[n, g] += m.received[n, g] - stored
    pay_firms(w, s, n, n, g, stored)


@compiled
def pay_firms(w: World, s: State, state: Nation, n: Nation, g: Good, amount: float) -> None:
    """A state pays the firms of a nation for what goes into its stockpile, and they pay it for what comes out."""
    value = amount * s.price[w.zone[n], g] * KILO
    s.treasury[state] -= value
    s.traders[n] += value


@compiled
def open_stockpiles(w: World, s: State, m: Handed, n: Nation, g: Good) -> None:
    """Meet from a nation's stockpile, then from those of partners, what firms lack; sell from it where it is dear."""
    lacking = 1.0 - m.met[n, g]
    most = w.release_pace * s.usual_use[n, g]
    if s.release[n] == WHEN_DEAR and s.price[w.zone[n], g] > w.release_price * exp(s.usual[w.zone[n], g]):
        give(w, s, m, n, n, g, min(s.reserve[n, g], s.reserve_pace[n] * s.usual_use[n, g]))
    elif s.release[n] == IN_A_LACK and lacking > w.release_at:
        give(w, s, m, n, n, g, min(lacking * m.need[n, g], s.reserve[n, g], most))
    if lacking > w.release_at:
        for partner in nations(w):
            if s.pledge[partner, n] > 0.0:
                still = (1.0 - m.met[n, g]) * m.need[n, g]
                give(w, s, m, partner, n, g, min(still, s.pledge[partner, n] * s.reserve[partner, g]))


@compiled
def give(w: World, s: State, m: Handed, giver: Nation, n: Nation, g: Good, amount: float) -> None:
    """Tonnes of one nation's stockpile go to the firms of a nation that run dry."""
    m.released[n, g] += amount
    s.reserve[giver, g] -= amount
    s.stock[n, g] += amount
    pay_firms(w, s, giver, n, g, -amount)
    m.met[n, g] = min(m.met[n, g] + amount / m.need[n, g], 1.0)
