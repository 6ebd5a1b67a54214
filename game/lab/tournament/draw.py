"""Which doctrines play for a seat, and at which tables."""

from __future__ import annotations

import itertools
import math

import numpy as np

from game.content.package import Package
from game.lab.tables.hands import Hand, Table, seats_of

TABLES = 64
"""Tables of the others that a seat meets at most; where there are more, so many are drawn."""


def suiting(package: Package, seat: str) -> tuple[str, ...]:
    """The doctrines that suit a seat and go by rules: all but those that lead other seats when nobody does, and not
    this one.

    Those were written for the others: they tell what another nation did.
    """
    return _suiting(package, seat, ahead=False)


def foresighted(package: Package, seat: str) -> tuple[str, ...]:
    """The doctrines that suit a seat and look ahead: each takes hundreds of times as long as one that goes by rules."""
    return _suiting(package, seat, ahead=True)


def _suiting(package: Package, seat: str, *, ahead: bool) -> tuple[str, ...]:
    of_others = {doctrine for other, doctrine in package.seat_doctrines.items() if other != seat}
    own = package.seat_doctrines[seat]
    suits = (name for name in package.doctrine_names if name == own or name not in of_others)
    return tuple(name for name in suits if (package.bind_doctrine(name, seat).ahead is not None) is ahead)


def tables(package: Package, seat: int, most: int, seed: int) -> tuple[Table, ...]:
    """What the others play, at most so many different tables; the hand of `seat` itself is nobody's."""
    names = seats_of(package)
    hands = [(Hand(),) if place == seat else _hands(package, name) for place, name in enumerate(names)]
    count = math.prod(map(len, hands))
    if count <= most:
        return tuple(itertools.product(*hands))
    drawn = np.random.default_rng([seed, seat]).choice(count, size=most, replace=False)
    return tuple(_numbered(hands, int(place)) for place in sorted(drawn))


def _hands(package: Package, seat: str) -> tuple[Hand, ...]:
    return tuple(Hand(doctrine) for doctrine in suiting(package, seat))


def _numbered(hands: list[tuple[Hand, ...]], place: int) -> Table:
    """The table at a place of their product, without making the others."""
    found = []
    for options in reversed(hands):
        place, chosen = divmod(place, len(options))
        found.append(options[chosen])
    return tuple(reversed(found))
