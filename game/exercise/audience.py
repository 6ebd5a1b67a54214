"""Whom an event is for: the column *to*."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from game.marks import N_, Said

CONTROL = frozenset({"console", "evaluator"})
"""Roles that read what is visible to control alone."""
ROLES: Mapping[str, frozenset[str]] = {
    "all": frozenset({"console", "projector", "observer", "evaluator", "red"}),
    "seats": frozenset(),
    "cells": CONTROL | {"red"},
    "facilitator": frozenset({"console"}),
    "white cell": frozenset({"console"}),
    "red cell": frozenset({"red"}),
    "evaluator": frozenset({"evaluator"}),
    "observer": frozenset({"observer"}),
    "projector": frozenset({"projector"}),
}
"""What may be written beside seats, and the roles that it means."""
_EVERY_SEAT = ("all", "seats")
_SAME = {
    "evaluators": "evaluator",
    "observers": "observer",
    "red": "red cell",
    "white": "white cell",
    "control": "cells",
}


@dataclass(frozen=True)
class To:
    """Seats and roles that an event reaches. The facilitator reads every event."""

    seats: frozenset[str]
    roles: frozenset[str]

    def reaches(self, role: str, seat: str = "") -> bool:
        """Whether it is for who sits at `seat`, or has the `role`."""
        return role == "console" or (seat in self.seats if role == "seat" else role in self.roles)


def understood(text: str, seats: Mapping[str, str]) -> tuple[To, list[str]]:
    """Whom `text` means, and the words in it that mean nobody. `seats` are identifiers and names; nothing is all."""
    words = [word for word in re.split(r"[,;/\n]+", text) if word.strip()] or ["all"]
    known = {spelling.casefold(): seat for seat, name in seats.items() for spelling in (name, seat)}
    to, roles, unknown = set[str](), set[str](), []
    for word in words:
        plain = " ".join(word.replace("_", " ").split()).casefold()
        seat = known.get(plain) or known.get(plain.replace(" ", "_"))
        plain = _SAME.get(plain, plain)
        if seat is not None:
            to.add(seat)
        elif plain in ROLES:
            roles |= ROLES[plain]
            to |= set(seats) if plain in _EVERY_SEAT else set()
        else:
            unknown.append(word.strip())
    return To(frozenset(to), frozenset(roles)), unknown


def right(seats: Mapping[str, str]) -> Said:
    """What may be written."""
    return Said(N_("known here: {words}"), words=", ".join([*ROLES, *seats]))
