"""Bringing a rule set to rest: the start of a match is a state that stays as it is while nothing happens."""

from __future__ import annotations

from typing import Any

from game.economy.fields import fields
from game.economy.play import play
from game.economy.state import State
from game.economy.world import World

QUIET = 480
"""Months without change after which a rule set rests."""
SINCE = "since the start"
"""Ends the meaning of every field that adds up what happened in a match."""
ACCOUNTS = tuple(name for name, field in fields(State).items() if field.meaning.endswith(SINCE))
"""Such fields: they begin at 0."""


def quiet(w: Any) -> Any:
    """A rule set as in its first month, without chance and without building."""
    found = w.copy()
    found["noise_size"] = found["incident_chance"] = 0.0
    found["invests"] = 0.0
    for name, field in fields(World).items():
        if field.axes[-1:] == ("Month",):
            found[name] = found[name][..., :1]
    found["opened"] = 0.0
    return found


def rest(w: Any, states: Any, *, months: int = QUIET, fast: bool) -> Any:
    """A copy of `states` where they stay, after so many quiet months of the rule set `w`."""
    found = states.copy()
    play(quiet(w), found, months, fast=fast)
    found["month"] = 0
    for name in ACCOUNTS:
        found[name] = 0.0
    return found
