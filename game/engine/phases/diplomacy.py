"""Diplomacy: tension follows posture and fades; agreements are answered, age and end; trust grows while they stand."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.month import Month
from game.engine.pacts import Pacts
from game.engine.state import IN_FORCE, PROPOSED, State
from game.engine.terms import Fading
from game.engine.treaties import decline, set_example, sign, trusts
from game.engine.world import World, wide

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]
Index = NDArray[np.intp]
_NOWHERE: Index = np.zeros(0, dtype=np.intp)


@dataclass(frozen=True)
class _Cells:
    """Places in `state.agreement` that may ever be taken, in the order of the two parties, then of the kind."""

    place: Index
    """(n,) with kind and parties laid out flat."""
    kind: Index
    one: Index
    other: Index
    """(n,)"""


@derived
def _cells(world: World) -> _Cells:
    allowed = world.agreements.allowed
    one, other, kind = np.nonzero((allowed | allowed.swapaxes(1, 2)).transpose(1, 2, 0))
    return _Cells(np.ravel_multi_index((kind, one, other), allowed.shape), kind, one, other)


def advance(world: World, state: State, month: Month) -> None:
    """One month of tension, of answers by nations that are no seats, of agreements and of trust."""
    _ease(world, state, month)
    standing = _standing(world, state)
    if not len(standing):
        return
    if _answer(world, state, month, standing):
        standing = _standing(world, state)
    _age(world, state, month, standing)
    month.pacts = pacts = in_force(world, state)
    if pacts is not None:
        _trust(world, state, month, pacts)


def _standing(world: World, state: State) -> Index:
    """Rows of `_cells` where something is proposed or in force in any match."""
    codes = _codes(world, state)
    return np.flatnonzero(codes.any(axis=1)) if np.count_nonzero(codes) else _NOWHERE


def in_force(world: World, state: State) -> Pacts | None:
    """The agreements in force; None when there are none. The phases after this one find them in `month.pacts`."""
    where = _codes(world, state) == IN_FORCE
    if not np.count_nonzero(where):
        return None
    cells, rows = _cells(world), np.flatnonzero(where.any(axis=1))
    return Pacts(cells.kind[rows].tolist(), cells.one[rows].tolist(), cells.other[rows].tolist(), where[rows])


def _codes(world: World, state: State) -> NDArray[np.int64]:
    codes: NDArray[np.int64] = state.agreement.reshape(-1, state.batch).take(_cells(world).place, axis=0)
    return codes


@derived
def _rest_pull(world: World) -> NDArray[np.float64]:
    """(N, 1) tension gained in a month by the pull of the level of rest."""
    return wide(world.diplomacy.tension_rest / world.diplomacy.tension_months)


def _ease(world: World, state: State, month: Month) -> None:
    before, fading = state.tension, 1.0 / world.diplomacy.tension_months
    tension = before * (1.0 - fading)
    tension += _rest_pull(world)
    by_posture = world.diplomacy.posture_tension.take(state.posture)
    tension += by_posture
    state.tension = tension.clip(0.0, 1.0)
    if month.events.watched:
        terms = month.events.terms
        terms.fade("tension", Fading(before, 1.0 - fading, _rest_pull(world), tension, state.tension.copy()))
        terms.add("tension", "posture", by_posture)


def _answer(world: World, state: State, month: Month, standing: Index) -> bool:
    """A nation that is no seat accepts where it trusts the proposer enough, and declines elsewhere; whether any did."""
    cells = _cells(world)
    asked = standing[cells.other[standing] >= world.seats]
    answered = False
    for kind, proposer, partner in sorted(zip(*(axis[asked].tolist() for axis in _axes(cells)), strict=True)):
        offered = state.agreement[kind, proposer, partner] == PROPOSED
        if not np.count_nonzero(offered):
            continue
        answered = True
        trusted = trusts(world, state, partner, proposer, float(world.agreements.min_trust[kind]))
        cause = "market" if proposer == world.rival else f"order:{world.names.nations[proposer]}:propose_agreement"
        sign(world, state, month.events, (kind, proposer, partner), offered & trusted, cause)
        decline(world, state, month.events, (kind, proposer, partner), offered & ~trusted, "market")
    return answered


def _axes(cells: _Cells) -> tuple[Index, Index, Index]:
    return cells.kind, cells.one, cells.other


def _age(world: World, state: State, month: Month, standing: Index) -> None:
    """End what has run its full time, and count this month off the rest."""
    place = tuple(axis[standing] for axis in _axes(_cells(world)))
    stands = state.agreement[place] > 0
    left = state.agreement_left[place]
    over = stands & (left <= 0.0)
    if np.count_nonzero(over):
        rows = np.flatnonzero(over.any(axis=1))
        ending = zip(*(axis[rows].tolist() for axis in place), over[rows], strict=True)
        for kind, one, other, ends in sorted(ending, key=lambda cell: cell[:3]):
            _end(world, state, month, (kind, one, other), ends)
    state.agreement_left[place] = left - (stands & ~over)


def _end(world: World, state: State, month: Month, cell: tuple[int, int, int], ends: Mask) -> None:
    kind, one, other = cell
    # An agreement in force stands in both directions; it is told once, and a good example once.
    expired = ends & (state.agreement[cell] == IN_FORCE) & (one < other)
    lapsed = ends & (state.agreement[cell] == PROPOSED)
    set_example(world, state, month.events, cell, expired)
    month.events.add("agreement_expired", state.month, expired, actor=one, target=other, item=kind)
    month.events.add("agreement_lapsed", state.month, lapsed, actor=one, target=other, item=kind)
    state.agreement[cell][ends] = 0


def _trust(world: World, state: State, month: Month, pacts: Pacts) -> None:
    """Trust grows between partners, once for each pair, however many agreements bind it."""
    before = state.trust.copy() if month.events.watched else state.trust
    pairs = list(zip(pacts.one, pacts.other, strict=True))
    starts = [row for row, pair in enumerate(pairs) if row == 0 or pair != pairs[row - 1]]
    linked = np.logical_or.reduceat(pacts.where, starts, axis=0)
    place = [pacts.one[row] for row in starts], [pacts.other[row] for row in starts]
    state.trust[place] = np.minimum(state.trust[place] + world.diplomacy.trust_gain * linked, 1.0)
    for kind, one, other, where in pacts.with_kind(_aligning_kinds(world)) if _aligning_kinds(world) else ():
        gained = state.trust[one, other] + world.agreements.trust[kind] * where
        np.minimum(gained, 1.0, out=state.trust[one, other])
    month.events.terms.moved("trust", "partnership", before, state.trust)


@derived
def _aligning_kinds(world: World) -> frozenset[int]:
    """Kinds of agreement that bring the parties closer than any agreement does."""
    return frozenset(np.flatnonzero(world.agreements.trust).tolist())
