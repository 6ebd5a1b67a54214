"""Fear of running dry and wariness of a controller."""

from __future__ import annotations

from game.economy.axes import Nation, Zone, borders, goods, nations
from game.economy.compiled import compiled
from game.economy.exact import log
from game.economy.month import Handed
from game.economy.phase import phase
from game.economy.small import CRUMB
from game.economy.state import State
from game.economy.world import World

LN2 = 0.6931471805599453


@phase(
    takes="month.asked month.received month.released month.refused world.zone world.alarm world.excitement "
    "world.contagion world.calm_months world.wary_gain world.wary_months state.fear state.wary state.price "
    "state.year_price",
    gives="state.fear state.wary",
)
def feel(w: World, s: State, m: Handed) -> None:
    """(18) Fear comes from orders refused or not filled, from rising prices, and from the fear of others; it fades.

    fear += (1 - fear) x (alarm x lacking + excitement x log2(price / year's price) + contagion x fear of others)
            - fear / calm months. Lacking and rise are weighed by the value of what was ordered.
    """
    others = count = 0.0
    for n in nations(w):
        if spends(w, s, m, n) > CRUMB:
            others += s.fear[n]
            count += 1.0
    for n in nations(w):
        spent = spends(w, s, m, n)
        if spent > CRUMB:
            lacking, rise = stir(w, s, m, n)
            around = (others - s.fear[n]) / max(count - 1.0, 1.0)
            come = w.alarm * lacking / spent + w.excitement * rise / spent + w.contagion * max(around - s.fear[n], 0.0)
            s.fear[n] += (1.0 - s.fear[n]) * min(come, 1.0) - s.fear[n] / w.calm_months
            for z in borders(w):
                part = refused(w, s, m, z, n) / spent
                s.wary[n, z] += (1.0 - s.wary[n, z]) * min(w.wary_gain * part, 1.0) - s.wary[n, z] / w.wary_months


@compiled
def spends(w: World, s: State, m: Handed, n: Nation) -> float:
    """Value of what a nation ordered, US$ thousand."""
    total = 0.0
    for g in goods(w):
        total += m.asked[n, g] * s.price[w.zone[n], g]
    return total


@compiled
def stir(w: World, s: State, m: Handed, n: Nation) -> tuple[float, float]:
    """Value of what was ordered and not delivered; of what was ordered, times the doublings of its price in a year."""
    lacking = rise = 0.0
    for g in goods(w):
        price, past = s.price[w.zone[n], g], s.year_price[w.zone[n], g]
        lacking += max(m.asked[n, g] - m.received[n, g] - m.released[n, g], 0.0) * price
        rise += max(log(price / past) / LN2, 0.0) * m.asked[n, g] * price
    return lacking, rise


@compiled
def refused(w: World, s: State, m: Handed, z: Zone, n: Nation) -> float:
    """Value of what a controller did not let out to a nation."""
    total = 0.0
    for g in goods(w):
        total += m.refused[z, n, g] * s.price[w.zone[n], g]
    return total
