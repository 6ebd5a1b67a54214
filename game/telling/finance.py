"""What private partners say to a project, in words."""

from __future__ import annotations

from game.telling import numbers
from game.telling.catalogue import _


def partners(asked: float | None, earned: float) -> str:
    """What they ask for: a public share, 0-1, or None where they do not come; at last year's prices the project
    would have `earned` that part of its cost a year.
    """
    words = (
        _("ask for a public share of {asked}; it would earn {earned} of its cost a year")
        if asked is not None
        else _("none comes: it would earn {earned} of its cost a year")
    )
    return words.format(asked=numbers.write(asked or 0.0, "share"), earned=numbers.write(earned, "share"))
