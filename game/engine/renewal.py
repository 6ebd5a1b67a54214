"""Going on with an agreement when its time is over: both parties have to wish it, on the terms that stand."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine import clauses, treaties, weighing
from game.engine.clauses import Cell, rows, usual
from game.engine.events import Events
from game.engine.state import IN_FORCE, PROPOSED, State
from game.engine.world import World

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

LAST_TURNS = 2
"""Turns before the end of an agreement in which a party may say that it wishes to go on."""


def time_left(world: World) -> float:
    """Months before its end from which an agreement may be renewed."""
    return float(LAST_TURNS * world.calendar.turn_months)


def wish(state: State, events: Events, cell: Cell, where: Mask, cause: str) -> None:
    """The seat of `cell` (kind, seat, partner) says that it wishes to go on, in the matches of `where`."""
    kind, seat, partner = cell
    state.agreement_renewal[cell][where] = 1
    events.add("renewal_wished", state.month, where, actor=seat, target=partner, item=kind, cause=cause)


def wished(world: World, state: State, cell: Cell, ends: Mask) -> Mask:
    """Where both parties of `cell` wish to go on with what ends in the matches of `ends`, (B,)."""
    kind, one, other = cell
    if not ends.any():
        return ends
    found = ends.copy()
    for nation, partner in ((one, other), (other, one)):
        if found.any():
            found &= _wishes(world, state, (kind, nation, partner))
    return found


def _wishes(world: World, state: State, cell: Cell) -> Mask:
    """Whether the first party of `cell` wishes to go on: a seat has said so; anybody else weighs it, (B,)."""
    _, nation, partner = cell
    if nation < world.seats:
        said: Mask = state.agreement_renewal[cell] > 0
        return said
    if partner >= world.seats:
        return np.zeros(state.batch, dtype=bool)
    return content(world, state, cell)


def content(world: World, state: State, cell: Cell) -> Mask:
    """Where the first party of `cell` would go on with what stands: it trusts the other and has enough of it, (B,)."""
    kind, nation, partner = cell
    gain, _ = weighing.worth(world, state, cell, clauses.held(world, state, cell))
    trusted = treaties.trusts(world, state, nation, partner, float(world.agreements.min_trust[kind]))
    enough: Mask = trusted & (gain >= weighing.CONTENT)
    return enough


def asked(world: World, state: State, kind: int, seat: int, partner: int) -> Mask:
    """Where `partner`, a seat, has said that it wishes to go on and `seat` has not answered, (B,)."""
    if partner >= world.seats:
        return np.zeros(state.batch, dtype=bool)
    waiting = (state.agreement_renewal[kind, partner, seat] > 0) & (state.agreement_renewal[kind, seat, partner] == 0)
    stands: Mask = waiting & (state.agreement[kind, seat, partner] == IN_FORCE)
    return stands


def forget(world: World, state: State, cell: Cell, where: Mask) -> None:
    """What was wished of an agreement is done, or came to nothing."""
    for row, _ in rows(world, cell, usual(world, cell[0])):
        state.agreement_renewal[row][where] = 0


def offers(world: World, state: State, nation: int | slice) -> Array:
    """Proposals to the nation that it has not answered, and wishes of seats to go on with what ends, (..., B)."""
    found: Array = np.count_nonzero(state.agreement == PROPOSED, axis=(0, 1)).astype(np.float64)
    if np.count_nonzero(state.agreement_renewal):
        for kind, other, seat in np.argwhere((state.agreement_renewal[:, :, : world.seats] > 0).any(axis=-1)).tolist():
            found[seat] += asked(world, state, kind, seat, other)
    return found[nation]
