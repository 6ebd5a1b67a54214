"""Doing nothing, the doctrines, and a minister who gives orders at random."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.lab.balance.ground import Ground
from game.lab.plans.change import Changes
from game.lab.tables.bench import Job
from game.lab.tables.hands import Hand
from game.lab.tournament.draw import foresighted, suiting

PER_TURN = 2
"""Orders that a random minister tries in a turn; those that are not allowed, or not affordable, are not given."""


@dataclass(frozen=True)
class Idle:
    """What a seat gets for nothing, and how random ministers and doctrines do beside it; the others play as usual."""

    seat: int
    points: float
    won: float
    """Share of matches."""
    doctrine: str
    """The best of those that suit the seat, ..."""
    doctrine_points: float
    random: float
    """Mean points of random ministers."""
    better: float
    """Share of them that do better than nothing under the same seeds."""


def idle(ground: Ground) -> list[Idle]:
    """Each seat, doing nothing."""
    rng = np.random.default_rng([ground.seed, 4])
    turns = ground.package.world.calendar.turns
    found = []
    for seat in ground.seats:
        doctrines = suiting(ground.package, ground.names[seat])
        known = ground.hands(seat, [Hand(), *map(Hand, doctrines)])
        changes = Changes(ground.choices[seat], turns, rng)
        random = [Hand(), *(Hand(plan=changes.any(PER_TURN)) for _ in range(ground.sizes.ministers))]
        stated = ground.play([known], ground.held)[0]
        tried = ground.play([ground.hands(seat, random)], ground.search)[0].of(seat)
        means = stated.of(seat)
        answers = [*zip(doctrines, means[1:].tolist(), strict=True), *_looking(ground, seat)]
        doctrine, most = max(answers, key=lambda answer: answer[1])
        found.append(
            Idle(
                seat=seat,
                points=float(means[0]),
                won=float(stated.won[seat, 0].mean()),
                doctrine=doctrine,
                doctrine_points=most,
                random=float(tried[1:].mean()),
                better=float((tried[1:] > tried[0]).mean()),
            )
        )
    return found


def _looking(ground: Ground, seat: int) -> list[tuple[str, float]]:
    """The doctrines that look ahead and their mean points, in as many matches as there is time for."""
    names = foresighted(ground.package, ground.names[seat]) if ground.sizes.ahead else ()
    seeds = ground.held[: ground.sizes.ahead]
    jobs = [Job(ground.hands(seat, [Hand(name)]), (one,)) for name in names for one in seeds]
    points = np.array([one.of(seat)[0] for one in ground.bench.play(jobs)]).reshape(len(names), len(seeds) or 1)
    return list(zip(names, points.mean(axis=1).tolist(), strict=True))
