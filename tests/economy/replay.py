"""The rare-earth rule set played from December 2007 to December 2025 with the documented controls."""

from __future__ import annotations

import numpy as np

from game.economy.fields import layout
from game.economy.month import Handed
from game.economy.play import player
from game.economy.rest import rest
from game.economy.state import State
from tests.economy.controls import Controls
from tests.economy.rare_earths import rules
from tests.economy.ruleset import Rules

FROM, TO = 11, 228
"""Months that are played, counted from January 2007: December 2007 to December 2025."""
KEPT = {State: ("price",), Handed: ("bought", "need", "met", "plan", "spent", "value")}
"""Fields that are kept of every month."""


class Replay:
    """A replay: the rule set brought to rest, then played month by month.

    Args:
        fast: compiled rather than plain.
        controls: whether the controller decides anything.
        written: another rule set than the one that is shipped.
    """

    def __init__(self, *, fast: bool, controls: bool = True, written: Rules | None = None) -> None:
        self.rules = written or rules()
        self.world = self.rules.world()
        hand = Controls(self.rules, on=controls)
        guess = self.rules.guess(self.world)
        hand.rest(guess[0])
        s, m = rest(self.world, guess, fast=fast)[0], np.zeros(1, layout(Handed))[0]
        s["month"] = FROM
        kept = [(name, record) for kind, record in ((State, s), (Handed, m)) for name in KEPT[kind]]
        self.months = {name: np.full((TO, *record[name].shape), np.nan) for name, record in kept}
        """A field by month since January 2007; not a number before the first that is played."""
        go = player(self.world, s, m, fast=fast)
        for month in range(FROM, TO):
            hand.apply(month, s)
            go(1)
            for name, record in kept:
                self.months[name][month] = record[name]
