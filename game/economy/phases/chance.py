"""Chance: demand wavers, and sites have accidents."""

from __future__ import annotations

from game.economy.axes import ONLY, nations, sites
from game.economy.chance import DEMAND, INCIDENT, draw, normal
from game.economy.month import Handed
from game.economy.phase import phase
from game.economy.state import State
from game.economy.world import World


@phase(
    takes="world.incident_chance world.incident_months world.noise_size world.noise_memory state.seed "
    "state.month state.noise state.halt",
    gives="state.noise state.halt",
)
def disturb(w: World, s: State, m: Handed) -> None:
    """(1) Demand is disturbed by a first-order autoregression; a site that has an accident stands still for a while.

    noise = memory x noise + size x N(0, 1).
    """
    seed, month = s.seed[ONLY], s.month[ONLY]
    for n in nations(w):
        s.noise[n] = w.noise_memory * s.noise[n] + w.noise_size * normal(seed, DEMAND, month, n)
    for i in sites(w):
        s.halt[i] = max(s.halt[i] - 1.0, 0.0)
        if draw(seed, INCIDENT, month, i) < w.incident_chance:
            s.halt[i] = w.incident_months
