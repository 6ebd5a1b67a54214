"""What leaves a zone: embargo and quota of its controller, and what finds its way round them."""

from __future__ import annotations

from game.economy.axes import OUTSIDE, Good, Nation, Origin, Zone, borders, goods, nations, places
from game.economy.compiled import compiled
from game.economy.fields import Cube
from game.economy.month import Handed
from game.economy.phase import phase
from game.economy.small import CRUMB, FREE
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


@compiled
def control(w: World, s: State, m: Handed, z: Zone, g: Good) -> None:
    """Embargo and quota of one controller cut what leaves its zone; the more is refused, the less open is trade."""
    m.open[z, g] = 1.0
    for n in nations(w):
        m.refused[z, n, g] = 0.0
    if is_free(w, s, m, z, g):
        return
    asked = allowed = 0.0
    for n in nations(w):
        if w.zone[n] != z:
            m.refused[z, n, g] = from_zone(w, m.flow, z, n, g)
            asked += m.refused[z, n, g]
            allowed += let_out(w, s, z, n, g, m.refused[z, n, g])
    within = min(1.0, max(m.allowed[z, g] - m.left_zone[z, g], 0.0) / (allowed + CRUMB))
    if asked > CRUMB:
        m.open[z, g] = max(1.0 - (1.0 - allowed * within / (asked + CRUMB)) / w.shut, 0.0)
    for n in nations(w):
        wished = m.refused[z, n, g]
        if wished > 0.0:
            part = let_out(w, s, z, n, g, wished) * within / wished
            m.refused[z, n, g] = wished * (1.0 - part)
            if part < 1.0:
                cut(w, m, z, n, g, part)


@compiled
def is_free(w: World, s: State, m: Handed, z: Zone, g: Good) -> bool:
    """Whether neither a quota nor an embargo keeps a good within a zone."""
    stopped = 0.0
    for n in nations(w):
        stopped += s.embargo[z, n, g]
    return stopped == 0.0 and m.allowed[z, g] >= FREE


@compiled
def let_out(w: World, s: State, z: Zone, n: Nation, g: Good, wished: float) -> float:
    """Tonnes that an embargo lets out of what a nation asks of a zone: part of what is usual, however much is asked."""
    if s.embargo[z, n, g] <= 0.0:
        return wished
    return min(wished, from_zone(w, s.regular, z, n, g)) * let_through(w, s, z, n, g)


@compiled
def cut(w: World, m: Handed, z: Zone, n: Nation, g: Good, part: float) -> None:
    """Leave only a part of what a nation asks of the origins of a zone."""
    for k in places(w.sellers[g]):
        if w.origin_zone[w.seller[g, k]] == z:
            m.flow[g, w.seller[g, k], n] *= part


@compiled
def from_zone(w: World, amounts: Cube[Good, Origin, Nation], z: Zone, n: Nation, g: Good) -> float:
    """Tonnes of a good from all origins of a zone to a nation, of amounts by origin."""
    total = 0.0
    for k in places(w.sellers[g]):
        if w.origin_zone[w.seller[g, k]] == z:
            total += amounts[g, w.seller[g, k], n]
    return total
