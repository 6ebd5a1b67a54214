"""What firms order: what they need, and part of what their stock lacks; and what the state orders for its stockpile."""

from __future__ import annotations

from game.economy.axes import Good, Nation, Zone, goods, nations, places, sites, zones
from game.economy.compiled import compiled
from game.economy.exact import exp, log
from game.economy.month import Handed
from game.economy.phase import phase
from game.economy.small import CRUMB
from game.economy.state import State
from game.economy.world import World


@phase(
    takes="month.want month.feed month.plan world.zone world.cover world.local world.host world.feeds "
    "world.feed_good world.order_months world.usual_months world.patience world.panic state.stock "
    "state.reserve state.reserve_target state.usual_use state.growth state.fear state.price "
    "state.usual state.reserve_pace",
    gives="month.need month.patient month.wanted month.order month.asked month.stored state.usual_use state.growth",
)
def place_orders(w: World, s: State, m: Handed) -> None:
    """(7) Order = need + (stock wanted - stock) / months to close the gap; fear makes firms want more of it.

    stock wanted = cover x (1 + panic x fear) x usual use x (p / p usual)^-patience: who can wait buys ahead what is
    cheap and lives off stock while it is dear (Williams and Wright 1991). Public stockpiles buy toward their target at
    their pace.
    """
    add_up_need(w, m)
    see_growth(w, s, m)
    for z in zones(w):
        for g in goods(w):
            m.patient[z, g] = patient(w, s, z, g)
    for n in nations(w):
        for g in goods(w):
            s.usual_use[n, g] += (m.need[n, g] - s.usual_use[n, g]) / w.usual_months
            usual = s.usual_use[n, g]
            m.wanted[n, g] = w.cover[g] * (1.0 + w.panic * s.fear[n, g]) * m.patient[w.zone[n], g] * usual
            m.order[n, g] = m.stored[n, g] = 0.0
            if w.local[g] == 0:
                order(w, s, m, n, g)
            m.asked[n, g] = m.order[n, g]


@compiled
def add_up_need(w: World, m: Handed) -> None:
    """What users want, and what works mean to run."""
    for n in nations(w):
        for g in goods(w):
            m.need[n, g] = m.want[n, g]
    for i in sites(w):
        for k in places(w.feeds[i]):
            m.need[w.host[i], w.feed_good[i, k]] += m.plan[i] * m.feed[i, w.feed_good[i, k]]


@compiled
def order(w: World, s: State, m: Handed, n: Nation, g: Good) -> None:
    """What a nation orders of a good, for its firms and for its stockpile."""
    usual = s.usual_use[n, g]
    gap = s.reserve_target[n, g] * usual - s.reserve[n, g]
    m.stored[n, g] = min(max(gap, 0.0), s.reserve_pace[n] * usual)
    own = m.need[n, g] + (m.wanted[n, g] - s.stock[n, g]) / w.order_months
    m.order[n, g] = max(own, 0.0) + m.stored[n, g]


@compiled
def patient(w: World, s: State, z: Zone, g: Good) -> float:
    """Part of the stock that firms would want at the usual price that they want at the price of today."""
    if w.patience == 0.0 or w.local[g] == 1:
        return 1.0
    return exp(-w.patience * (log(s.price[z, g]) - s.usual[z, g]))


@compiled
def see_growth(w: World, s: State, m: Handed) -> None:
    """How fast the need of each good grows, from what is needed now and what was in the mean of `usual_months`."""
    for g in goods(w):
        now = usual = CRUMB
        for n in nations(w):
            now += m.need[n, g]
            usual += s.usual_use[n, g]
        s.growth[g] += ((now / usual - 1.0) / w.usual_months - s.growth[g]) / w.usual_months


@compiled
def unfilled(m: Handed, n: Nation, g: Good) -> float:
    """Tonnes that a nation ordered and that neither came nor were released from its stockpile."""
    return max(m.asked[n, g] - m.received[n, g] - m.released[n, g], 0.0)
