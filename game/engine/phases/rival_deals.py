"""What the rival does with others when a rule fires: it secures offtake abroad, and offers to work together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.events import Events
from game.engine.phases import diplomacy
from game.engine.state import State
from game.engine.summation import total
from game.engine.world import World

Mask = NDArray[np.bool_]

TRACE = 0.005
"""Share of a site's output below which nothing is left to be had."""


def make(world: World, state: State, events: Events, rule: int, where: Mask) -> None:
    """Let `rule` secure what it grabs, and put on the table what it offers, in the matches of `where`."""
    deals, cause = _deals(world), f"rule:{world.names.rules[rule]}"
    for site in deals.grabs.get(rule, ()):
        _grab(world, state, events, (rule, site), where, cause)
    for kind, nation in deals.offers.get(rule, ()):
        # What stands or is on the table already is not offered again.
        ours, theirs = state.agreement[kind, world.rival, nation], state.agreement[kind, nation, world.rival]
        fresh = where & (ours == 0) & (theirs == 0)
        diplomacy.propose(world, state, events, (kind, world.rival, nation), fresh, cause)


def deals_of(world: World, rule: int) -> bool:
    """Whether `rule` grabs or offers anything."""
    deals = _deals(world)
    return rule in deals.grabs or rule in deals.offers


@dataclass(frozen=True)
class _Deals:
    """By rule: sites of which it grabs a part, and agreements that it offers, each with the nation."""

    grabs: dict[int, list[int]]
    offers: dict[int, list[tuple[int, int]]]


@derived
def _deals(world: World) -> _Deals:
    rules = world.rival_rules
    grabs: dict[int, list[int]] = {}
    offers: dict[int, list[tuple[int, int]]] = {}
    for rule, site in np.argwhere(rules.grab).tolist():
        grabs.setdefault(rule, []).append(site)
    for rule, kind, nation in np.argwhere(rules.offer).tolist() if rules.offer.size else ():
        offers.setdefault(rule, []).append((kind, nation))
    return _Deals(grabs, offers)


def _grab(world: World, state: State, events: Events, cell: tuple[int, int], where: Mask, cause: str) -> None:
    """Promise the rival a part of a site's output, as far as it is free and the host will have the rival."""
    site, host = cell[1], int(world.sites.host[cell[1]])
    free = np.maximum(1.0 - total(state.offtake[:, site], 0), 0.0)
    part = np.minimum(free, world.rival_rules.grab[cell])
    willing = diplomacy.trusts(world, state, host, world.rival, float(world.rival_rules.grab_trust[cell]))
    taken = where & willing & (part > TRACE)
    state.offtake[world.rival, site] += part * taken
    parties = {"actor": world.rival, "target": host, "item": site}
    events.add("offtake_grabbed", state.month, taken, **parties, amount=part, cause=cause)
    events.add("offtake_refused", state.month, where & ~willing, **parties, cause=cause)
