"""What makers learn to do with less of, and what they leave out while it is dear."""

from __future__ import annotations

from game.economy.axes import Good, Site, Zone, goods, nations, zones
from game.economy.compiled import compiled
from game.economy.exact import exp, fourth, power
from game.economy.month import Handed
from game.economy.phase import phase
from game.economy.state import State
from game.economy.world import World


@compiled
def feed(w: World, s: State, i: Site, g: Good) -> float:
    """Tonnes of a good that a site takes a tonne run, after what its host has learned to save and now leaves out."""
    if w.thriftable[g] <= 0.0:
        return w.takes[i, g]
    n = w.host[i]
    return w.takes[i, g] * (1.0 - w.thriftable[g] * (1.0 - (1.0 - s.thrift[n, g]) * (1.0 - s.skimp[w.zone[n], g])))


@phase(
    takes="world.zone world.thriftable world.thrift_price world.thrift_elasticity world.thrift_most "
    "world.thrift_choke world.thrift_months world.skimp_months state.thrift state.thrift_known "
    "state.skimp state.price state.usual",
    gives="month.taught state.thrift state.skimp",
)
def learn_thrift(w: World, s: State, m: Handed) -> None:
    """(3) Recipes save what is known and what a dear feed teaches, in the months that new designs take.

    aim = 1 - (1 - known) x (1 - taught), taught = 1 - (p / p usual)^-elasticity, from 0 to what a price alone can
    teach. What is learned is not forgotten when the price falls. Besides, makers turn to grades with less of a feed
    that leaps: half of what can be saved is left out at the choke price, a ratio to the price they are used to.
    """
    for g in goods(w):
        if w.thriftable[g] > 0.0:
            for z in zones(w):
                s.skimp[z, g] += (left_out(w, s, z, g) - s.skimp[z, g]) / w.skimp_months
                m.taught[z, g] = taught(w, s, z, g)
            for n in nations(w):
                aim = 1.0 - (1.0 - s.thrift_known[n]) * (1.0 - m.taught[w.zone[n], g])
                s.thrift[n, g] += max(aim - s.thrift[n, g], 0.0) / w.thrift_months


@compiled
def taught(w: World, s: State, z: Zone, g: Good) -> float:
    """Part of a feed that its price of today would teach its users to save."""
    dear = s.price[z, g] / w.thrift_price[g]
    return min(1.0 - power(dear, -w.thrift_elasticity[g]), w.thrift_most[g]) if dear > 1.0 else 0.0


@compiled
def left_out(w: World, s: State, z: Zone, g: Good) -> float:
    """Part of a feed that makers leave out at its price of today, were they quick; the fourth power, as of users."""
    leap = fourth(s.price[z, g] / (exp(s.usual[z, g]) * w.thrift_choke[g]))
    usual = fourth(1.0 / w.thrift_choke[g])
    return max(leap / (1.0 + leap) - usual / (1.0 + usual), 0.0)
