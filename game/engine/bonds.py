"""What agreements in force bind beyond their own clauses: habits of buying, and the tariffs that they settle."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.state import IN_FORCE, State
from game.engine.world import World

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]


@derived
def attaching_kinds(world: World) -> frozenset[int]:
    """Kinds of agreement by which a partner of the rival gets used to its goods."""
    return frozenset(np.flatnonzero(world.agreements.attachment).tolist())


def attachment(world: World, state: State, nation: int | slice) -> Array:
    """Rise of a nation's habit of buying from the rival, (..., B): the longer the two work together, the greater.

    It ends with the agreement: the standards that they shared bind nobody any longer.
    """
    risen = np.zeros(state.reputation[nation].shape)
    for kind in sorted(attaching_kinds(world)):
        place = (kind, nation, world.rival)
        age = world.agreements.months[kind] - state.agreement_left[place]
        risen += world.agreements.attachment[kind] * age * (state.agreement[place] == IN_FORCE)
    return risen


def burdened(world: World, state: State, one: int, other: int) -> Mask:
    """Where a tariff stands on what either nation sells to the other, (B,)."""
    exports = world.economy.exports
    ends = np.stack([exports.seller, exports.buyer])
    between = np.all(ends == [[one], [other]], axis=0) | np.all(ends == [[other], [one]], axis=0)
    stands: Mask = np.any(state.export_tariff[between] > 0.0, axis=0)
    return stands


def settles(world: World, kind: int) -> bool:
    """Whether agreements of `kind` take anything off a tariff."""
    relief = world.agreements.tariff_relief
    return bool(relief.size) and bool(relief[kind] > 0.0)


def settled(world: World, state: State) -> Array | None:
    """Part of each lane's tariff that stands in spite of the agreements in force, (E, B); None where all of it does."""
    exports, standing = world.economy.exports, None
    for kind in np.flatnonzero(world.agreements.tariff_relief).tolist():
        bound = state.agreement[kind][exports.seller, exports.buyer] == IN_FORCE
        left = 1.0 - world.agreements.tariff_relief[kind] * bound
        standing = left if standing is None else np.minimum(standing, left)
    return standing


def charged(world: World, state: State) -> Array:
    """Tariff that the buyer of each lane really charges, (E, B): what is set, less what agreements settle."""
    standing = settled(world, state)
    tariff: Array = state.export_tariff
    return tariff if standing is None else tariff * standing
