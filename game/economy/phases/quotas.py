"""Quotas by weight on what leaves a zone: how they are dealt out to their goods, and what leaks past them."""

from __future__ import annotations

from game.economy.axes import OUTSIDE, Good, Quota, Zone, goods, quotas, zones
from game.economy.compiled import compiled
from game.economy.exact import power
from game.economy.month import Handed
from game.economy.phase import phase
from game.economy.small import CRUMB, FREE, LOT
from game.economy.state import State
from game.economy.world import World


@phase(
    takes="world.freight world.leak_months world.quota_zone world.quota_holds world.past_quota "
    "world.past_response world.past_most state.price state.quota state.duty state.past",
    gives="state.past",
)
def leak_past(w: World, s: State, m: Handed) -> None:
    """(9) Past a quota leaks the more, the wider the gap of prices that smugglers see; they find the way over months.

    called = past quota x gap^response, at most `past_most`; gap = price outside / price within with duty and way, at
    least 1.
    """
    for q in quotas(w):
        for g in goods(w):
            if w.quota_holds[q, g] > 0.0 and (s.quota[q] < FREE or s.past[q, g] > 0.0):
                aim = 0.0
                if s.quota[q] < FREE:
                    gap = max(price_gap(w, s, w.quota_zone[q], g), 1.0)
                    aim = min(w.past_quota * power(gap, w.past_response), w.past_most)
                s.past[q, g] += (aim - s.past[q, g]) / w.leak_months


@compiled
def price_gap(w: World, s: State, z: Zone, g: Good) -> float:
    """Price on the world market over that of a good bought within a zone and brought there."""
    return s.price[OUTSIDE, g] / (s.price[z, g] * (1.0 + s.duty[z, g]) * (1.0 + w.freight))


@phase(
    takes="world.quota_zone world.quota_holds world.quota_skew world.quota_spare state.price state.quota "
    "state.past state.called_for",
    gives="month.given month.claim month.allowed",
)
def deal_quotas(w: World, s: State, m: Handed) -> None:
    """(10) A quota by weight is filled with what earns most; what one good has to spare passes on to the others.

    part of a good = asked x (price outside)^skew, brought to the sum of the quota; none gets more than `quota_spare`
    times what is asked of it before the others have as much. Leakage comes on top.
    """
    for z in zones(w):
        for g in goods(w):
            m.allowed[z, g] = FREE
    for q in quotas(w):
        if s.quota[q] < FREE:
            deal(w, s, m, q)
            z = w.quota_zone[q]
            for g in goods(w):
                if w.quota_holds[q, g] > 0.0:
                    m.allowed[z, g] = min(m.allowed[z, g], m.given[g] * (1.0 + s.past[q, g]))


@compiled
def deal(w: World, s: State, m: Handed, q: Quota) -> None:
    """What each good gets of a quota; what is left when all have enough is dealt out by what is asked."""
    z, asked = w.quota_zone[q], CRUMB
    for g in goods(w):
        m.given[g] = m.claim[g] = 0.0
        if w.quota_holds[q, g] > 0.0:
            asked += wished(s, z, g)
            m.claim[g] = wished(s, z, g) * power(s.price[OUTSIDE, g], w.quota_skew)
    left = s.quota[q]
    for _ in goods(w):
        left -= fill_up(w, s, m, z, left)
    total = claimed(w, m)
    for g in goods(w):
        if m.claim[g] > 0.0:
            m.given[g] = left * m.claim[g] / total
        elif w.quota_holds[q, g] > 0.0 and total <= 0.0:
            m.given[g] += left * wished(s, z, g) / asked


@compiled
def fill_up(w: World, s: State, m: Handed, z: Zone, left: float) -> float:
    """Give those enough whose part of what is left is more than that: tonnes given."""
    total, gone = claimed(w, m), 0.0
    for g in goods(w):
        enough = w.quota_spare * wished(s, z, g)
        if m.claim[g] > 0.0 and left * m.claim[g] >= enough * total:
            m.given[g], m.claim[g] = enough, 0.0
            gone += enough
    return min(gone, left)


@compiled
def claimed(w: World, m: Handed) -> float:
    """Sum of the weights of those who have not enough yet."""
    total = 0.0
    for g in goods(w):
        total += m.claim[g]
    return total


@compiled
def wished(s: State, z: Zone, g: Good) -> float:
    """t/month asked of a zone from outside; a good that nobody asked for counts as one of which a lot is."""
    return max(s.called_for[z, g], LOT)
