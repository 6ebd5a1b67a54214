"""Controls of the rival on its exports: quotas, embargoes and licences, and what leaks past them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.bilateral import RIVAL
from game.engine.month import Month
from game.engine.state import FROM_RIVAL, State
from game.engine.summation import total
from game.engine.world import World

Array = NDArray[np.float64]

NOTHING = 1e-90
"""What counts as asked of the rival where nobody has access, so that nothing divides by 0: less than any crumb."""


def apply(world: World, state: State, month: Month, gap: Array, wished: Array) -> tuple[Array | None, Array]:
    """Find what the rival's controls let out: the access of buyers (N, M, K, B), None where it is free, and the most
    that it ships (M, K, B).

    Sets `wished` of the rival, `month.refused` (N, M, K, B), and `month.cut` (M, K, B), None where nothing is refused.
    """
    asked = month.flows[FROM_RIVAL]
    leak = _leak(world, gap)
    access = _access(state, leak)
    allowed = asked if access is None else asked * access
    leaving = total(allowed, 0)
    if access is not None:
        np.maximum(leaving, NOTHING, out=leaving)
    wished[RIVAL] = leaving
    cut = leaving - state.quota
    np.maximum(cut, 0.0, out=cut)
    leak *= cut
    limit = leak + state.quota
    if access is None and not np.count_nonzero(cut):
        month.refused, month.cut = np.zeros(asked.shape), None
        return access, limit
    cut -= leak
    month.cut = cut / leaving
    month.refused = allowed * month.cut
    if access is not None:
        _embargo(month, allowed, leaving, cut)
    return access, limit


def _embargo(month: Month, allowed: Array, leaving: Array, cut: Array) -> None:
    """Count what buyers without access are refused among what is cut; what they ask for is what they may."""
    asked = month.flows[FROM_RIVAL]
    whole = total(asked, 0)
    month.cut = (cut + (whole - leaving)) / whole
    month.refused += asked - allowed
    asked[...] = allowed


def _access(state: State, leak: Array) -> Array | None:
    """Part of what is asked of the rival that gets out under its controls, (N, M, K, B); None where all does."""
    if not (np.maximum.reduce(state.embargo, axis=None) > 0.0 or np.minimum.reduce(state.licence, axis=None) < 1.0):
        return None
    access = 1.0 - state.embargo
    access *= state.licence
    access += (1.0 - access) * leak
    return access


def _leak(world: World, gap: Array) -> Array:
    """Part of a cut flow that leaks, (M, K, B): the dearer the goods are outside, the more."""
    leak = gap - 1.0
    leak.clip(0.0, 1.0, leak)
    leak *= world.market.leakage
    return leak
