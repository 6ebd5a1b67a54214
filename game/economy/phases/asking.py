"""What buyers ask of each origin."""

from __future__ import annotations

from game.economy.axes import Good, Nation, Origin, Zone, nations, places, zones
from game.economy.compiled import compiled
from game.economy.exact import power
from game.economy.month import Handed
from game.economy.small import CRUMB
from game.economy.state import State
from game.economy.world import World


@compiled
def ask_origins(w: World, s: State, m: Handed, g: Good, way: float) -> None:
    """What each nation asks of each origin: more, the cheaper it delivers and the better it has filled orders."""
    for z in zones(w):
        m.pull[z] = power(s.price[z, g], -w.response)
        m.pull_abroad[z] = m.pull[z] * (way if s.duty[z, g] == 0.0 else delivered(w, s.duty[z, g]))
    for n in nations(w):
        m.drawn[n] = m.supplied[n] = CRUMB
    for k in places(w.sellers[g]):
        for n in nations(w):
            m.supplied[n] += s.regular[g, w.seller[g, k], n]
    for n in nations(w):
        m.tie[n] = w.custom / m.supplied[n]
    for k in places(w.sellers[g]):
        weigh(w, s, m, w.seller[g, k], g)
    for n in nations(w):
        m.drawn[n] = m.order[n, g] / m.drawn[n]
    for k in places(w.sellers[g]):
        x = w.seller[g, k]
        for n in nations(w):
            wished = m.wish[g, x, n] * m.drawn[n]
            m.wish[g, x, n] = m.flow[g, x, n] = wished


@compiled
def delivered(w: World, duty: float) -> float:
    """What way and duty leave of the weight of a good."""
    return power(1.0 + w.freight + duty, -w.response)


@compiled
def drawn_abroad(w: World, s: State, n: Nation, z: Zone) -> float:
    """Weight of a zone for a foreign buyer beside price and habit: wariness, ties between states, and a tariff."""
    pull = (1.0 - w.wary_effect * s.wary[n, z]) * (1.0 + s.bond[n, z])
    return pull * power(1.0 + s.tariff[n, z], -w.response) if s.tariff[n, z] > 0.0 else pull


@compiled
def weigh(w: World, s: State, m: Handed, x: Origin, g: Good) -> None:
    """The weight of an origin for each nation."""
    z, fixed = w.origin_zone[x], 1.0 - w.custom
    near, far = m.pull[z], m.pull_abroad[z]
    for n in nations(w):
        pull = near if z == w.zone[n] else far * drawn_abroad(w, s, n, z)
        habit = w.habit[g, x, n] * fixed + s.regular[g, x, n] * m.tie[n]
        trusted = s.reliable[g, x, n]
        weight = habit * pull * trusted * trusted * trusted
        m.wish[g, x, n] = weight
        m.drawn[n] += weight
