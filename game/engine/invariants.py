"""What must hold after every month, whatever the orders and the chance: checked in tests and in debug runs.

No good is created or lost, nothing is negative, shares stay shares.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.fields import FIELDS
from game.engine.state import State
from game.engine.world import SEPARATION, World

Array = NDArray[np.float64]

RELATIVE = 1e-9
"""Rounding that a balance may show, as a part of the greatest flow in it."""

SHARES = ("share", "0-1")
MAY_BE_NEGATIVE = frozenset({"log", "log/month", "code"})
"""Units in which a negative number means something."""

SCORES = frozenset({"score_sum", "score_peak"})
"""They hold whatever a metric of the rule set measures."""


class InvariantBroken(AssertionError):  # noqa: N818 - a finding about the state, named for what it found
    """The step did what no step may do; the text says what and where."""


def check(world: World, before: State, after: State) -> None:
    """Check one month from `before` (a copy) to `after`.

    Raises:
        InvariantBroken: with the field or balance and the position at which it fails.
    """
    _bounds(after)
    _goods(world, before, after)
    _reserves(before, after)
    _trade(world, after)


def _bounds(state: State) -> None:
    for name, field in FIELDS.items():
        values = getattr(state, name)
        if np.isnan(values).any():
            raise InvariantBroken(f"{name}: not a number at {_first(np.isnan(values))}")
        if name in SCORES or field.unit in MAY_BE_NEGATIVE:
            continue
        if (values < 0.0).any():
            raise InvariantBroken(f"{name}: negative at {_first(values < 0.0)}")
        if field.unit in SHARES and (values > 1.0 + RELATIVE).any():
            raise InvariantBroken(f"{name}: more than 1 at {_first(values > 1.0 + RELATIVE)}")


def _goods(world: World, before: State, after: State) -> None:
    """Stock + production + releases + imports = use + exports + purchases + stock, by nation, material and good."""
    stage = world.stockpiles.stage
    gained = before.stock + after.flow_production + after.flow_imports
    gained[:, :, SEPARATION] += after.flow_recycled
    gained[:, :, stage] += after.flow_release
    spent = after.flow_use + after.flow_exports + after.stock
    spent[:, :, stage] += after.flow_purchase
    _equal("goods", gained, spent)


def _reserves(before: State, after: State) -> None:
    _equal("reserve", before.reserve + after.flow_purchase, after.reserve + after.flow_release)


def _trade(world: World, after: State) -> None:
    """What is imported was exported, in the world and origin by origin."""
    _equal("imports by origin", after.flow_origin.sum(axis=0), after.flow_imports)
    for origin in range(len(world.names.origins)):
        members = world.market.origin == origin
        bought = after.flow_origin[origin].sum(axis=0)
        _equal(f"exports of origin {world.names.origins[origin]}", bought, after.flow_exports[members].sum(axis=0))


def _equal(what: str, one: Array, other: Array) -> None:
    scale = max(float(np.abs(one).max(initial=0.0)), 1.0)
    off = np.abs(one - other) > RELATIVE * np.maximum(np.maximum(np.abs(one), np.abs(other)), 1e-3 * scale)
    if off.any():
        place = _first(off)
        raise InvariantBroken(f"{what}: {one[place]!r} is not {other[place]!r} at {place}")


def _first(where: NDArray[np.bool_]) -> tuple[int, ...]:
    return tuple(int(i) for i in np.argwhere(where)[0])
