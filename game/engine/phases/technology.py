"""Technology that the rival withholds: plants are built more slowly, and its partners learn nothing from it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.state import State
from game.engine.world import World, wide

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class _Bans:
    """Rules of the rival that withhold technology, (n,)."""

    rule: NDArray[np.intp]
    pace: Array
    """(n, P, 1) part of a month's work that gets done without the rival's technology."""
    nations: Mask
    """(n, N, 1) whom it is withheld from."""


@derived
def _bans(world: World) -> _Bans | None:
    rules = world.rival_rules
    if not rules.technology.size:
        return None
    rule = np.flatnonzero(np.any(rules.technology != 1.0, axis=1) | rules.withheld.any(axis=1))
    if not len(rule):
        return None
    return _Bans(rule, wide(1.0 / rules.technology[rule]), rules.withheld[rule][:, :, None])


def withholds(world: World, rule: int) -> bool:
    """Whether `rule` withholds technology."""
    bans = _bans(world)
    return bans is not None and rule in bans.rule


def pace(world: World, state: State) -> Array | float | None:
    """Part of a month's work on each project that gets done, (P, B); None where the rival never withholds anything.

    Where it ever does, months left are no whole numbers: what is done may be more than what is left.
    """
    bans, acting = _acting(world, state)
    if bans is None or acting is None:
        return None if bans is None else 1.0
    done: Array = np.multiply.reduce(np.where(acting[:, None], bans.pace, 1.0), axis=0)
    return done


def withheld(world: World, state: State) -> Mask | None:
    """Nations that learn nothing from the rival, (N, B); None where all may."""
    bans, acting = _acting(world, state)
    if bans is None or acting is None:
        return None
    shut: Mask = np.logical_or.reduce(acting[:, None] & bans.nations, axis=0)
    return shut


def _acting(world: World, state: State) -> tuple[_Bans | None, Mask | None]:
    """The bans of the script, and which of them act, (n, B); None where none does."""
    bans = _bans(world)
    if bans is None:
        return None, None
    acting = state.rule_left.take(bans.rule, axis=0) > 0.0
    return bans, acting if np.count_nonzero(acting) else None
