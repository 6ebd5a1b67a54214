"""Search for the plan that serves a seat best, by evolution: the best plans so far have children, the best of all stay.

All searches go on together, generation by generation, so that processes share the matches of one. Every plan of a
search is played under the same seeds: what differs between two plans is what they order.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.content.plan import Plan
from game.lab.plans.change import Changes
from game.lab.plans.choices import Choices
from game.lab.tables.bench import Bench, Job
from game.lab.tables.hands import Hand, Table, with_hands
from game.lab.tables.outcomes import FIGURES, Outcomes

ORDER_COSTS = 0.02
"""Taken off for each order, so that those that do nothing go; beside points of 100 it decides nothing else."""
_KEPT = 24
"""Plans that live on."""

Aim = Callable[[Outcomes, int], NDArray[np.float64]]
"""What is sought: outcomes and the seat to what each table is worth, (T,)."""


def points(outcomes: Outcomes, seat: int) -> NDArray[np.float64]:
    """Mean points of the seat at each table, where a match that is not won counts half.

    Whoever plays is asked for both, points and goals: the best line of points alone may be one no voter would bear.
    """
    worth: NDArray[np.float64] = (outcomes.points[seat] * np.where(outcomes.won[seat], 1.0, 0.5)).mean(axis=1)
    return worth


def money(outcomes: Outcomes, seat: int) -> NDArray[np.float64]:
    """Mean of the budget at the end, US$ million."""
    left: NDArray[np.float64] = outcomes.figures[FIGURES.index("budget"), seat].mean(axis=1)
    return left


@dataclass(frozen=True)
class Quest:
    """A search for one seat at a table: what is sought, of which choices, and from which plans it sets out."""

    seat: int
    aim: Aim
    table: Table
    choices: Choices
    first: tuple[Plan, ...]
    seed: int


@dataclass(frozen=True)
class Effort:
    """How hard is searched."""

    seeds: tuple[int, ...]
    children: int
    """Plans of a generation."""
    generations: int

    @property
    def matches(self) -> int:
        """At most so many are played for one quest."""
        return len(self.seeds) * self.children * (self.generations + 1)


@dataclass(frozen=True)
class Worth:
    """A plan, and what it is worth under the seeds of the search."""

    plan: Plan
    value: float


def search(bench: Bench, quests: Sequence[Quest], effort: Effort) -> list[list[Worth]]:
    """The best plans of each quest, best first; the same for any number of processes."""
    searches = [_Search(bench, quest, effort) for quest in quests]
    for _generation in range(effort.generations + 1):
        broods = [one.brood() for one in searches]
        jobs = [one.job(brood) for one, brood in zip(searches, broods, strict=True)]
        for one, brood, outcomes in zip(searches, broods, bench.play(jobs), strict=True):
            one.take(brood, outcomes)
    return [one.best for one in searches]


class _Search:
    def __init__(self, bench: Bench, quest: Quest, effort: Effort) -> None:
        rng = np.random.default_rng([quest.seed, quest.seat])
        self.best: list[Worth] = []
        self._quest, self._effort, self._rng = quest, effort, rng
        self._changes = Changes(quest.choices, bench.package.world.calendar.turns, rng)
        self._seen: set[object] = set()

    def brood(self) -> list[Plan]:
        """Plans that were not tried yet: the first ones, or children of the best."""
        found = [] if self.best else [plan for plan in (Plan(), *self._quest.first) if self._new(plan)]
        found = found[: self._effort.children]
        while len(found) < self._effort.children:
            plan = self._changes.child(self._parent(), self._parent())
            if self._new(plan):
                found.append(plan)
        return found

    def job(self, brood: Sequence[Plan]) -> Job:
        """The tables at which the seat plays them."""
        quest = self._quest
        tables = tuple(with_hands(quest.table, {quest.seat: Hand(plan=plan)}) for plan in brood)
        return Job(tables, self._effort.seeds)

    def take(self, brood: Sequence[Plan], outcomes: Outcomes) -> None:
        """Let the best of all live on."""
        values = self._quest.aim(outcomes, self._quest.seat)
        worths = [
            Worth(plan, float(value) - ORDER_COSTS * len(plan)) for plan, value in zip(brood, values, strict=True)
        ]
        self.best = sorted((*self.best, *worths), key=lambda worth: (-worth.value, worth.plan.key))[:_KEPT]

    def _new(self, plan: Plan) -> bool:
        known = plan.key in self._seen
        self._seen.add(plan.key)
        return not known

    def _parent(self) -> Plan:
        """One of the best, the better the likelier; before there are any, one of the first."""
        known = [worth.plan for worth in self.best] or [Plan(), *self._quest.first]
        return known[int(self._rng.integers(len(known), size=2).min())]
