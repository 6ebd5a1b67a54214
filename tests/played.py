"""Matches of the shipped scenario, played by a doctrine in a person's seat with a fixed seed: what tests draw from."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.content.package import Package
from game.doctrines import leaders_of, open_match
from game.session.match import Match
from game.session.sight import Sight

SEED = 7
DOCTRINE = "history"
"""Leads the seat of the person: many projects, stockpiles, research and agreements."""


def at_turn(package: Package, turn: int, people: Mapping[str, str] | None = None, doctrine: str = DOCTRINE) -> Match:
    """A match at the start of `turn` (0-based, or past the last), whose people ordered what `doctrine` says.

    A scenario that has no such doctrine has its own: what leads a seat when nobody takes it.
    """
    seats = people or {package.default_seat: "Aki"}
    match = open_match(package, seed=SEED, people=seats)
    known = doctrine in package.doctrine_names
    leaders = {seat: leaders_of(package)(doctrine if known else package.seat_doctrines[seat], seat) for seat in seats}
    everywhere = np.ones(1, dtype=bool)
    while match.turn < turn:
        for seat, leader in leaders.items():
            sight = Sight(match.control.world, match.control.state, match.seats.index(seat))
            wanted = leader.orders(sight, match.turn, everywhere)
            for number, proposal in enumerate(wanted):
                given = bool(proposal.where[0]) and match.add(seat, proposal.order) is None
                leader.settled(number, np.array([given]), match.turn)
            match.seal(seat)
        match.resolve()
    return match
