"""Diplomacy: tension follows posture and fades; agreements are answered, age and end; trust grows while they stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from game.engine import reasons, renewal, weighing
from game.engine.clauses import Cell, held
from game.engine.condition_table import places
from game.engine.derived import derived
from game.engine.month import Month
from game.engine.pacts import Pacts, Parties
from game.engine.state import IN_FORCE, PROPOSED, SIGNED, State
from game.engine.terms import Fading
from game.engine.treaties import decline, set_example, sign, trusts
from game.engine.world import World, wide

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]
Index = NDArray[np.intp]


@dataclass(frozen=True)
class _Cells:
    """Places in `state.agreement` that may ever be taken, in the order of the two parties, then of the kind."""

    place: Index
    """(n,) with kind and parties laid out flat."""
    kind: Index
    one: Index
    other: Index
    """(n,)"""


class _Standing(NamedTuple):
    """What is proposed or in force in any match: rows of `_cells` (n,), and what the state says of them (n, B)."""

    row: Index
    code: NDArray[np.int64]


@derived
def _cells(world: World) -> _Cells:
    allowed = world.agreements.allowed
    one, other, kind = np.nonzero((allowed | allowed.swapaxes(1, 2)).transpose(1, 2, 0))
    return _Cells(np.ravel_multi_index((kind, one, other), allowed.shape), kind, one, other)


@derived
def _parties(world: World) -> Callable[[bytes], Parties]:
    """The parties of agreements by their rows in `_cells`, for the last sets of rows that were asked for."""
    cells = _cells(world)

    @lru_cache(maxsize=64)
    def of(rows: bytes) -> Parties:
        row = np.frombuffer(rows, dtype=np.intp)
        return Parties.of(cells.kind[row], cells.one[row], cells.other[row])

    return of


def advance(world: World, state: State, month: Month) -> None:
    """One month of tension, of answers by nations that are no seats, of agreements and of trust."""
    _ease(world, state, month)
    standing = _standing(world, state)
    if standing is not None and _answer(world, state, month, standing):
        standing = _standing(world, state)
    if standing is None:
        return
    if _age(world, state, month, standing):
        standing = _Standing(standing.row, _codes(state, _cells(world).place[standing.row]))
    month.pacts = pacts = _pacts(world, standing)
    if pacts is not None:
        _trust(world, state, month, pacts)


def _standing(world: World, state: State) -> _Standing | None:
    """What is proposed or in force in any match; None when nothing is."""
    codes = _codes(state, _cells(world).place)
    rows = places(codes > 0)
    return _Standing(rows, codes[rows]) if len(rows) else None


def in_force(world: World, state: State) -> Pacts | None:
    """The agreements in force; None when there are none. The phases after this one find them in `month.pacts`."""
    standing = _standing(world, state)
    return None if standing is None else _pacts(world, standing)


def _pacts(world: World, standing: _Standing) -> Pacts | None:
    """What of it is in force."""
    where = standing.code == IN_FORCE
    bound = places(where)
    return Pacts(_parties(world)(standing.row[bound].tobytes()), where[bound]) if len(bound) else None


def _codes(state: State, place: Index) -> NDArray[np.int64]:
    """(n, B) what stands at places of `state.agreement` laid out flat."""
    codes: NDArray[np.int64] = state.agreement.reshape(-1, state.batch).take(place, axis=0)
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
    if month.levied:
        tension += state.import_tariff * world.diplomacy.tariff_tension
    state.tension = np.minimum(np.maximum(tension, 0.0), 1.0)
    if month.events.watched:
        terms = month.events.terms
        terms.fade("tension", Fading(before, 1.0 - fading, _rest_pull(world), tension, state.tension.copy()))
        terms.add("tension", "posture", by_posture)
        if month.levied:
            terms.add("tension", "import_tariff", state.import_tariff * world.diplomacy.tariff_tension)


def _answer(world: World, state: State, month: Month, standing: _Standing) -> bool:
    """A nation that is no seat answers what was proposed to it; whether any did.

    Where nobody weighs, and where the rival is one of the two, trust alone decides.
    """
    cells, proposed = _cells(world), standing.code == PROPOSED
    if not np.count_nonzero(proposed):
        return False
    listed = standing.row[places(proposed)]
    listed = listed[cells.other[listed] >= world.seats]
    for kind, proposer, partner in sorted(zip(*(axis[listed].tolist() for axis in _axes(cells)), strict=True)):
        offered = state.agreement[kind, proposer, partner] == PROPOSED
        if world.diplomacy.weighing is not None and world.rival not in (proposer, partner):
            causes = f"order:{world.names.nations[proposer]}:propose_agreement", "market"
            weighing.answer(world, state, month.events, (kind, proposer, partner), offered, causes)
            continue
        trusted = trusts(world, state, partner, proposer, float(world.agreements.min_trust[kind]))
        cause = "market" if proposer == world.rival else f"order:{world.names.nations[proposer]}:propose_agreement"
        sign(world, state, month.events, (kind, proposer, partner), offered & trusted, cause)
        decline(world, state, month.events, (kind, proposer, partner), offered & ~trusted, "market", reasons.TRUST)
    return len(listed) > 0


def _axes(cells: _Cells) -> tuple[Index, Index, Index]:
    return cells.kind, cells.one, cells.other


def _age(world: World, state: State, month: Month, standing: _Standing) -> bool:
    """End what has run its full time, bring into force what is ratified by now, and count this month off the rest;
    whether anything changed.
    """
    parties = _parties(world)(standing.row.tobytes())
    place = parties.kind, parties.one, parties.other
    left = state.agreement_left[place]
    stands = standing.code > 0
    over = stands & (left <= 0.0)
    rows = places(over)
    for row in sorted(rows.tolist(), key=parties.cells.__getitem__):
        cell, ends = parties.cells[row], over[row]
        ratified = ends & (standing.code[row] == SIGNED)
        goes_on = ratified | renewal.wished(world, state, cell, ends & (standing.code[row] == IN_FORCE))
        if goes_on.any():
            _go_on(world, state, month, cell, ratified, goes_on)
            left[row] = np.where(goes_on, state.agreement_left[cell], left[row])
            over[row] &= ~goes_on
        if (ends & ~goes_on).any():
            _end(world, state, month, cell, ends & ~goes_on)
    state.agreement_left[place] = left - (stands & ~over)
    return len(rows) > 0


def _go_on(world: World, state: State, month: Month, cell: Cell, ratified: Mask, where: Mask) -> None:
    """What was signed is in force from now on, for as long as was agreed; and what both wish goes on for as long."""
    kind, one, other = cell
    state.agreement[cell][where] = IN_FORCE
    life = np.rint(np.multiply(held(world, state, cell).years, 12.0))
    state.agreement_left[cell][where] = life[where]
    told = where & (one < other)  # it stands in both directions and is told once
    for event, which in (("agreement_ratified", ratified), ("agreement_renewed", ~ratified)):
        month.events.add(event, state.month, told & which, actor=one, target=other, item=kind, amount=life)
    if one > other or other >= world.seats:  # the other side has asked before, where it is a seat
        renewal.forget(world, state, cell, where)


def _end(world: World, state: State, month: Month, cell: Cell, ends: Mask) -> None:
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
    before, parties = state.trust.copy() if month.events.watched else state.trust, pacts.parties
    linked = np.logical_or.reduceat(pacts.where, parties.starts, axis=0)
    place = parties.one[parties.starts], parties.other[parties.starts]
    state.trust[place] = np.minimum(state.trust[place] + world.diplomacy.trust_gain * linked, 1.0)
    for kind, one, other, where in pacts.with_kind(_aligning_kinds(world)):
        gained = state.trust[one, other] + world.agreements.trust[kind] * where
        np.minimum(gained, 1.0, out=state.trust[one, other])
    month.events.terms.moved("trust", "partnership", before, state.trust)


@derived
def _aligning_kinds(world: World) -> frozenset[int]:
    """Kinds of agreement that bring the parties closer than any agreement does."""
    return frozenset(np.flatnonzero(world.agreements.trust).tolist())
