"""What a person may be called: a name is written into saves, pages and every kind of terminal."""

from __future__ import annotations

from game.marks import N_, Said

LONGEST = 60
"""Letters of a name at most."""


def objection(name: str) -> str:
    """Why a person cannot be called `name`; empty where they can, or where they gave none."""
    if not name.isprintable():
        return Said(N_("a name has only letters that can be shown, not {name}"), name=ascii(name[:LONGEST]))
    if len(name) > LONGEST:
        return Said(N_("a name has at most {number} letters, not {letters}"), number=LONGEST, letters=len(name))
    return ""
