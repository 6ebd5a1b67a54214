"""Contracts, and what every sale moves: goods, money and duty."""

from __future__ import annotations

from game.economy.axes import (
    ONLY,
    Contract,
    Good,
    Nation,
    Origin,
    Site,
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
    takes="month.order month.allowed world.zone world.origin world.origin_zone world.host world.products "
    "world.product world.freight world.sellers world.seller world.contract_site world.contract_good "
    "world.contract_buyer world.contract_share state.yard state.price state.cash state.duty state.embargo "
    "state.leak state.traders state.duties state.rents state.money_out",
    gives="month.order month.received month.bought month.sold month.left_zone state.yard state.cash "
    "state.traders state.duties state.rents state.money_out",
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
        honour(w, s, m, c)


@compiled
def honour(w: World, s: State, m: Handed, c: Contract) -> None:
    """Deliver what one contract promises, as far as it may leave and is ordered."""
    i, g, n = w.contract_site[c], w.contract_good[c], w.contract_buyer[c]
    z = w.zone[w.host[i]]
    sent = min(w.contract_share[c] * s.yard[i, g] * let_through(w, s, z, n, g), m.order[n, g])
    if z != w.zone[n]:
        sent = min(sent, max(m.allowed[z, g] - m.left_zone[z, g], 0.0))
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
    """A buyer pays the price of the seller's zone, the way, and the duty of the border that the goods leave.

    Where less may leave than is asked, they fetch more abroad than all that; the rent is of who may ship them.
    """
    z, here = w.origin_zone[x], w.zone[n]
    paid = value = amount * s.price[z, g] * KILO
    m.received[n, g] += amount
    m.bought[g, x, n] += amount
    if z != here:
        way, duty = value * w.freight, value * s.duty[z, g]
        paid = max(amount * s.price[here, g] * KILO, value + way + duty)
        s.money_out[ONLY] += way
        s.duties[z] += duty
        s.rents[z] += paid - value - way - duty
    s.traders[n] -= paid
