"""Who buys from whom, and what a controller lets out."""

from __future__ import annotations

from game.economy.axes import Good, Nation, Origin, Zone, borders, goods, nations, origins, places, sites, zones
from game.economy.compiled import compiled
from game.economy.month import Handed
from game.economy.phase import phase
from game.economy.phases.asking import ask_origins, delivered
from game.economy.phases.passage import control
from game.economy.phases.sales import deliver, sell
from game.economy.small import CRUMB
from game.economy.state import State
from game.economy.world import World


@phase(
    takes="month.order month.received month.bought month.sold month.allowed month.left_zone world.zone "
    "world.origin world.origin_zone world.host world.products world.product world.freight world.habit "
    "world.sellers world.seller world.response world.diversion world.custom world.regular_months "
    "world.shut world.wary_effect state.yard state.wary state.price state.regular state.reliable "
    "state.cash state.tariff state.bond state.duty state.embargo state.flood state.leak "
    "state.called_for state.traders state.duties state.rents state.customs state.support "
    "state.money_out",
    gives="month.received month.refused month.bought month.sold month.offer month.left month.pull "
    "month.pull_abroad month.drawn month.supplied month.tie month.home month.sends month.wish "
    "month.flow month.lacking month.left_zone month.open state.yard state.regular state.reliable "
    "state.cash state.called_for state.traders state.duties state.rents state.customs state.support "
    "state.money_out",
)
def trade(w: World, s: State, m: Handed) -> None:
    """(12) Buyers ask each origin for a share; of what it cannot fill they find a part with who has some left.

    share of x = habit x (price of x, delivered)^-response x (part of orders that came)^3, brought to a sum of 1
    (Armington 1969). Habits follow deliveries in part; wariness takes from them. An embargo cuts what goes to its
    target, a quota all that leaves.
    """
    collect_offers(w, s, m)
    way = delivered(w, 0.0)
    for g in goods(w):
        ask_origins(w, s, m, g, way)
        for z in borders(w):
            control(w, s, m, z, g)
        fill_orders(w, s, m, g)
        buy_at_home(w, m, g)
        for z in zones(w):
            send_on(w, s, m, z, g)
        for k in places(w.sellers[g]):
            settle(w, s, m, w.seller[g, k], g)
        for z in borders(w):
            remember_call(w, s, m, z, g)
    book_sales(w, s, m)


@compiled
def remember_call(w: World, s: State, m: Handed, z: Zone, g: Good) -> None:
    """What buyers outside got or were refused, by which next month's quota is dealt out."""
    s.called_for[z, g] = m.left_zone[z, g]
    for n in nations(w):
        s.called_for[z, g] += m.refused[z, n, g]


@compiled
def settle(w: World, s: State, m: Handed, x: Origin, g: Good) -> None:
    """Deliver what an origin sends, and remember it: who its customers are, and how it filled their orders."""
    pace = 1.0 / w.regular_months
    for n in nations(w):
        sent = m.flow[g, x, n]
        if sent > 0.0:
            deliver(w, s, m, x, n, g, sent)
    for n in nations(w):
        trusted, usual = s.reliable[g, x, n], s.regular[g, x, n]
        come = min((m.flow[g, x, n] + CRUMB) / (m.wish[g, x, n] + CRUMB), 1.0)
        s.reliable[g, x, n] = trusted + (come - trusted) * pace
        s.regular[g, x, n] = usual + (m.bought[g, x, n] - usual) * pace


@compiled
def collect_offers(w: World, s: State, m: Handed) -> None:
    """All that lies in the yards is for sale; `left` goes down as it is sold."""
    for g in goods(w):
        for k in places(w.sellers[g]):
            m.offer[g, w.seller[g, k]] = 0.0
    for i in sites(w):
        for k in places(w.products[i]):
            m.offer[w.product[i, k], w.origin[w.host[i]]] += s.yard[i, w.product[i, k]]
    for g in goods(w):
        for k in places(w.sellers[g]):
            m.left[g, w.seller[g, k]] = m.offer[g, w.seller[g, k]]


@compiled
def fill_orders(w: World, s: State, m: Handed, g: Good) -> None:
    """Each origin fills the orders of its regular customers first, up to what they are used to, then the rest alike."""
    for n in nations(w):
        m.lacking[n] = m.order[n, g]
    for k in places(w.sellers[g]):
        fill_from(w, s, m, w.seller[g, k], g)


@compiled
def fill_from(w: World, s: State, m: Handed, x: Origin, g: Good) -> None:
    """What one origin sends of what it was asked."""
    z = w.origin_zone[x]
    asked = claimed = CRUMB
    for n in nations(w):
        wished = m.flow[g, x, n]
        asked += wished
        claimed += min(wished, s.regular[g, x, n])
    left = m.left[g, x]
    first = min(1.0, left / claimed)
    then = min(1.0, max(left - claimed, 0.0) / (asked - claimed + CRUMB))
    gone = abroad = 0.0
    for n in nations(w):
        wished = m.flow[g, x, n]
        claim = min(wished, s.regular[g, x, n])
        sent = claim * first + (wished - claim) * then
        m.flow[g, x, n] = sent
        m.lacking[n] = max(m.lacking[n] - sent, 0.0)
        gone += sent
        if w.zone[n] != z:
            abroad += sent
    m.left[g, x] = max(left - gone, 0.0)
    m.left_zone[z, g] += abroad


@compiled
def buy_at_home(w: World, m: Handed, g: Good) -> None:
    """What buyers still lack they find at once where their own origin has some left."""
    for x in origins(w):
        m.home[x] = 0.0
    for n in nations(w):
        m.home[w.origin[n]] += m.lacking[n]
    for k in places(w.sellers[g]):
        x = w.seller[g, k]
        if m.left[g, x] > 0.0 and m.home[x] > 0.0:
            sell_at_home(w, m, x, g)


@compiled
def sell_at_home(w: World, m: Handed, x: Origin, g: Good) -> None:
    """What one origin has left goes to its own, alike."""
    part = min(1.0, m.left[g, x] / m.home[x])
    for n in nations(w):
        if w.origin[n] == x:
            sent = part * m.lacking[n]
            m.flow[g, x, n] += sent
            m.lacking[n] -= sent
    m.left[g, x] = max(m.left[g, x] - part * m.home[x], 0.0)


@compiled
def send_on(w: World, s: State, m: Handed, z: Zone, g: Good) -> None:
    """What buyers still lack and can find elsewhere comes from who has some left in a zone, within its controls.

    Not all of it: a new supplier must be qualified, and that takes longer than a month.
    """
    pool = near = abroad = 0.0
    for k in places(w.sellers[g]):
        if w.origin_zone[w.seller[g, k]] == z:
            pool += m.left[g, w.seller[g, k]]
    if pool < CRUMB:
        return
    for n in nations(w):
        if w.zone[n] == z:
            near += sought(w, s, m, z, n, g)
        else:
            abroad += sought(w, s, m, z, n, g)
    if near + abroad < CRUMB:
        return
    part = min(1.0, pool / (near + abroad))
    within = min(1.0, max(m.allowed[z, g] - m.left_zone[z, g], 0.0) / (abroad * part + CRUMB))
    m.left_zone[z, g] += abroad * part * within
    send_from(w, s, m, z, g, part / pool, within)


@compiled
def send_from(w: World, s: State, m: Handed, z: Zone, g: Good, part: float, within: float) -> None:
    """Send a part of what is sought by a tonne left from each origin of a zone, less of it where it leaves the zone."""
    gone = 0.0
    for n in nations(w):
        m.sends[n] = sought(w, s, m, z, n, g) * part * (1.0 if w.zone[n] == z else within)
        gone += m.sends[n]
    for k in places(w.sellers[g]):
        x = w.seller[g, k]
        if w.origin_zone[x] == z:
            for n in nations(w):
                sent = m.sends[n] * m.left[g, x]
                m.flow[g, x, n] += sent
                m.lacking[n] -= sent
            m.left[g, x] *= max(1.0 - gone, 0.0)


@compiled
def sought(w: World, s: State, m: Handed, z: Zone, n: Nation, g: Good) -> float:
    """Tonnes that a nation still lacks and can look for in a zone within the month."""
    return w.diversion * m.lacking[n] * (1.0 - s.embargo[z, n, g])


@compiled
def book_sales(w: World, s: State, m: Handed) -> None:
    """Sites of an origin share its sales by what they offered."""
    for i in sites(w):
        x = w.origin[w.host[i]]
        for k in places(w.products[i]):
            g = w.product[i, k]
            if s.yard[i, g] > 0.0:
                sold = s.yard[i, g] * (1.0 - m.left[g, x] / m.offer[g, x])
                s.yard[i, g] -= sold
                sell(w, s, m, i, g, sold)
