"""A seat led by the rules of a doctrine: where a rule's condition holds, it gives the rule's order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.content.package import Doctrine
from game.engine.condition_table import somewhere
from game.marks import N_
from game.orders import parse
from game.orders.weigh_offers import WeighOffers
from game.session.records import Mask, Proposal
from game.session.sight import Sight

_NEVER = -(10**6)
_ONCE = -1
_ANSWERS = ("answer_agreement", "renew_agreement")
_EXPECTED = N_("The ministry weighs what others offer.")


class RuleLeader:
    """Leads a seat by a doctrine, in a batch of any width.

    Remembers for every rule and match the turn in which it last took effect, for the rule's cooldown. A rule whose
    order was refused has not acted and may act in the next turn.
    """

    def __init__(self, doctrine: Doctrine, batch: int = 1) -> None:
        self.doctrine = doctrine
        rules = doctrine.rules
        self._orders = tuple(parse(rule.order) for rule in rules)
        rests = [-_NEVER if rule.cooldown == _ONCE else max(rule.cooldown, 1) for rule in rules]
        self._rests = np.array(rests, dtype=np.int64)[:, None]
        self._acted: NDArray[np.int64] = np.full((len(rules), batch), _NEVER, dtype=np.int64)
        self._proposed: tuple[int, ...] = ()

    def orders(self, sight: Sight, turn: int, where: Mask) -> list[Proposal]:
        """Orders of the rules whose condition holds and whose cooldown is over, in the order of the doctrine."""
        rested = turn - self._acted >= self._rests
        found = sight.found(self.doctrine.table, somewhere(rested))
        acts = {rule: found[rule] & rested[rule] & where for rule in sorted(found)}
        self._proposed = tuple([rule for rule, mask in acts.items() if mask.any()])
        wanted = [Proposal(self._orders[i], acts[i], self.doctrine.rules[i].reason) for i in self._proposed]
        return [*wanted, *self._weighed(sight, acts, where)]

    def _weighed(self, sight: Sight, acts: Mapping[int, Mask], where: Mask) -> list[Proposal]:
        """The answer to offers of which no rule speaks this turn: what is expected of them decides."""
        if not self.doctrine.weighs:
            return []
        waiting = where & (sight.own("offers") > 0.0)
        for rule, mask in acts.items():
            if (
                self._orders[rule].kind in _ANSWERS
            ):  # an offer stands for two turns: the others are answered in the next
                waiting = waiting & ~mask
        return [Proposal(WeighOffers(), waiting, _EXPECTED)] if waiting.any() else []

    def settled(self, index: int, accepted: Mask, turn: int) -> None:
        """Start the cooldown of the rule behind proposal `index` in the matches of `accepted`."""
        if index < len(self._proposed):  # what comes after the rules has no rest
            self._acted[self._proposed[index]][accepted] = turn

    def memory(self) -> dict[str, Any]:
        """Rule key to the turn in which it last acted, for each match."""
        acted = self._acted.tolist()
        return {rule.key: turns for rule, turns in zip(self.doctrine.rules, acted, strict=True) if max(turns) >= 0}

    def of(self, match: int) -> dict[str, Any]:
        """What it remembers of one match, as `memory` says it."""
        acted = self._acted[:, match].tolist()
        return {rule.key: [turn] for rule, turn in zip(self.doctrine.rules, acted, strict=True) if turn >= 0}

    def restore(self, memory: Mapping[str, Any]) -> None:
        """Go on from `memory`; rules that it does not name have not acted."""
        self._acted[:] = _NEVER
        for row, rule in enumerate(self.doctrine.rules):
            if rule.key in memory:
                self._acted[row] = memory[rule.key]
