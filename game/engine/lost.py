"""What sectors lose for want of goods, of their markets, and to research that replaces them: match by match."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from game.economy.axes import nations, sectors
from game.economy.compiled import compiled
from game.economy.month import Handed
from game.economy.world import World as Rules
from game.engine.books import Books
from game.engine.derived import derived
from game.engine.loops import Match, nothing
from game.engine.state import State
from game.engine.works import Known, gained
from game.engine.world import World, wide

LEADING = 0
"""The sector that pays for an alternative technology: the first of the rule set."""


class Lost(NamedTuple):
    """Parts of the output of sectors."""

    share: Any
    """(N, J, B) lost in the month"""
    gone: Any
    """(N, J, B) of it lost with exports; (0, 0, B) where foreign tariffs take nothing"""
    hanging: Any
    """(N, J) that hangs on the good that a sector uses"""
    output: Any
    """(N,) US$ million a month that the leading sector makes"""


def opened(world: World, state: State, gone: Any) -> Lost:
    """Room for what a batch loses in a month, of which `gone` (N, J, B) is lost with exports; None nothing."""
    share = state.flow_lost_output = np.empty((*world.economy.sector_output.shape, state.batch))
    with_exports = np.zeros((0, 0, state.batch)) if gone is None else np.ascontiguousarray(gone)
    return Lost(share, with_exports, _hanging(world), _leading(world))


def none() -> Lost:
    """What no match loses."""
    return Lost(nothing(0, 0), nothing(0, 0), np.zeros((0, 0)), np.zeros(0))


@derived
def output(world: World) -> Any:
    """(N, J, 1) US$ million a month that sectors make."""
    return wide(world.economy.sector_output * 1000.0 / 12.0)


@derived
def _leading(world: World) -> Any:
    return np.ascontiguousarray(output(world)[:, LEADING, 0])


@derived
def _hanging(world: World) -> Any:
    hangs = world.supply.rules["output"][0, : len(world.names.nations), : len(world.names.sectors)]
    return np.minimum(hangs / np.maximum(output(world)[..., 0], 1e-9), 1.0)


@compiled
def lose(w: Rules, m: Handed, known: Known, lost: Lost, kept: Books, b: Match) -> None:
    """Set what each sector of one match lost in the month that has ended, what research replaces included."""
    for n in nations(w):
        replaced = gained(known, known.replacing, n, b)
        kept.loss[n, b] += replaced * lost.output[n]
        for j in sectors(w):
            share = m.lost[n, j] * lost.hanging[n, j]
            if j == LEADING and known.replacing.shape[0]:
                share = min(share + replaced, 1.0)
            if lost.gone.shape[0]:  # what is not made lacks nothing
                share = share * (1.0 - lost.gone[n, j, b]) + lost.gone[n, j, b]
            lost.share[n, j, b] = share
