"""Fear of running dry and wariness of a controller."""

from __future__ import annotations

from game.economy.axes import Good, Nation, Zone, borders, goods, nations, zones
from game.economy.compiled import compiled
from game.economy.exact import log
from game.economy.month import Handed
from game.economy.phase import phase
from game.economy.phases.orders import unfilled
from game.economy.small import CRUMB
from game.economy.state import State
from game.economy.world import World

LN2 = 0.6931471805599453


@phase(
    takes="month.asked month.received month.released month.refused world.zone world.local world.alarm "
    "world.excitement world.contagion world.calm_months world.wary_gain world.wary_months state.fear "
    "state.wary state.price state.year_price",
    gives="month.rise state.fear state.wary",
)
def feel(w: World, s: State, m: Handed) -> None:
    """(20) Fear for a good comes from orders not filled, from its rising price, and from the fear of others; it fades.

    fear += (1 - fear) x (alarm x part not filled + excitement x log2(price / year's price) + contagion x fear of
    others) - fear / calm months. Wariness of a controller comes from what it refused, by value.
    """
    for g in goods(w):
        if w.local[g] == 0:
            fear_for(w, s, m, g)
    for n in nations(w):
        for z in borders(w):
            come = min(w.wary_gain * refused(w, s, m, z, n), 1.0)
            s.wary[n, z] += (1.0 - s.wary[n, z]) * come - s.wary[n, z] / w.wary_months


@compiled
def fear_for(w: World, s: State, m: Handed, g: Good) -> None:
    """Fear of each nation's firms that they run dry of a good."""
    for z in zones(w):
        m.rise[z, g] = max(log(s.price[z, g] / s.year_price[z, g]) / LN2, 0.0)
    others = asked = CRUMB
    for n in nations(w):
        others += s.fear[n, g] * m.asked[n, g]
        asked += m.asked[n, g]
    for n in nations(w):
        if m.asked[n, g] > CRUMB:
            lacking = unfilled(m, n, g) / m.asked[n, g]
            around = max(others / asked - s.fear[n, g], 0.0)
            come = min(w.alarm * lacking + w.excitement * m.rise[w.zone[n], g] + w.contagion * around, 1.0)
            s.fear[n, g] += (1.0 - s.fear[n, g]) * come
        s.fear[n, g] -= s.fear[n, g] / w.calm_months


@compiled
def refused(w: World, s: State, m: Handed, z: Zone, n: Nation) -> float:
    """Part, by value, of what a nation ordered in all that a controller did not let out to it."""
    kept, ordered = 0.0, CRUMB
    for g in goods(w):
        kept += m.refused[z, n, g] * s.price[w.zone[n], g]
        ordered += m.asked[n, g] * s.price[w.zone[n], g]
    return kept / ordered
