"""Tables under seeds as one batch of matches."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.content.package import Package
from game.engine import metrics, scoring
from game.engine.state import State
from game.engine.world import World
from game.lab.tables.clashes import Clashes
from game.lab.tables.hands import Table
from game.lab.tables.leading import Leading
from game.lab.tables.outcomes import FIGURES, Outcomes
from game.lab.tables.verdicts import Verdicts
from game.session.batch import play_batch


def play(package: Package, tables: Sequence[Table], seeds: Sequence[int], turns: int | None = None) -> Outcomes:
    """Every table under every seed, to the end or for so many turns, as one batch: its width is that of both.

    Raises:
        KeyError: for an unknown doctrine, or an unknown name in an order.
    """
    world, shape = package.world, (len(tables), len(seeds))
    leading = Leading(package, [table for table in tables for _seed in seeds])
    verdicts, clashes = Verdicts(package), Clashes(world, shape[0] * shape[1])

    def look(state: State) -> None:
        verdicts(state)
        clashes(state)

    played = play_batch(package, list(seeds) * shape[0], leaders=leading.leaders(), on_month=look, turns=turns)
    return Outcomes(
        points=_shaped(scoring.total(world, played), shape),
        won=_shaped(verdicts.won(played), shape),
        fired=_shaped(played.rule_count, shape),
        clashed=_shaped(clashes.met, shape),
        given=_shaped(np.array([leader.given for leader in leading.planned]), shape),
        figures=_shaped(_figures(world, played), shape),
    )


def _figures(world: World, state: State) -> NDArray[np.float64]:
    return np.stack([metrics.of_nations(world, state, name, world.seats) for name in FIGURES])


def _shaped(values: NDArray[Any], shape: tuple[int, int]) -> NDArray[Any]:
    """(..., B) as (..., T, S)."""
    return np.array(values).reshape(*values.shape[:-1], *shape)
