"""Technology that the rival withholds: plants are built more slowly, and its partners learn nothing from it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.phases.actions.kinds import Chosen, Fault, Ground, RuleAction, Size, Written, table_of
from game.engine.state import State
from game.engine.world import World, wide
from game.marks import N_

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
    slower = table_of(world, TECHNOLOGY.name)
    if slower is None or not np.any(slower):
        return None
    rule = np.flatnonzero(np.any(slower, axis=(1, 2)))
    sites, built = world.sites, world.projects.site
    longer = slower[rule][:, sites.host[built], world.sites.stage[built]]
    return _Bans(rule, wide(1.0 / np.maximum(longer, 1.0)), np.any(slower[rule], axis=2)[:, :, None])


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


def _slows_nothing(ground: Ground, written: Written) -> Fault | None:
    if any((nation, stage) in ground.planned for nation in written["nations"] for stage in written["stages"]):
        return None
    return Fault("", "slows no project: none of those stages is planned there", warning=True)


TECHNOLOGY = RuleAction(
    name="technology",
    meaning="What the rival knows of some stages is withheld from some nations.",
    text=N_("projects take {slower} as long, and nothing is learnt from {rival}: {nations}, {stages}"),
    example="technology: {nations: all, stages: [plant], slower: 1.4}",
    chosen=(Chosen("nations", "nations"), Chosen("stages", "stages")),
    sizes=(Size("slower", "factor", "Multiple of the time that projects take.", nothing=0.0, low=1.0),),
    fault=_slows_nothing,
)
