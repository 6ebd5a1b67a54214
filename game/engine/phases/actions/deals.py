"""Deals abroad: offtake that the rival secures, and agreements that it offers."""

from __future__ import annotations

import numpy as np

from game.engine import treaties
from game.engine.events import Events
from game.engine.phases.actions.kinds import Chosen, Fault, Ground, Mask, RuleAction, Size, Written, table_of
from game.engine.state import State
from game.engine.summation import total
from game.engine.world import World
from game.marks import N_

TRACE = 0.005
"""Share of a site's output below which nothing is left to be had."""


def _secure(world: World, state: State, events: Events, rule: int, where: Mask, cause: str) -> None:
    """Promise the rival a part of each site's output, as far as it is free and the host will have the rival."""
    wanted, least = table_of(world, "grab"), table_of(world, "grab_trust")
    if wanted is None:
        return
    for site in np.flatnonzero(wanted[rule]).tolist():
        host = int(world.sites.host[site])
        free = np.maximum(1.0 - total(state.offtake[:, site], 0), 0.0)
        part = np.minimum(free, wanted[rule, site])
        needed = 0.0 if least is None else float(least[rule, site])
        willing = treaties.trusts(world, state, host, world.rival, needed)
        taken = where & willing & (part > TRACE)
        state.offtake[world.rival, site] += part * taken
        parties = {"actor": world.rival, "target": host, "item": site}
        events.add("offtake_grabbed", state.month, taken, **parties, amount=part, cause=cause)
        events.add("offtake_refused", state.month, where & ~willing, **parties, cause=cause)


def _offer(world: World, state: State, events: Events, rule: int, where: Mask, cause: str) -> None:
    """Put agreements on the table; what stands or is on the table already is not offered again."""
    offers = table_of(world, "offer")
    for kind, nation in [] if offers is None else np.argwhere(offers[rule].T).tolist():
        ours, theirs = state.agreement[kind, world.rival, nation], state.agreement[kind, nation, world.rival]
        fresh = where & (ours == 0) & (theirs == 0)
        treaties.propose(world, state, events, (kind, world.rival, nation), fresh, cause)


def _at_home(ground: Ground, written: Written) -> Fault | None:
    (site,) = written["site"]
    own = ground.host.get(site) == ground.rival
    return Fault("site", f"'{site}' is the rival's own", "name a site abroad") if own else None


def _never_signed(ground: Ground, written: Written) -> Fault | None:
    (kind,) = written["agreement"]
    for nation in written["nations"]:
        if not ground.may_sign(kind, ground.rival, nation):
            what = f"the rival cannot sign '{kind}' with {nation}"
            return Fault("agreement", what, "add them to its between, or offer another kind")
    return None


GRAB = RuleAction(
    name="grab",
    meaning="Offtake at a site abroad: promised to the rival from then on, before the open market.",
    text=N_("{share} of the output of {site} secured, where its host trusts {rival} by {min_trust} or more"),
    example="grab: {site: far_mine, share: 0.3, min_trust: 0.4}",
    chosen=(Chosen("site", "sites", one=True),),
    sizes=(
        Size("share", "share", "Part of the site's output, as far as it is free.", nothing=0.0, low=0.0, high=1.0),
        Size(
            "min_trust", "0-1", "Trust that the host must have.", 0.0, low=0.0, high=1.0, usual=0.0, table="grab_trust"
        ),
    ),
    effect=_secure,
    lasts=False,
    settled=True,
    fault=_at_home,
)
OFFER = RuleAction(
    name="offer",
    meaning="An agreement that the rival proposes, to be answered like any proposal.",
    text=N_("{agreement} offered to {nations}"),
    example="offer: {nations: [island], agreement: together}",
    chosen=(Chosen("nations", "nations", all=False), Chosen("agreement", "agreements", one=True)),
    effect=_offer,
    lasts=False,
    settled=True,
    fault=_never_signed,
    friendly=lambda row, nation: bool(row[nation].any()),
)
