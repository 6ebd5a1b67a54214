"""What each good costs in each zone."""

from __future__ import annotations

from game.economy.axes import OUTSIDE, Good, Zone, borders, goods, nations, places, sites, zones
from game.economy.compiled import compiled
from game.economy.exact import exp, log
from game.economy.month import Handed
from game.economy.phase import phase
from game.economy.phases.orders import unfilled
from game.economy.small import CRUMB, LOT
from game.economy.state import State
from game.economy.world import World

THIN = 4.0 * LOT
"""t wanted and held together below which there is no market; one lot of each is counted where there is none."""
FAMINE = 3.0
"""Wanted over held stock beyond which a lack is felt in proportion to its logarithm only."""


@phase(
    takes="month.wanted month.asked month.received month.released world.zone world.origin_zone "
    "world.yard_cover world.local world.host world.products world.product world.sellers world.seller "
    "state.stock state.yard state.regular",
    gives="month.held month.called",
)
def count_cover(w: World, s: State, m: Handed) -> None:
    """(17) What lies in each zone, in stocks and yards, and what should: cover, and what was ordered and not filled."""
    for g in goods(w):
        for z in zones(w):
            m.held[z, g] = m.called[z, g] = LOT
        for n in nations(w):
            z = w.zone[n]
            m.held[z, g] += s.stock[n, g]
            m.called[z, g] += m.wanted[n, g]
            if w.local[g] == 0:
                m.called[z, g] += unfilled(m, n, g)
        for k in places(w.sellers[g]):
            sold = 0.0
            for n in nations(w):
                sold += s.regular[g, w.seller[g, k], n]
            m.called[w.origin_zone[w.seller[g, k]], g] += w.yard_cover[g] * sold
    for i in sites(w):
        for k in places(w.products[i]):
            m.held[w.zone[w.host[i]], w.product[i, k]] += s.yard[i, w.product[i, k]]


@phase(
    takes="month.bought world.zone world.origin_zone world.lean_months world.sellers world.seller state.lean",
    gives="state.lean",
)
def see_lean(w: World, s: State, m: Handed) -> None:
    """(18) Which way a good crosses a border, from -1 where it only enters to 1 where it only leaves."""
    for g in goods(w):
        for z in borders(w):
            out = into = 0.0
            for k in places(w.sellers[g]):
                x = w.seller[g, k]
                for n in nations(w):
                    if w.origin_zone[x] == z and w.zone[n] != z:
                        out += m.bought[g, x, n]
                    elif w.origin_zone[x] != z and w.zone[n] == z:
                        into += m.bought[g, x, n]
            s.lean[z, g] += ((out - into) / (out + into + CRUMB) - s.lean[z, g]) / w.lean_months


@phase(
    takes="month.open month.cost month.weight month.worth month.held month.called world.zone "
    "world.price_months world.expect_months world.haste world.scarcity world.cost_pull world.joined "
    "world.freight state.usual_use state.fear state.price state.usual state.year_price state.lean "
    "state.duty state.flood",
    gives="month.apart month.linked month.aim state.price state.usual state.year_price",
)
def form_prices(w: World, s: State, m: Handed) -> None:
    """(19) A price moves from what traders are used to, by scarcity and by cost; it rests where both are at peace.

    ln(called for) = ln(usual) + scarcity x lack(wanted / held) + cost pull x ln(cost / usual) / (1 + lack)^2, at most
    what the best user of it can pay (Sterman 2000, ch. 20). Cost holds a price only where more can be had at that cost:
    in a lasting lack the price goes on rising until users do without. As far as a good crosses a border freely there is
    one market, and only the way and the duty part its prices; the rest of a price is its zone's own, for goods of
    different origin are not the same goods (Armington 1969). A controller that floods the market sells below that, and
    makes up for it to its own works.
    """
    for g in goods(w):
        for z in zones(w):
            m.apart[z, g], m.linked[z, g] = apart(w, s, z, g), link(w, m, z, g)
        aim_apart(w, s, m, g)
        join_markets(w, m, g)
        for z in zones(w):
            move(w, s, m, z, g)


@compiled
def aim_apart(w: World, s: State, m: Handed, g: Good) -> None:
    """What scarcity and cost call for in each zone, of what all markets together and what its own hold and pay."""
    called = held = weight = cost = shift = 0.0
    for z in zones(w):
        part = openness(m, z, g)
        called += part * m.called[z, g]
        held += part * m.held[z, g]
        weight += part * m.weight[z, g]
        cost += part * m.weight[z, g] * m.cost[z, g]
        shift += part * m.called[z, g] * m.apart[z, g]
    shift /= called
    for z in zones(w):
        free = m.linked[z, g]
        scarce = free * lack(called / held) + (1.0 - free) * lack(m.called[z, g] / m.held[z, g])
        paid = free * (log(cost / weight) + shift - m.apart[z, g]) + (1.0 - free) * log(m.cost[z, g])
        anchored = w.cost_pull / ((1.0 + max(scarce, 0.0)) * (1.0 + max(scarce, 0.0)))
        m.aim[z, g] = s.usual[z, g] + w.scarcity * scarce + anchored * (paid - s.usual[z, g])
        if m.worth[z, g] > 0.0:
            m.aim[z, g] = min(m.aim[z, g], log(m.worth[z, g]))
        m.aim[z, g] += log(1.0 - s.flood[z, g])


@compiled
def join_markets(w: World, m: Handed, g: Good) -> None:
    """Bring the prices called for together, but for way and duty, as far as the good crosses borders freely."""
    common = total = 0.0
    for z in zones(w):
        part = openness(m, z, g) * m.called[z, g]
        common += part * (m.aim[z, g] + m.apart[z, g])
        total += part
    common /= total
    for z in zones(w):
        m.aim[z, g] += m.linked[z, g] * (common - m.apart[z, g] - m.aim[z, g])


@compiled
def openness(m: Handed, z: Zone, g: Good) -> float:
    """How freely a good leaves a zone; nobody shuts the world market."""
    return 1.0 if z == OUTSIDE else m.open[z, g]


@compiled
def link(w: World, m: Handed, z: Zone, g: Good) -> float:
    """How far a zone's price is that of all; where nobody has or wants a good it is nothing of its own."""
    if m.called[z, g] + m.held[z, g] < THIN:
        return 1.0
    return w.joined * freedom(w, m, z, g)


@compiled
def freedom(w: World, m: Handed, z: Zone, g: Good) -> float:
    """How far a zone's market is one with the others; the world's is one with those that are open."""
    if z != OUTSIDE:
        return m.open[z, g]
    part = total = 0.0
    for b in borders(w):
        part += m.open[b, g] * m.called[b, g]
        total += m.called[b, g]
    return part / total if total > 0.0 else 0.0


@compiled
def apart(w: World, s: State, z: Zone, g: Good) -> float:
    """Logarithm of what a good costs on the world market over what it costs within a zone, from way and duty alone."""
    if z == OUTSIDE:
        return 0.0
    lean = s.lean[z, g]
    way = log(1.0 + w.freight) * lean
    return way + log(1.0 + s.duty[z, g]) * max(lean, 0.0) if s.duty[z, g] != 0.0 else way


@compiled
def lack(called: float) -> float:
    """How scarce a good is, by wanted over held: a lack is felt more than in proportion, a glut and a famine less."""
    if called < 1.0:
        return log(called)
    return called - 1.0 if called < FAMINE else FAMINE - 1.0 + FAMINE * log(called / FAMINE)


@compiled
def move(w: World, s: State, m: Handed, z: Zone, g: Good) -> None:
    """Move a price part of the way, and what traders are used to a smaller part, the faster the more they fear."""
    present = log(s.price[z, g])
    present += (m.aim[z, g] - present) / w.price_months
    haste = 1.0 + w.haste * fear_of(w, s, z, g)
    s.usual[z, g] += (present - s.usual[z, g]) * min(haste / w.expect_months, 1.0)
    s.price[z, g] = exp(present)
    s.year_price[z, g] += (s.price[z, g] - s.year_price[z, g]) / 12.0


@compiled
def fear_of(w: World, s: State, z: Zone, g: Good) -> float:
    """Fear of those who use a good in a zone, each weighed by its use."""
    fear, use = 0.0, CRUMB
    for n in nations(w):
        if w.zone[n] == z:
            fear += s.fear[n, g] * s.usual_use[n, g]
            use += s.usual_use[n, g]
    return fear / use
