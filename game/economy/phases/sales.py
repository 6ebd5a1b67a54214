"""Contracts, and what every sale moves: goods, money and duty."""

from __future__ import annotations

from game.economy.axes import (
    ONLY,
    Good,
    Nation,
    Origin,
    Site,
    Zone,
    contracts,
    goods,
    nations,
    places,
    sites,
    zones,
)
from game.economy.compiled import compiled
from game.economy.month import Handed
from game.economy.phase import phase
from game.economy.phases.passage import let_through
from game.economy.small import KILO
from game.economy.state import State
from game.economy.world import World


@phase(
    takes="month.order month.plan month.recovered month.allowed world.zone world.origin "
    "world.origin_zone world.host world.makes world.products world.product world.freight world.sellers world.seller "
    "world.contract_site world.contract_good world.contract_buyer world.contract_share state.yard "
    "state.price state.cash state.offtake state.tariff state.duty state.embargo state.flood "
    "state.leak state.traders state.duties state.rents state.customs state.support state.money_out",
    gives="month.order month.received month.bought month.sold month.left_zone state.yard state.cash "
    "state.traders state.duties state.rents state.customs state.support state.money_out",
)
def honour_contracts(w: World, s: State, m: Handed) -> None:
    """(11) What is promised is delivered before anything is sold, at the price of the day."""
    for i in sites(w):
        for k in places(w.products[i]):
            m.sold[i, w.product[i, k]] = 0.0
    for g in goods(w):
        for z in zones(w):
            m.left_zone[z, g] = 0.0
        for n in nations(w):
            m.received[n, g] = 0.0
        for k in places(w.sellers[g]):
            for n in nations(w):
                m.bought[g, w.seller[g, k], n] = 0.0
    for c in contracts(w):
        i, g = w.contract_site[c], w.contract_good[c]
        hand_over(w, s, m, i, w.contract_buyer[c], g, w.contract_share[c] * s.yard[i, g])
    for i in sites(w):
        for n in nations(w):
            if s.offtake[i, n] > 0.0:
                for k in places(w.products[i]):
                    g = w.product[i, k]
                    hand_over(w, s, m, i, n, g, s.offtake[i, n] * min(s.yard[i, g], made(w, m, i, g)))


@compiled
def made(w: World, m: Handed, i: Site, g: Good) -> float:
    """Tonnes of a product that a site means to bring into its yard this month, less what stays in the waste."""
    return m.plan[i] * w.makes[i, g] * m.recovered[i, g]


@compiled
def hand_over(w: World, s: State, m: Handed, i: Site, n: Nation, g: Good, promised: float) -> None:
    """A site delivers what it has promised, as far as it is wanted and may leave."""
    z = w.zone[w.host[i]]
    sent = min(promised * let_through(w, s, z, n, g), m.order[n, g], s.yard[i, g])
    if z != w.zone[n]:
        sent = min(sent, max(m.allowed[z, g] - m.left_zone[z, g], 0.0))
        m.left_zone[z, g] += sent
    s.yard[i, g] -= sent
    m.order[n, g] -= sent
    sell(w, s, m, i, g, sent)
    deliver(w, s, m, w.origin[w.host[i]], n, g, sent)


@compiled
def sell(w: World, s: State, m: Handed, i: Site, g: Good, amount: float) -> None:
    """A site is paid for what it sells, and for nothing else, at the price of its zone.

    A controller that floods the market makes up to its own works for what it undersells.
    """
    z = w.zone[w.host[i]]
    earned = amount * fetched(s, z, g) * KILO
    m.sold[i, g] += amount
    s.cash[i] += earned
    s.support[i] += earned - amount * s.price[z, g] * KILO


@compiled
def fetched(s: State, z: Zone, g: Good) -> float:
    """US$/kg that works of a zone get for a good, with what a controller pays them that undersells."""
    return s.price[z, g] / (1.0 - s.flood[z, g])


@compiled
def deliver(w: World, s: State, m: Handed, x: Origin, n: Nation, g: Good, amount: float) -> None:
    """A buyer pays the price of the seller's zone, the way, and the duty of the border that the goods leave.

    Where less may leave than is asked, they fetch more abroad than all that; the rent is of who may ship them. The
    buyer's own state may ask a tariff on what comes from a zone.
    """
    z, here = w.origin_zone[x], w.zone[n]
    paid = value = amount * s.price[z, g] * KILO
    m.received[n, g] += amount
    m.bought[g, x, n] += amount
    if z != here:
        way, duty = value * w.freight, value * s.duty[z, g]
        landed = value + way + duty
        tariff, rent = landed * s.tariff[n, z], max(amount * s.price[here, g] * KILO - landed, 0.0)
        paid = landed + tariff + rent
        s.money_out[ONLY] += way
        s.duties[z] += duty
        s.customs[n] += tariff
        s.rents[z] += rent
    s.traders[n] -= paid
