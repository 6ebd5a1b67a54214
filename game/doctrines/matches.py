"""Matches with the program in the empty seats, and whole ensembles of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from game.content.package import Package
from game.engine.state import State
from game.session.match import Match


def open_match(
    package: Package,
    *,
    seed: int,
    people: Mapping[str, str] | None = None,
    doctrines: Mapping[str, str] | None = None,
    log: Path | None = None,
) -> Match:
    """A new match in which doctrines lead every seat that no person holds. Raises as `Match.start`."""
    raise NotImplementedError


def load_match(path: Path, *, turn: int | None = None, package: Package | None = None) -> Match:
    """Go on with a save, with the same doctrines in the same seats. Raises as `Match.load`."""
    raise NotImplementedError


def run_batch(
    package: Package,
    seeds: Iterable[int] | NDArray[np.uint64],
    *,
    doctrines: Mapping[str, str] | None = None,
    on_turn: Callable[[int, State], None] | None = None,
) -> State:
    """Play all seats by doctrines, one match for each seed, to the end, without a log.

    `on_turn(turn, state)` is called after the months of each turn, before the next incomes.
    """
    raise NotImplementedError
