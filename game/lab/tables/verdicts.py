"""Who has won, in every match of a batch: what `session.results` says of one match, without its words."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.content.package import Goal, Package
from game.engine import metrics, scoring, start
from game.engine.state import State
from game.lab.tables.hands import seats_of
from game.session.keys import expand, reading
from game.session.record import recorded

Array = NDArray[np.float64]


class Verdicts:
    """Called after each month; `won` says at the end who has won."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._goals = [
            (seat, _Watch(package, name, goal))
            for seat, name in enumerate(seats_of(package))
            for goal in package.goals_of(name)
        ]

    def __call__(self, state: State) -> None:
        """Look at the month that has just ended."""
        for _, watch in self._goals:
            watch.look(state)

    def won(self, state: State) -> NDArray[np.bool_]:
        """Where each seat has won, (H, B)."""
        world, names = self._package.world, seats_of(self._package)
        need = np.array([self._package.win_scores[name] for name in names])
        won: NDArray[np.bool_] = scoring.total(world, state) >= need[:, None]
        for part, points in zip(world.score, scoring.points(world, state), strict=True):
            if part.lose_below > 0.0:
                won &= points >= part.lose_below
        for seat, watch in self._goals:
            won[seat] &= watch.met(state)
        return won


class _Watch:
    """One goal of one seat: the extremes of all months, or the months before the end."""

    def __init__(self, package: Package, seat: str, goal: Goal) -> None:
        world = package.world
        words = (seat if name == "self" else name for name in goal.arguments)
        key = expand(world, seat, " ".join([goal.metric, *words]))
        self._goal, self._world, self._reading = goal, world, reading(world, key)
        self._kept = key in recorded(world)
        self._first = world.calendar.months - goal.last_months
        self._months: list[Array] = []

    def look(self, state: State) -> None:
        """Keep the month, where the goal asks for it."""
        always = self._goal.when == "always"
        late = bool(self._goal.last_months) and state.month > self._first
        if self._kept and (always or late):
            if always and not self._months:
                self._months.append(self._read(start.begin(self._world, state.seeds)))
            self._months.append(self._read(state))

    def met(self, state: State) -> NDArray[np.bool_]:
        """Where it is met, (B,)."""
        values = [self._read(state)]
        if self._months and self._goal.when == "always":
            values = [*self._months, *values]
        elif self._months:
            values = [np.mean(self._months, axis=0)]
        low, high = np.min(values, axis=0), np.max(values, axis=0)
        least = -np.inf if self._goal.at_least is None else self._goal.at_least
        most = np.inf if self._goal.at_most is None else self._goal.at_most
        met: NDArray[np.bool_] = (low >= least) & (high <= most)
        return met

    def _read(self, state: State) -> Array:
        return np.array(metrics.read(self._world, state, self._reading))
