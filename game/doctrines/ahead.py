"""A seat led by looking ahead: what it could order is tried in futures of its own, and what does best is ordered.

What is tried gets ever less and the futures ever more (successive halving; Karnin, Koren and Somekh, 2013): first every
order that the forms offer, in a future or two, then the best of them together in more, and the last few in all. All are
tried under the same dice, so that two differ by what they order alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.content.package import WORST_TENTH, Doctrine, LooksAhead, Package
from game.doctrines.leader import RuleLeader
from game.engine.conditions import Reading
from game.marks import N_
from game.orders import Order
from game.session.outlook.forms import distinct, filled
from game.session.outlook.outlook import Outlook
from game.session.records import Leader, Mask, Proposal
from game.session.sight import Sight

PARTS = (0.0, 0.25, 0.5, 1.0)
"""Of the range of a number: what is tried of it."""
ROUNDS = (64, 16, 4, 1)
"""Parts of the futures in which is tried: every order alone, the better ones again, sets of the best, the best sets."""
BETTER, FEW, BEST = 32, 6, 2
"""How many come into the second round, into the sets of the third, and into the last."""
LEAST = 0.05
"""Points that an order must promise; with less it is not worth a signature."""
REASON = N_("Tried in many futures, it did best.")
_TENTH = 0.1

Points = NDArray[np.float64]
Set = tuple[Order, ...]


class AheadLeader:
    """Leads a seat by trying orders beside those of its own rules, in a batch of any width, match by match.

    It remembers since which month each project is in its phase: how long that will last nobody knows.
    """

    def __init__(self, package: Package, doctrine: Doctrine, seat: str, batch: int = 1) -> None:
        if doctrine.ahead is None:
            raise ValueError(f"{doctrine.key} does not look ahead")
        self._package, self._doctrine, self._ahead = package, doctrine, doctrine.ahead
        self._seat = package.world.names.index("nations", seat)
        self._rules = RuleLeader(doctrine, batch)
        self._watch = _Watch(package.world.names.projects, batch)
        self._by_rule = 0

    def orders(self, sight: Sight, turn: int, where: Mask) -> list[Proposal]:
        """What its rules say, and then what it has chosen for each match."""
        month = turn * self._package.world.calendar.turn_months
        self._watch.look(sight, month)
        found = self._rules.orders(sight, turn, where)
        self._by_rule = len(found)
        for match in np.flatnonzero(where).tolist():
            only = np.arange(sight.batch) == match
            outlook = Outlook.of(self._package, sight, match, self._ahead.futures)
            search = _Search(
                outlook, self._ahead, self._doctrine, self._rules.of(match), self._watch.behind(match, month)
            )
            found += [Proposal(order, only, REASON) for order in search.best()]
        return found

    def settled(self, index: int, accepted: Mask, turn: int) -> None:
        """Start the cooldown of a rule whose order took effect."""
        if index < self._by_rule:
            self._rules.settled(index, accepted, turn)

    def memory(self) -> dict[str, Any]:
        """That of its rules, and since when each project is in which phase."""
        return {**self._rules.memory(), **self._watch.memory()}

    def restore(self, memory: Mapping[str, Any]) -> None:
        """Go on from `memory`."""
        self._rules.restore(memory)
        self._watch.restore(memory)


class _Watch:
    """Since when the projects are in their phases, as who looks once a turn sees it."""

    def __init__(self, projects: Sequence[str], batch: int) -> None:
        self._projects = projects
        self._phase: NDArray[np.int64] = np.full((len(projects), batch), -1, dtype=np.int64)
        self._since: NDArray[np.int64] = np.zeros((len(projects), batch), dtype=np.int64)

    def look(self, sight: Sight, month: int) -> None:
        """Note what has moved."""
        places = range(len(self._projects))
        seen = [sight.read(Reading("project_phase", (place,))) for place in places]
        phase = np.array(seen, dtype=np.float64).reshape(self._phase.shape).astype(np.int64)
        self._since[phase != self._phase] = month
        self._phase = phase

    def behind(self, match: int, month: int) -> Points:
        """(P,) months that are known to be over of the phase of each project."""
        return (month - self._since[:, match]).astype(np.float64)

    def memory(self) -> dict[str, Any]:
        """Each project that anybody has taken up: phases, then months, for each match."""
        found = zip(self._projects, self._phase.tolist(), self._since.tolist(), strict=True)
        return {f"project:{name}": [*phase, *since] for name, phase, since in found if max(phase) >= 0}

    def restore(self, memory: Mapping[str, Any]) -> None:
        """Go on from `memory`."""
        batch = self._phase.shape[1]
        self._phase[:], self._since[:] = -1, 0
        for place, name in enumerate(self._projects):
            if (kept := memory.get(f"project:{name}")) is not None:
                self._phase[place], self._since[place] = kept[:batch], kept[batch:]


class _Search:
    """The search of one turn in one match."""

    def __init__(
        self, outlook: Outlook, ahead: LooksAhead, doctrine: Doctrine, memory: Mapping[str, Any], behind: Points
    ) -> None:
        self._outlook, self._ahead, self._doctrine = outlook, ahead, doctrine
        self._memory, self._behind = memory, behind

    def best(self) -> Set:
        """The set of orders that promises most; none where nothing promises more than to give none."""
        outlook = self._outlook
        singles = [order for order in distinct(filled(outlook.desk, PARTS, together=True)) if outlook.allowed(order)]
        if not singles:
            return ()
        better = self._ranked(singles, ROUNDS[0], -np.inf)[:BETTER]
        sets = _together(self._ranked(better, ROUNDS[1], LEAST))
        if not sets:
            return ()
        worth = self._worth([(), *sets], ROUNDS[2])
        kept = [sets[place] for place in np.argsort(-worth[1:], kind="stable")[:BEST]]
        place = int(np.argmax(self._worth([(), *kept], ROUNDS[3])))
        return kept[place - 1] if place else ()

    def _ranked(self, singles: Sequence[Order], part: int, least: float) -> list[Order]:
        """Those of the orders that promise more than `least` points alone, the best first."""
        worth = self._worth([(), *((order,) for order in singles)], part)
        gains = worth[1:] - worth[0]
        return [singles[place] for place in np.argsort(-gains, kind="stable") if gains[place] > least]

    def _worth(self, sets: Sequence[Set], part: int) -> Points:
        """What each set is worth by the aim of the doctrine, in a part of the futures, (sets,)."""
        ahead = self._ahead
        ends = self._outlook.play(
            sets,
            futures=max(ahead.futures // part, 1),
            months=ahead.months,
            behind=self._behind,
            follower=self._follow,
            stop=ahead.stop,
        )
        worth = ends.points - ahead.missed_goal * ends.missed
        if ahead.aim == WORST_TENTH:
            worth = np.sort(worth, axis=1)[:, : max(round(worth.shape[1] * _TENTH), 1)]
        mean: Points = worth.mean(axis=1)
        return mean

    def _follow(self, batch: int) -> Leader:
        """Its rules, as they stand in this match, in so many."""
        leader = RuleLeader(self._doctrine, batch)
        leader.restore({rule: turns * batch for rule, turns in self._memory.items()})
        return leader


def _together(ranked: Sequence[Order]) -> list[Set]:
    """The first of each subject alone, and with all that are better; and each of the others alone.

    Two orders of one kind about one thing undo each other.
    """
    firsts: dict[tuple[str, str], Order] = {}
    for order in ranked:
        firsts.setdefault((order.kind, order.about()), order)
    few = list(firsts.values())[:FEW]
    nested: list[Set] = [tuple(few[:count]) for count in range(1, len(few) + 1)]
    return [*nested, *((order,) for order in few[1:])]
