"""What each rule of the rival and each incident does to points: the same matches with and without it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.content import load
from game.content.facts import Run
from game.content.package import Package
from game.doctrines import run_batch
from game.engine import scoring
from game.lab.rehearsal.watch import Course
from game.lab.runs.play import Tell, silent, variant
from game.lab.runs.pool import others, share

Array = NDArray[np.float64]
MOST_PAIRS = 32
"""Matches from which something is taken away: enough to tell a point or two from nothing, in less than a second."""


@dataclass(frozen=True)
class Bite:
    """A rule of the rival, or an incident."""

    axis: str
    """``rules`` or ``incidents``."""
    key: str
    share: float
    """Of the matches, in how many it came."""
    turns: tuple[int, ...]
    """How many matches it came in, for each turn."""
    effects: tuple[float, ...] | None
    """Points that it gives each seat, at the end, as a mean over `pairs` matches; None where it came in none."""
    pairs: int

    @property
    def first(self) -> int:
        """The turn, from 0, in which it comes most often."""
        return int(np.argmax(self.turns))

    @property
    def size(self) -> float:
        """Points of the seat that it moves most, up or down."""
        return max(map(abs, self.effects), default=0.0) if self.effects else 0.0


def bites(
    package: Package, source: str, seeds: tuple[int, ...], course: Course, *, processes: int = 1, tell: Tell = silent
) -> tuple[Bite, ...]:
    """Every rule that can fire, and every incident, those that move most first. `course` is of the `seeds`.

    Taken away is the one thing alone, under the same seeds: chance draws the same for all that it does not touch, so
    what differs is what it did, with all that followed from it.
    """
    found = list(_found(package))
    where = {(axis, key): _some(course.acted[:, place].any(axis=0)) for place, axis, key in found}
    jobs = [
        ((source, dict(package.changes)), axis, key, tuple(seeds[match] for match in where[axis, key]))
        for _, axis, key in found
        if where[axis, key]
    ]
    points: dict[tuple[str, str], Array] = {}

    def here(_: object, axis: str, key: str, matches: tuple[int, ...]) -> Array:
        return _without(package, axis, key, matches)

    with others(min(processes, len(jobs))) as pool:
        for place, without in share(here, _load_and_play, jobs, pool):
            points[jobs[place][1:3]] = without
            tell(len(points), len(jobs))
    told = (_bite(course, place, axis, key, where[axis, key], points) for place, axis, key in found)
    return tuple(sorted(told, key=lambda one: -one.size))


def _some(came: Any) -> list[int]:
    """Places of the matches in which something is taken away: the first of those in which it came."""
    return [int(place) for place in np.flatnonzero(came)[:MOST_PAIRS]]


def _found(package: Package) -> Iterator[tuple[int, str, str]]:
    """Place in `Course.acted`, axis and key of all that the script and the scenario hold."""
    world = package.world
    for place, key in enumerate(world.names.rules):
        if package.rules[key].played and world.rival_rules.chance[place] > 0.0:
            yield place, "rules", key
    for place, incident in enumerate(world.incidents, start=len(world.names.rules)):
        yield place, "incidents", incident.key


def _bite(
    course: Course, place: int, axis: str, key: str, where: list[int], points: Mapping[tuple[str, str], Array]
) -> Bite:
    acted, effects = course.acted[:, place], None
    if where:
        effects = tuple((course.totals[-1][:, where] - points[axis, key]).mean(axis=1).tolist())
    turns = tuple(acted.sum(axis=1).tolist())
    return Bite(axis, key, float(acted.any(axis=0).mean()), turns, effects, len(where))


def _load_and_play(source: tuple[str, dict[str, float | str]], axis: str, key: str, seeds: tuple[int, ...]) -> Array:
    return _without(load(*source), axis, key, seeds)


def _without(package: Package, axis: str, key: str, seeds: tuple[int, ...]) -> Array:
    """Points of each seat at the end, (H, B), with one rule or incident taken away."""
    taken = Run("", without_rules=(key,)) if axis == "rules" else Run("", without_incidents=(key,))
    played = variant(package, taken)
    return scoring.total(played.world, run_batch(played, seeds))
