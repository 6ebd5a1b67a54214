"""The figures in which a match ends."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.conditions import Reading
from game.engine.metrics import METRICS, argument_axis, read
from game.engine.state import State
from game.engine.world import World

_AXES = ("", "N", "M", "NM", "K")
"""Metrics with these arguments sum a match up; those of single sites, rules and pairs are left to the debrief."""


@dataclass(frozen=True)
class FinalFigure:
    """One metric for one choice of its arguments: its (B,) values, NaN and infinity put to 0."""

    metric: str
    arguments: tuple[str, ...]
    unit: str
    values: NDArray[np.float64]


def final_figures(world: World, state: State) -> Iterator[FinalFigure]:
    """Every metric of the world, of each seat, material and stage."""
    for entry in METRICS.values():
        if entry.axes not in _AXES:
            continue
        names = [_names(world, axis) for axis in entry.axes]
        for places in itertools.product(*(range(len(axis)) for axis in names)):
            values = read(world, state, Reading(entry.name, places))
            arguments = tuple(axis[place] for axis, place in zip(names, places, strict=True))
            yield FinalFigure(entry.name, arguments, entry.unit, np.nan_to_num(values, posinf=0.0, neginf=0.0))


def _names(world: World, axis: str) -> tuple[str, ...]:
    names: tuple[str, ...] = getattr(world.names, argument_axis(axis))
    return names[: world.seats] if axis == "N" else names
