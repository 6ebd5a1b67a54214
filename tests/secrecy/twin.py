"""The same match with another package or state."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from game.content.package import Package
from game.engine.state import State
from game.session.control import Control
from game.session.match import Match
from game.session.measured.past import Past

Change = Callable[[Match, int, float], Match]
"""``(match, position of the reader, size)`` to the same match with another secret."""


def twin(
    match: Match, *, package: Package | None = None, state: State | None = None, past: bool = False, **rest: Any
) -> Match:
    """`match` with another package or state; it shares its log, which it must not go on writing.

    With `past`, what its acts did is measured in the turns as they were really played.
    """
    old = match.control
    control = Control(package or old.package, state or old.state.copy(), copy.copy(old.record), old.seed)
    control.reports = old.reports
    for name, value in rest.items():
        setattr(control, name, value)
    other = copy.copy(match)
    other.control, other._drafts, other._began = control, {}, {}
    other.measured = match.measured if past else Past(control, other.seats, other.start_of)
    return other
