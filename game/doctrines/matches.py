"""Matches with the program in the empty seats, and whole ensembles of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from game.content.package import Package
from game.doctrines.lead import leaders_of
from game.session import foresight
from game.session.batch import play_batch
from game.session.match import Match
from game.session.saves.loading import Way

run_batch = partial(play_batch, leaders=leaders_of)
"""`play_batch` with doctrines in all seats."""
look_ahead = partial(foresight.look_ahead, leaders=leaders_of)
"""What an intervention would do: `foresight.look_ahead` with doctrines in all seats."""


def open_match(
    package: Package,
    *,
    seed: int,
    people: Mapping[str, str] | None = None,
    doctrines: Mapping[str, str] | None = None,
    log: Path | None = None,
    red_cell: str = "",
) -> Match:
    """A new match in which doctrines lead every seat that no person holds. Raises as `Match.start`."""
    return Match.start(
        package, seed=seed, people=people, doctrines=doctrines, log=log, leaders=leaders_of, red_cell=red_cell
    )


def load_match(
    path: Path,
    *,
    turn: int | None = None,
    way: Way = Way.PLAY,
    package: Package | None = None,
    reason: str = "",
) -> Match:
    """Go on with a save, with the same doctrines in the same seats. Raises as `Match.load`."""
    return Match.load(path, turn=turn, way=way, package=package, leaders=leaders_of, reason=reason)


def load_anew(path: Path, *, turn: int | None = None) -> Match:
    """Play the orders of a save again with the scenario installed now, in a branch. Raises as `Match.load_anew`."""
    return Match.load_anew(path, turn=turn, leaders=leaders_of)
