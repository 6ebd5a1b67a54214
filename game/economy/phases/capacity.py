"""Capacity that owners build, and that opens and closes by date."""

from __future__ import annotations

from game.economy.axes import ONLY, STEPS, Site, known_month, places, sites, steps
from game.economy.compiled import compiled
from game.economy.exact import log
from game.economy.month import Handed
from game.economy.phase import phase
from game.economy.state import State
from game.economy.world import World


@phase(
    takes="world.makes world.products world.product world.opened world.invests world.lead_months "
    "world.hurdle world.foresight state.month state.growth state.capacity state.building "
    "state.year_margin",
    gives="state.capacity state.building",
)
def build(w: World, s: State, m: Handed) -> None:
    """(4) Owners begin new capacity where a year's margin is above their hurdle; it comes after the lead time.

    begun = capacity x (invests x ln(margin / hurdle) + foresight x growth of what is needed of its products), each
    where it is above 0, an Erlang delay by steps; growth only where a run pays. What opens and closes for reasons of
    its own, as a rule set has it by date, comes beside.
    """
    for i in sites(w):
        pace = STEPS / w.lead_months[i]
        moved = begun(w, s, i) if w.invests[i] > 0.0 else 0.0
        for k in steps():
            leaving = s.building[i, k] * pace
            s.building[i, k] += moved - leaving
            moved = leaving
        s.capacity[i] = max(s.capacity[i] + moved + opened(w, s, i), 0.0)


@compiled
def begun(w: World, s: State, i: Site) -> float:
    """t/month of capacity that owners begin: for a margin, and for growth where a run pays."""
    margin = s.year_margin[i]
    eager = w.invests[i] * log(margin / w.hurdle) if margin > w.hurdle else 0.0
    return s.capacity[i] * (eager + (w.foresight * growth(w, s, i) if margin > 1.0 else 0.0))


@compiled
def opened(w: World, s: State, i: Site) -> float:
    """t/month of a site's capacity that opens this month; nothing once the series has ended."""
    month = s.month[ONLY]
    return w.opened[i, known_month(w, month)] if month < w.months else 0.0


@compiled
def growth(w: World, s: State, i: Site) -> float:
    """Growth a month of what the world needs of a site's products, by weight; nothing where it shrinks."""
    grown = made = 0.0
    for k in places(w.products[i]):
        g = w.product[i, k]
        grown += w.makes[i, g] * s.growth[g]
        made += w.makes[i, g]
    return max(grown / made, 0.0) if made > 0.0 else 0.0
