"""What an agreement states by numbers: who may propose what, what is usual, and what stands in the state.

A pair of parties of which at least one is a seat has its numbers in the state, in the seat's row; where both are seats,
in both rows. Two that are no seats have the usual ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.pacts import Parties
from game.engine.state import State
from game.engine.world import CLAUSES, World

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]
Cell = tuple[int, int, int]
"""Kind of agreement, and two parties."""

SHARE, DAYS, MONEY, FEE, YEARS = range(len(CLAUSES))
LEAST, USUAL, MOST = range(3)
STATED = 1e-9
"""Numbers that differ by less are one."""


class Clauses(NamedTuple):
    """What one party proposes to the other, each (B,) or one number."""

    share: Array | float
    """Of what either sells that is offered first to the other."""
    days: Array | float
    """Of its own use that each pledges to hold, and to open for the other's need."""
    money: Array | float
    """US$ million a year that each puts in."""
    fee: Array | float
    """US$ million a year that who proposes pays the other; less than 0 where it is to be paid."""
    years: Array | float
    """For which it is to stand."""

    def turned(self) -> Clauses:
        """The same as the other party sees it: it pays what this one is to be paid."""
        return self._replace(fee=-self.fee)


_FIELDS = ("agreement_share", "agreement_days", "agreement_money", "agreement_fee", "agreement_life")
"""Where the state holds each of `CLAUSES`; what it holds of a life are months."""


@derived
def bounds(world: World) -> Array:
    """(A, CLAUSES, 3) least, usual and most of every kind: what a kind leaves no choice of is the same three times."""
    agreements = world.agreements
    if agreements.clauses.size:
        return agreements.clauses
    fixed = np.stack(
        [
            agreements.offtake,
            np.zeros(len(agreements.price)),
            agreements.cost,
            np.zeros(len(agreements.price)),
            agreements.months / 12.0,
        ],
        axis=1,
    )
    return np.repeat(fixed[:, :, None], 3, axis=2)


@derived
def _limits(world: World) -> tuple[tuple[tuple[float, float, float], ...], ...]:
    """`bounds` as plain numbers, by kind and clause: numpy takes longer over one number than over all of them."""
    return tuple(tuple(tuple(clause) for clause in kind) for kind in bounds(world).tolist())


def limits(world: World, kind: int) -> tuple[tuple[float, float, float], ...]:
    """Least, usual and most of each of `CLAUSES` of a kind, in the units of `Clauses`."""
    return _limits(world)[kind]


@derived
def _open(world: World) -> tuple[tuple[int, ...], ...]:
    return tuple(
        tuple(place for place, (low, _, high) in enumerate(kind) if high > low) for kind in _limits(world)
    )  # fmt: skip


def open_clauses(world: World, kind: int) -> tuple[int, ...]:
    """The clauses of a kind that the parties may choose, as places in `CLAUSES`."""
    return _open(world)[kind]


def pledges(world: World, kind: int) -> bool:
    """Whether parties to the kind promise to hold something."""
    return limits(world, kind)[DAYS][MOST] > 0.0


@derived
def _usual(world: World) -> tuple[Clauses, ...]:
    return tuple(Clauses(*(clause[USUAL] for clause in kind)) for kind in _limits(world))


def usual(world: World, kind: int) -> Clauses:
    """What is proposed where nothing is said."""
    return _usual(world)[kind]


def held(world: World, state: State, cell: Cell) -> Clauses:
    """What stands in the state between two parties, from the point of view of the first, each (B,)."""
    kind, one, other = cell
    if one < world.seats:
        share, days, money, fee, life = (getattr(state, name)[kind, one, other] for name in _FIELDS)
        return Clauses(share, days, money, fee, life / 12.0)
    if other < world.seats:
        return held(world, state, (kind, other, one)).turned()
    return Clauses(*(np.full(state.batch, value) for value in usual(world, kind)))


def hold(world: World, state: State, cell: Cell, stated: Clauses, where: Mask) -> None:
    """Write what the first party of `cell` proposes to the second into the matches of `where`."""
    for (kind, seat, partner), view in rows(world, cell, stated):
        for name, value in zip(_FIELDS, view._replace(years=np.rint(np.multiply(view.years, 12.0))), strict=True):
            held_now = getattr(state, name)[kind, seat, partner]
            held_now[where] = np.broadcast_to(value, where.shape)[where]


def rows(world: World, cell: Cell, stated: Clauses) -> Iterator[tuple[Cell, Clauses]]:
    """The rows of the state that hold an agreement, each with it as the seat of the row sees it."""
    kind, one, other = cell
    if one < world.seats:
        yield cell, stated
    if other < world.seats:
        yield (kind, other, one), stated.turned()


def same(one: Clauses, other: Clauses) -> Mask:
    """Where two statements of one party are alike, (B,)."""
    alike: Mask = np.all([np.abs(np.subtract(a, b)) < STATED for a, b in zip(one, other, strict=True)], axis=0)
    return alike


def beyond(world: World, kind: int, stated: Clauses) -> int | None:
    """The first of `CLAUSES` that lies outside what the kind allows, in single numbers; None where none does."""
    for place, (value, (low, _, high)) in enumerate(zip(stated, limits(world, kind), strict=True)):
        if not low - STATED <= float(value) <= high + STATED:
            return place
    return None


def column(world: World, state: State, parties: Parties, name: str) -> Array:
    """(n, B) what the state holds under ``agreement_`` and `name` for each of the parties, seen by its own seat.

    Where the first party is no seat it is the row of the second.
    """
    place_of, foreign = parties.by_seat(world.seats)
    found: Array = getattr(state, f"agreement_{name}")[place_of]
    if foreign is not None:
        place = {"share": SHARE, "days": DAYS, "money": MONEY}.get(name)
        stands = 0.0 if place is None else bounds(world)[parties.kind[foreign], place, USUAL][:, None]
        found[foreign] = stands
    return found
