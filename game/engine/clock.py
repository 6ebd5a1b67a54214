"""Metrics that are the same in every match of a batch: they tell the date, and a plain number does."""

from __future__ import annotations

from collections.abc import Callable

from game.engine.state import State
from game.engine.world import World


def _month(world: World, state: State) -> float:
    del world
    return float(state.month)


def _year(world: World, state: State) -> float:
    return (world.calendar.start + state.month) / 12.0


CLOCK: dict[str, Callable[[World, State], float]] = {"month": _month, "year": _year}
"""By the name of the metric."""
