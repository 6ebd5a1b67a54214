"""The best plan of each seat: searched, then rid of what it does not need, then stated under other seeds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.content.plan import Plan
from game.lab.balance.ground import Ground
from game.lab.plans.search import ORDER_COSTS, Aim, Effort, Quest, Worth, money, points, search
from game.lab.tables.outcomes import FIGURES

_ROUNDS = 5
"""How often a plan is looked through for what it does not need."""
_FEW = 8
"""Plans of a search that are tried under other seeds."""
_SLACK = 0.2
"""Points that a plan may lose when all that it does not seem to need goes at once."""


@dataclass(frozen=True)
class Best:
    """The best plan found for a seat."""

    seat: int
    plan: Plan
    points: float
    """Mean under the seeds that were held back."""
    won: float
    """Share of them won."""
    worths: tuple[float, ...]
    """Points that the plan loses without each of its orders."""


@dataclass(frozen=True)
class Money:
    """The plan that leaves a seat the most money."""

    seat: int
    plan: Plan
    left: float
    """US$ million at the end, mean of the seeds held back; ..."""
    idle: float
    """... and where the seat does nothing."""


def quests(ground: Ground, aim: Aim, seed: int) -> list[Quest]:
    """A search for each seat, which sets out from what the doctrines that suit it did."""
    return [Quest(seat, aim, ground.table, ground.choices[seat], ground.scripts[seat], seed) for seat in ground.seats]


def searched(ground: Ground) -> list[Best]:
    """The best plan of each seat by points."""
    sizes = ground.sizes
    effort = Effort(ground.search, sizes.children, sizes.generations)
    found = search(ground.bench, quests(ground, points, ground.seed), effort)
    plans = _best_of_few(ground, found)
    for _round in range(_ROUNDS):
        before, plans = plans, _shorter(ground, plans)
        if plans == before:
            break
    return _stated(ground, plans)


def _best_of_few(ground: Ground, found: Sequence[Sequence[Worth]]) -> list[Plan]:
    """Of the first few that the search has found, those that are best under seeds that it did not know."""
    few = [[worth.plan for worth in worths[:_FEW]] for worths in found]
    tables = [ground.plans(seat, each) for seat, each in zip(ground.seats, few, strict=True)]
    outcomes = zip(ground.seats, few, ground.play(tables, ground.check), strict=True)
    return [each[int(np.argmax(points(one, seat)))] for seat, each, one in outcomes]


def enriched(ground: Ground) -> list[Money]:
    """The plan of each seat that leaves the most money."""
    effort = Effort(ground.search, ground.sizes.children, ground.sizes.money_generations)
    found = search(ground.bench, quests(ground, money, ground.seed + 1), effort)
    plans = [worths[0].plan for worths in found]
    tables = [ground.plans(seat, (plan, Plan())) for seat, plan in zip(ground.seats, plans, strict=True)]
    budget = FIGURES.index("budget")
    outcomes = ground.play(tables, ground.held)
    left = [one.figures[budget, seat].mean(axis=1) for seat, one in zip(ground.seats, outcomes, strict=True)]
    return [
        Money(seat, plan, float(pair[0]), float(pair[1]))
        for seat, plan, pair in zip(ground.seats, plans, left, strict=True)
    ]


def _without_each(plan: Plan) -> list[Plan]:
    """The plan, and it without each of its orders."""
    return [plan, *(plan.without(place) for place in range(len(plan)))]


def _losses(ground: Ground, plans: Sequence[Plan]) -> list[NDArray[np.float64]]:
    """For each seat, what its plan loses of what is sought without each order, under the seeds for checking."""
    tables = [ground.plans(seat, _without_each(plan)) for seat, plan in zip(ground.seats, plans, strict=True)]
    outcomes = ground.play(tables, ground.check)
    worths = [points(one, seat) for seat, one in zip(ground.seats, outcomes, strict=True)]
    return [each[0] - each[1:] for each in worths]


def _shorter(ground: Ground, plans: Sequence[Plan]) -> list[Plan]:
    """Each plan without the orders that it does not need; without the least needed, where they need each other."""
    needless = []
    for losses in _losses(ground, plans):
        by_loss = np.argsort(losses, kind="stable")
        needless.append([int(place) for place in by_loss if losses[place] < ORDER_COSTS])
    options = [
        (plan, plan.without(*places), plan.without(*places[:1])) for plan, places in zip(plans, needless, strict=True)
    ]
    tables = [ground.plans(seat, each) for seat, each in zip(ground.seats, options, strict=True)]
    found = []
    for seat, each, outcomes in zip(ground.seats, options, ground.play(tables, ground.check), strict=True):
        before, after, _ = points(outcomes, seat)
        found.append(each[1] if after >= before - _SLACK else each[2])
    return found


def _stated(ground: Ground, plans: Sequence[Plan]) -> list[Best]:
    tables = [ground.plans(seat, _without_each(plan)) for seat, plan in zip(ground.seats, plans, strict=True)]
    found = []
    for seat, plan, outcomes in zip(ground.seats, plans, ground.play(tables, ground.held), strict=True):
        means = outcomes.of(seat)
        worths = tuple(float(means[0] - each) for each in means[1:])
        found.append(Best(seat, plan, float(means[0]), float(outcomes.won[seat, 0].mean()), worths))
    return found
