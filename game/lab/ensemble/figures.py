"""The figures in which a match ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine import scoring
from game.engine.metrics import METRICS, read
from game.engine.state import State
from game.engine.world import World
from game.session.keys import keys_of, reading

_AXES = ("", "N", "G", "NG", "K", "NK")
"""Metrics with these arguments sum a match up; those of single sites, rules and pairs are left to the debrief."""

SCORE, PART = "score", "score_part"


@dataclass(frozen=True)
class FinalFigure:
    """One metric, `SCORE` or `PART` for one choice of its arguments: its (B,) values, NaN and infinity put to 0."""

    metric: str
    arguments: tuple[str, ...]
    unit: str
    values: NDArray[np.float64]


def final_figures(world: World, state: State) -> Iterator[FinalFigure]:
    """Scores of each seat, in all and by part, and the followed metrics of the world, of each seat, good and stage."""
    yield from _scores(world, state)
    for entry in METRICS.values():
        if entry.axes not in _AXES:
            continue
        for key in keys_of(world, entry, world.names.nations[: world.seats]):
            values = read(world, state, reading(world, key))
            yield FinalFigure(entry.name, key[1:], entry.unit, np.nan_to_num(values, posinf=0.0, neginf=0.0))


def _scores(world: World, state: State) -> Iterator[FinalFigure]:
    in_all, parts = scoring.total(world, state), scoring.points(world, state)
    for place, seat in enumerate(world.names.nations[: world.seats]):
        yield FinalFigure(SCORE, (seat,), "points", in_all[place])
        for row, part in enumerate(world.score):
            yield FinalFigure(PART, (seat, part.key), "points", parts[row, place])
