"""Who buys from whom, and what a controller lets out."""

from __future__ import annotations

from game.economy.axes import (
    ONLY,
    OUTSIDE,
    Good,
    Nation,
    Origin,
    Site,
    Zone,
    borders,
    contracts,
    goods,
    nations,
    origins,
    sites,
    zones,
)
from game.economy.compiled import compiled
from game.economy.exact import power
from game.economy.month import Handed
from game.economy.phase import phase
from game.economy.small import CRUMB, KILO
from game.economy.state import State
from game.economy.world import World


@phase(
    takes="world.leakage world.leak_months state.embargo state.leak",
    gives="state.leak",
)
def find_leaks(w: World, s: State, m: Handed) -> None:
    """(8) What is stopped finds its way round, through third countries and by smuggling, but not on the first day."""
    for z in borders(w):
        for n in nations(w):
            for g in goods(w):
                aim = w.leakage if s.embargo[z, n, g] > 0.0 else 0.0
                s.leak[z, n, g] += (aim - s.leak[z, n, g]) / w.leak_months


@compiled
def let_through(w: World, s: State, z: Zone, n: Nation, g: Good) -> float:
    """Part of a shipment to a nation that leaves a zone."""
    if z in (OUTSIDE, w.zone[n]):
        return 1.0
    return 1.0 - s.embargo[z, n, g] * (1.0 - s.leak[z, n, g])


@phase(
    takes="month.order world.contract_site world.contract_good world.contract_buyer world.contract_share world.host "
    "world.zone world.origin world.freight state.yard state.price state.duty state.embargo state.leak state.quota",
    gives="month.order month.sold month.received month.bought month.left_zone state.yard state.cash state.traders "
    "state.duties state.money_out",
)
def honour_contracts(w: World, s: State, m: Handed) -> None:
    """(9) What is promised is delivered before anything is sold, at the price of the day."""
    for i in sites(w):
        for g in goods(w):
            m.sold[i, g] = 0.0
    for g in goods(w):
        for z in zones(w):
            m.left_zone[z, g] = 0.0
        for n in nations(w):
            m.received[n, g] = 0.0
        for x in origins(w):
            for n in nations(w):
                m.bought[g, x, n] = 0.0
    for k in contracts(w):
        i, g, n = w.contract_site[k], w.contract_good[k], w.contract_buyer[k]
        z = w.zone[w.host[i]]
        sent = min(w.contract_share[k] * s.yard[i, g] * let_through(w, s, z, n, g), m.order[n, g])
        if z != w.zone[n]:
            sent = min(sent, max(s.quota[z, g] - m.left_zone[z, g], 0.0))
            m.left_zone[z, g] += sent
        s.yard[i, g] -= sent
        m.order[n, g] -= sent
        sell(w, s, m, i, g, sent)
        deliver(w, s, m, w.origin[w.host[i]], n, g, sent)


@compiled
def sell(w: World, s: State, m: Handed, i: Site, g: Good, amount: float) -> None:
    """A site is paid for what it sells, and for nothing else, at the price of its zone."""
    m.sold[i, g] += amount
    s.cash[i] += amount * s.price[w.zone[w.host[i]], g] * KILO


@compiled
def deliver(w: World, s: State, m: Handed, x: Origin, n: Nation, g: Good, amount: float) -> None:
    """A buyer pays the price of the seller's zone, the way, and the duty of the border that the goods leave."""
    z = w.origin_zone[x]
    value = amount * s.price[z, g] * KILO
    m.received[n, g] += amount
    m.bought[g, x, n] += amount
    s.traders[n] -= value
    if z != w.zone[n]:
        s.traders[n] -= value * (w.freight + s.duty[z, g])
        s.money_out[ONLY] += value * w.freight
        s.duties[z] += value * s.duty[z, g]


@phase(
    takes="month.order month.sold month.received month.bought month.left_zone world.zone world.origin world.origin_zone "
    "world.host world.habit world.response world.freight world.wary_effect world.diversion world.shut "
    "world.regular_months world.trust state.price state.duty state.quota state.embargo state.leak state.wary state.yard "
    "state.regular state.reliable",
    gives="month.drawn month.pull month.pull_abroad month.trusted state.regular state.reliable month.offer month.left month.flow month.lacking month.refused month.open month.sold month.received "
    "month.bought month.left_zone state.yard state.cash state.traders state.duties state.money_out",
)
def trade(w: World, s: State, m: Handed) -> None:
    """(10) Buyers ask each origin for a share of what they lack, and what one cannot fill, in part, of who has some left.

    share of x = habit x (price of x, delivered)^-response, brought to a sum of 1 (Armington 1969); wariness takes from
    the habit. An embargo cuts what goes to its target, a quota all that leaves.
    """
    collect_offers(w, s, m)
    for g in goods(w):
        ask_origins(w, s, m, g)
        for z in borders(w):
            control(w, s, m, z, g)
        fill_orders(w, s, m, g)
        for z in zones(w):
            send_on(w, s, m, z, g)
        for x in origins(w):
            for n in nations(w):
                if m.flow[g, x, n] > 0.0:
                    deliver(w, s, m, x, n, g, m.flow[g, x, n])
                s.regular[g, x, n] += (m.bought[g, x, n] - s.regular[g, x, n]) / w.regular_months
    book_sales(w, s, m)


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
    """What each nation asks of each origin: the more, the cheaper it is delivered and the better it has filled orders."""
    for z in zones(w):
        m.pull[z] = power(s.price[z, g], -w.response)
        m.pull_abroad[z] = power(s.price[z, g] * (1.0 + w.freight + s.duty[z, g]), -w.response)
    for x in origins(w):
        m.trusted[x] = power(s.reliable[g, x], w.trust)
    for n in nations(w):
        m.drawn[n] = CRUMB
    for x in origins(w):
        z = w.origin_zone[x]
        for n in nations(w):
            pull = m.pull[z] if z == w.zone[n] else m.pull_abroad[z] * (1.0 - w.wary_effect * s.wary[n, z])
            m.flow[g, x, n] = w.habit[g, x, n] * pull * m.trusted[x]
            m.drawn[n] += m.flow[g, x, n]
    for x in origins(w):
        for n in nations(w):
            m.flow[g, x, n] *= m.order[n, g] / m.drawn[n]


@compiled
def control(w: World, s: State, m: Handed, z: Zone, g: Good) -> None:
    """Embargo and quota of one controller cut what leaves its zone; the more is refused, the less open is the market."""
    asked = allowed = 0.0
    for n in nations(w):
        m.refused[z, n, g] = 0.0
        if w.zone[n] != z:
            m.refused[z, n, g] = asked_of(w, m, z, n, g)
            asked += m.refused[z, n, g]
            allowed += let_out(w, s, z, n, g, m.refused[z, n, g])
    within = min(1.0, max(s.quota[z, g] - m.left_zone[z, g], 0.0) / (allowed + CRUMB))
    m.open[z, g] = max(1.0 - (1.0 - allowed * within / (asked + CRUMB)) / w.shut, 0.0) if asked > CRUMB else 1.0
    for n in nations(w):
        wished = m.refused[z, n, g]
        if wished > 0.0:
            part = let_out(w, s, z, n, g, wished) * within / wished
            m.refused[z, n, g] = wished * (1.0 - part)
            if part < 1.0:
                cut(w, m, z, n, g, part)


@compiled
def cut(w: World, m: Handed, z: Zone, n: Nation, g: Good, part: float) -> None:
    """Leave only a part of what a nation asks of the origins of a zone."""
    for x in origins(w):
        if w.origin_zone[x] == z:
            m.flow[g, x, n] *= part


@compiled
def let_out(w: World, s: State, z: Zone, n: Nation, g: Good, wished: float) -> float:
    """t of what a nation asks of a zone that an embargo lets out: a part of what is usual, however much is asked."""
    if s.embargo[z, n, g] <= 0.0:
        return wished
    usual = 0.0
    for x in origins(w):
        if w.origin_zone[x] == z:
            usual += s.regular[g, x, n]
    return min(wished, usual) * let_through(w, s, z, n, g)


@compiled
def asked_of(w: World, m: Handed, z: Zone, n: Nation, g: Good) -> float:
    """t that a nation asks of the origins of a zone."""
    asked = 0.0
    for x in origins(w):
        if w.origin_zone[x] == z:
            asked += m.flow[g, x, n]
    return asked


@compiled
def fill_orders(w: World, s: State, m: Handed, g: Good) -> None:
    """Each origin fills the orders of its regular customers first, up to what they are used to, then the rest alike."""
    for n in nations(w):
        m.lacking[n, g] = m.order[n, g]
    for x in origins(w):
        z = w.origin_zone[x]
        asked = claimed = CRUMB
        for n in nations(w):
            asked += m.flow[g, x, n]
            claimed += min(m.flow[g, x, n], s.regular[g, x, n])
        first = min(1.0, m.left[g, x] / claimed)
        then = min(1.0, max(m.left[g, x] - claimed, 0.0) / (asked - claimed + CRUMB))
        s.reliable[g, x] += (min(1.0, (m.left[g, x] + CRUMB) / asked) - s.reliable[g, x]) / w.regular_months
        sent = abroad = 0.0
        for n in nations(w):
            claim = min(m.flow[g, x, n], s.regular[g, x, n])
            m.flow[g, x, n] = claim * first + (m.flow[g, x, n] - claim) * then
            m.lacking[n, g] -= m.flow[g, x, n]
            sent += m.flow[g, x, n]
            abroad += m.flow[g, x, n] if w.zone[n] != z else 0.0
        m.left[g, x] = max(m.left[g, x] - sent, 0.0)
        m.left_zone[z, g] += abroad


@compiled
def send_on(w: World, s: State, m: Handed, z: Zone, g: Good) -> None:
    """What buyers can find elsewhere of what they still lack comes from who has some left in a zone, within its controls.

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
    within = min(1.0, max(s.quota[z, g] - m.left_zone[z, g], 0.0) / (abroad * part + CRUMB))
    m.left_zone[z, g] += abroad * part * within
    for x in origins(w):
        if w.origin_zone[x] == z:
            for n in nations(w):
                sent = sought(w, s, m, z, n, g) * part * (1.0 if w.zone[n] == z else within)
                m.flow[g, x, n] += sent * m.left[g, x] / pool
    gone = (near + abroad * within) * part / pool
    for x in origins(w):
        if w.origin_zone[x] == z:
            m.left[g, x] *= max(1.0 - gone, 0.0)


@compiled
def sought(w: World, s: State, m: Handed, z: Zone, n: Nation, g: Good) -> float:
    """t that a nation still lacks and can look for in a zone within the month."""
    return w.diversion * max(m.lacking[n, g], 0.0) * (1.0 - s.embargo[z, n, g])


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
