"""A rehearsal: the whole session under many seeds, and what each rule and incident does in it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from game.content.package import Package, Preset
from game.economy import machine
from game.lab.rehearsal.bites import Bite, bites
from game.lab.rehearsal.watch import Course, play
from game.lab.runs.play import Tell, silent, within
from game.lab.runs.seeds import Draws

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Rehearsal:
    """What was played and measured."""

    package: Package
    draws: Draws
    course: Course
    bites: tuple[Bite, ...]
    preset: Preset | None
    """The length of session that was asked for."""
    seconds: float
    """That it took on this machine."""

    @property
    def seats(self) -> tuple[str, ...]:
        """Identifiers."""
        names: tuple[str, ...] = self.package.world.names.nations[: self.package.world.seats]
        return names

    @property
    def swings(self) -> Array:
        """(T, H, B) by how many points each turn moved each seat."""
        return np.diff(self.course.totals, axis=0)

    def turning_point(self, seat: int) -> int:
        """The turn, from 0, that moved the points of a seat most, by the median of the size. The first is left out: in
        it the figures that are means or peaks find their level.
        """
        sizes = np.median(np.abs(self.swings[:, seat]), axis=1)
        return int(np.argmax(sizes[1:])) + 1 if len(sizes) > 1 else 0

    def comes_in(self, turn: int) -> tuple[Bite, ...]:
        """What comes in a turn in at least half of the matches, that which moves most first."""
        return tuple(one for one in self.bites if 2 * one.turns[turn] >= self.course.matches)


def rehearse(
    package: Package, draws: Draws, *, preset: Preset | None = None, processes: int = 1, tell: Tell = silent
) -> Rehearsal:
    """Play the scenario once for each of `draws` and take each rule and incident away in turn.

    `tell(done, total)` is called as matches and turns are done. The number of processes changes no result.
    """
    began = time.monotonic()
    machine.wait()
    turns, count = package.world.calendar.turns, draws.count
    course = play(package, draws.seeds, partial(within, tell, 0, count, turns, 2 * count))
    told: Callable[[int, int], None] = lambda done, total: tell(count + count * done // total, 2 * count)  # noqa: E731
    found = bites(package, package.folder, draws.seeds, course, processes=processes, tell=told)
    return Rehearsal(package, draws, course, found, preset, time.monotonic() - began)


def band(values: Array) -> tuple[float, float, float]:
    """10th, 50th and 90th percentile of (B,)."""
    low, middle, high = np.percentile(values, (10, 50, 90))
    return float(low), float(middle), float(high)
