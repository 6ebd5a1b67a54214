"""Who buys from whom, and what a controller lets out."""

from __future__ import annotations

from game.economy.axes import Good, Nation, Origin, Zone, borders, goods, nations, origins, sites, zones
from game.economy.compiled import compiled
from game.economy.exact import power
from game.economy.month import Handed
from game.economy.phase import phase
from game.economy.phases.passage import control
from game.economy.phases.sales import deliver, sell
from game.economy.small import CRUMB
from game.economy.state import State
from game.economy.world import World


@phase(
    takes="month.order month.received month.bought month.sold month.allowed month.left_zone world.zone "
    "world.origin world.origin_zone world.host world.makes world.freight world.habit world.response "
    "world.diversion world.custom world.regular_months world.shut world.wary_effect state.yard "
    "state.wary state.price state.regular state.reliable state.cash state.tariff state.bond "
    "state.duty state.embargo state.flood state.leak state.called_for state.traders state.duties "
    "state.rents state.customs state.support state.money_out",
    gives="month.received month.refused month.bought month.sold month.sells month.offer month.left "
    "month.pull month.pull_abroad month.drawn month.supplied month.wish month.flow month.lacking "
    "month.left_zone month.open state.yard state.regular state.reliable state.cash state.called_for "
    "state.traders state.duties state.rents state.customs state.support state.money_out",
)
def trade(w: World, s: State, m: Handed) -> None:
    """(12) Buyers ask each origin for a share; of what it cannot fill they find a part with who has some left.

    share of x = habit x (price of x, delivered)^-response x (part of orders that came)^3, brought to a sum of 1
    (Armington 1969). Habits follow deliveries in part; wariness takes from them. An embargo cuts what goes to its
    target, a quota all that leaves.
    """
    collect_offers(w, s, m)
    for g in goods(w):
        find_sellers(w, m, g)
        ask_origins(w, s, m, g)
        for z in borders(w):
            control(w, s, m, z, g)
        fill_orders(w, s, m, g)
        buy_at_home(w, m, g)
        for z in zones(w):
            send_on(w, s, m, z, g)
        for x in origins(w):
            if m.sells[x] == 1:
                settle(w, s, m, x, g)
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
    for n in nations(w):
        if m.flow[g, x, n] > 0.0:
            deliver(w, s, m, x, n, g, m.flow[g, x, n])
        come = min((m.flow[g, x, n] + CRUMB) / (m.wish[g, x, n] + CRUMB), 1.0)
        s.reliable[g, x, n] += (come - s.reliable[g, x, n]) / w.regular_months
        s.regular[g, x, n] += (m.bought[g, x, n] - s.regular[g, x, n]) / w.regular_months


@compiled
def find_sellers(w: World, m: Handed, g: Good) -> None:
    """Which origins have works that make a good: nobody asks the others."""
    for x in origins(w):
        m.sells[x] = 0
    for i in sites(w):
        if w.makes[i, g] > 0.0:
            m.sells[w.origin[w.host[i]]] = 1


@compiled
def collect_offers(w: World, s: State, m: Handed) -> None:
    """All that lies in the yards is for sale; `left` goes down as it is sold."""
    for g in goods(w):
        for x in origins(w):
            m.offer[g, x] = 0.0
    for i in sites(w):
        for g in goods(w):
            m.offer[g, w.origin[w.host[i]]] += s.yard[i, g]
    for g in goods(w):
        for x in origins(w):
            m.left[g, x] = m.offer[g, x]


@compiled
def ask_origins(w: World, s: State, m: Handed, g: Good) -> None:
    """What each nation asks of each origin: more, the cheaper it delivers and the better it has filled orders."""
    for z in zones(w):
        m.pull[z] = power(s.price[z, g], -w.response)
        m.pull_abroad[z] = power(s.price[z, g] * (1.0 + w.freight + s.duty[z, g]), -w.response)
    for n in nations(w):
        m.drawn[n] = m.supplied[n] = CRUMB
    for x in origins(w):
        if m.sells[x] == 1:
            for n in nations(w):
                m.supplied[n] += s.regular[g, x, n]
    for x in origins(w):
        if m.sells[x] == 1:
            weigh(w, s, m, x, g)
    for x in origins(w):
        if m.sells[x] == 1:
            for n in nations(w):
                m.wish[g, x, n] *= m.order[n, g] / m.drawn[n]
                m.flow[g, x, n] = m.wish[g, x, n]


@compiled
def weigh(w: World, s: State, m: Handed, x: Origin, g: Good) -> None:
    """The weight of an origin for each nation."""
    z = w.origin_zone[x]
    for n in nations(w):
        pull = m.pull[z] if z == w.zone[n] else m.pull_abroad[z] * (1.0 - w.wary_effect * s.wary[n, z])
        if z != w.zone[n]:
            pull *= 1.0 + s.bond[n, z]
            if s.tariff[n, z] > 0.0:
                pull *= power(1.0 + s.tariff[n, z], -w.response)
        habit = w.habit[g, x, n] + w.custom * (s.regular[g, x, n] / m.supplied[n] - w.habit[g, x, n])
        trusted = s.reliable[g, x, n]
        m.wish[g, x, n] = habit * pull * trusted * trusted * trusted
        m.drawn[n] += m.wish[g, x, n]


@compiled
def fill_orders(w: World, s: State, m: Handed, g: Good) -> None:
    """Each origin fills the orders of its regular customers first, up to what they are used to, then the rest alike."""
    for n in nations(w):
        m.lacking[n, g] = m.order[n, g]
    for x in origins(w):
        if m.sells[x] == 1:
            fill_from(w, s, m, x, g)


@compiled
def fill_from(w: World, s: State, m: Handed, x: Origin, g: Good) -> None:
    """What one origin sends of what it was asked."""
    z = w.origin_zone[x]
    asked = claimed = CRUMB
    for n in nations(w):
        asked += m.flow[g, x, n]
        claimed += min(m.flow[g, x, n], s.regular[g, x, n])
    first = min(1.0, m.left[g, x] / claimed)
    then = min(1.0, max(m.left[g, x] - claimed, 0.0) / (asked - claimed + CRUMB))
    for n in nations(w):
        claim = min(m.flow[g, x, n], s.regular[g, x, n])
        sent = claim * first + (m.flow[g, x, n] - claim) * then
        m.flow[g, x, n] = sent
        m.lacking[n, g] = max(m.lacking[n, g] - sent, 0.0)
        m.left[g, x] = max(m.left[g, x] - sent, 0.0)
        if w.zone[n] != z:
            m.left_zone[z, g] += sent


@compiled
def buy_at_home(w: World, m: Handed, g: Good) -> None:
    """What buyers still lack they find at once where their own origin has some left."""
    for x in origins(w):
        lacking = CRUMB
        for n in nations(w):
            if w.origin[n] == x:
                lacking += m.lacking[n, g]
        part = min(1.0, m.left[g, x] / lacking)
        for n in nations(w):
            if w.origin[n] == x:
                sent = part * m.lacking[n, g]
                m.flow[g, x, n] += sent
                m.lacking[n, g] -= sent
                m.left[g, x] = max(m.left[g, x] - sent, 0.0)


@compiled
def send_on(w: World, s: State, m: Handed, z: Zone, g: Good) -> None:
    """What buyers still lack and can find elsewhere comes from who has some left in a zone, within its controls.

    Not all of it: a new supplier must be qualified, and that takes longer than a month.
    """
    pool = near = abroad = 0.0
    for x in origins(w):
        if w.origin_zone[x] == z:
            pool += m.left[g, x]
    for n in nations(w):
        if w.zone[n] == z:
            near += sought(w, s, m, z, n, g)
        else:
            abroad += sought(w, s, m, z, n, g)
    if pool < CRUMB or near + abroad < CRUMB:
        return
    part = min(1.0, pool / (near + abroad))
    within = min(1.0, max(m.allowed[z, g] - m.left_zone[z, g], 0.0) / (abroad * part + CRUMB))
    m.left_zone[z, g] += abroad * part * within
    for n in nations(w):
        sent = sought(w, s, m, z, n, g) * part * (1.0 if w.zone[n] == z else within)
        m.lacking[n, g] -= sent
        for x in origins(w):
            if w.origin_zone[x] == z:
                m.flow[g, x, n] += sent * m.left[g, x] / pool
    gone = (near + abroad * within) * part / pool
    for x in origins(w):
        if w.origin_zone[x] == z:
            m.left[g, x] *= max(1.0 - gone, 0.0)


@compiled
def sought(w: World, s: State, m: Handed, z: Zone, n: Nation, g: Good) -> float:
    """Tonnes that a nation still lacks and can look for in a zone within the month."""
    return w.diversion * m.lacking[n, g] * (1.0 - s.embargo[z, n, g])


@compiled
def book_sales(w: World, s: State, m: Handed) -> None:
    """Sites of an origin share its sales by what they offered."""
    for i in sites(w):
        x = w.origin[w.host[i]]
        for g in goods(w):
            if s.yard[i, g] > 0.0:
                sold = s.yard[i, g] * (1.0 - m.left[g, x] / m.offer[g, x])
                s.yard[i, g] -= sold
                sell(w, s, m, i, g, sold)
