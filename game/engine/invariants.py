"""What must hold after every month, whatever the orders and the chance: checked in tests and in debug runs.

No good is created or lost, nothing is negative, shares stay shares.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.fields import FIELDS
from game.engine.state import State
from game.engine.supply_view import READ

Array = NDArray[np.float64]

RELATIVE = 1e-9
"""Rounding that a balance may show, as a part of the greatest flow in it."""

DUST = 1e-8
"""t: a balance may be off by so much; the economy takes a hundred times that for nothing."""
SHARES = ("share", "0-1")
MAY_BE_NEGATIVE = frozenset({"log", "log/month", "code"})
"""Units in which a negative number means something."""

EITHER_WAY = frozenset({"agreement_fee", "agreement_paid", "spent"})
"""What one party pays another is less than nothing for who is paid, and so may be what it has spent."""

SCORES = frozenset({"score_sum", "score_peak"})
"""They hold whatever a metric of the rule set measures."""


class InvariantBroken(AssertionError):  # noqa: N818 - a finding about the state, named for what it found
    """The step did what no step may do; the text says what and where."""


def check(before: State, after: State) -> None:
    """Check one month from `before` (a copy) to `after`.

    Raises:
        InvariantBroken: with the field or balance and the position at which it fails.
    """
    _bounds(after)
    _goods(before, after)
    _trade(after)


def _bounds(state: State) -> None:
    fields = {**FIELDS, **{name: reading.field for name, reading in READ.items()}}
    for name, field in fields.items():
        values = getattr(state, name)
        if np.isnan(values).any():
            raise InvariantBroken(f"{name}: not a number at {_first(np.isnan(values))}")
        if name in SCORES or name in EITHER_WAY or field.unit in MAY_BE_NEGATIVE:
            continue
        if (values < 0.0).any():
            raise InvariantBroken(f"{name}: negative at {_first(values < 0.0)}")
        if field.unit in SHARES and (values > 1.0 + RELATIVE).any():
            raise InvariantBroken(f"{name}: more than 1 at {_first(values > 1.0 + RELATIVE)}")


def _goods(before: State, after: State) -> None:
    """What was made and neither put into processes nor used lies in stocks, yards and reserves, good by good."""
    passed = {name: after.held(name, "G") - before.held(name, "G") for name in ("made", "taken", "used")}
    _equal("goods", _lying(before) + passed["made"], _lying(after) + passed["taken"] + passed["used"])


def _lying(state: State) -> Array:
    """(G, B) t in stocks, yards and public stockpiles of the world."""
    lying: Array = state.stock.sum(axis=0) + state.reserve.sum(axis=0) + state.held("yard", "SG").sum(axis=0)
    return lying


def _trade(after: State) -> None:
    """What is imported was exported."""
    _equal("imports", after.flow_imports.sum(axis=0), after.flow_exports.sum(axis=0))


def _equal(what: str, one: Array, other: Array) -> None:
    scale = max(float(np.abs(one).max(initial=0.0)), 1.0)
    off = np.abs(one - other) > RELATIVE * np.maximum(np.maximum(np.abs(one), np.abs(other)), 1e-3 * scale) + DUST
    if off.any():
        place = _first(off)
        raise InvariantBroken(f"{what}: {one[place]!r} is not {other[place]!r} at {place}")


def _first(where: NDArray[np.bool_]) -> tuple[int, ...]:
    return tuple(int(i) for i in np.argwhere(where)[0])
