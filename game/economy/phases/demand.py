"""What users want: activity, as published, times what prices and thrift leave of its use."""

from __future__ import annotations

from game.economy.axes import ONLY, Nation, Sector, Zone, goods, known_month, nations, sectors, zones
from game.economy.compiled import compiled
from game.economy.exact import exp, fourth, power
from game.economy.month import Handed
from game.economy.phase import phase
from game.economy.state import State
from game.economy.world import World


@phase(
    takes="world.zone world.sector_good world.use world.activity world.usual_price world.elasticity "
    "world.choke world.switch_months world.lasting state.month state.kept state.saved state.noise "
    "state.price state.slump",
    gives="month.want state.kept state.saved",
)
def want_use(w: World, s: State, m: Handed) -> None:
    """(2) Use is activity x what prices leave of it; users answer slowly, and part of what they save stays saved.

    called = (p / p usual)^-elasticity, halved at the choke price; kept moves to it in the months that switching takes;
    saved = max(saved, lasting x (1 - kept)); use = use at usual prices x activity x (kept, saved stays away).
    """
    for z in zones(w):
        for j in sectors(w):
            s.kept[z, j] += (called(w, s, z, j) - s.kept[z, j]) / w.switch_months[j]
            s.saved[z, j] = max(s.saved[z, j], w.lasting[j] * (1.0 - s.kept[z, j]))
    for n in nations(w):
        for g in goods(w):
            m.want[n, g] = 0.0
        noise = exp(s.noise[n])
        for j in sectors(w):
            m.want[n, w.sector_good[j]] += w.use[n, j] * activity(w, s, n, j) * left(s, w.zone[n], j) * noise


@compiled
def called(w: World, s: State, z: Zone, j: Sector) -> float:
    """Part of a sector's use that the price of today would leave, were users quick.

    The fourth power: at half of the choke price 94 % of the users stay, at twice of it 6 %.
    """
    dear = s.price[z, w.sector_good[j]] / w.usual_price[j]
    stay = (1.0 + fourth(1.0 / w.choke[j])) / (1.0 + fourth(dear / w.choke[j]))
    return power(dear, -w.elasticity[j]) * stay


@compiled
def left(s: State, z: Zone, j: Sector) -> float:
    """Part of a sector's use that is left: what was saved for good does not come back when prices fall."""
    kept = s.kept[z, j]
    return min(kept, max(kept, 1.0) - s.saved[z, j])


@compiled
def activity(w: World, s: State, n: Nation, j: Sector) -> float:
    """Activity of a sector this month, less what it has lost for a while; the last known one goes on."""
    return w.activity[n, j, known_month(w, s.month[ONLY])] * (1.0 - s.slump[n, j])
