"""Diplomacy: tension follows posture and fades; agreements are answered, age and end; trust grows while they stand."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.events import Events
from game.engine.month import Month
from game.engine.pacts import Pacts
from game.engine.state import IN_FORCE, PROPOSED, STANDING, State
from game.engine.terms import Fading
from game.engine.world import World, wide

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]
Index = NDArray[np.intp]
_NOWHERE: Index = np.zeros(0, dtype=np.intp)

OFFER_TURNS = 2
"""Turns for which a proposal stands: the partner sees it in its next turn and answers in that turn at the latest."""


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
    _set_example(world, state, month.events, cell, expired)
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


def _set_example(world: World, state: State, events: Events, cell: tuple[int, int, int], where: Mask) -> None:
    """Let third nations trust both parties to the agreement of a kind `cell` a little more: it is a good precedent."""
    gain, (kind, *parties) = world.diplomacy.precedent, cell
    if not gain or world.rival in parties or not np.count_nonzero(where):
        return
    before = state.trust.copy() if events.watched else state.trust
    third = np.full((len(world.names.nations), 1), gain)
    third[[*parties, world.rival]] = 0.0
    for party in parties:
        np.minimum(state.trust[:, party] + third * where, 1.0, out=state.trust[:, party])
    names = world.names
    named = (names.agreements[kind], *sorted(names.nations[party] for party in parties))
    events.terms.moved("trust", f"precedent:{':'.join(named)}", before, state.trust)


def trusts(world: World, state: State, asked: int, asking: int, least: float) -> Mask:
    """Where the nation `asked` trusts the nation `asking` at least as much as `least`, (B,).

    Repute makes up for a part of the trust that two nations lack, or takes from what they have.
    """
    trust, weight = state.trust[asked, asking], world.diplomacy.reputation_weight
    if weight:
        trust = trust + weight * (state.reputation[asking] - STANDING)
    enough: Mask = trust >= least
    return enough


def propose(world: World, state: State, events: Events, pair: tuple[int, int, int], where: Mask, cause: str) -> None:
    """Put the proposal `pair` (kind, proposer, partner) on the table in the matches of `where`."""
    kind, proposer, partner = pair
    state.agreement[kind, proposer, partner][where] = PROPOSED
    state.agreement_left[kind, proposer, partner][where] = float(OFFER_TURNS * world.calendar.turn_months)
    events.add("agreement_proposed", state.month, where, actor=proposer, target=partner, item=kind, cause=cause)


def sign(world: World, state: State, events: Events, pair: tuple[int, int, int], where: Mask, cause: str) -> None:
    """Bring the agreement `pair` (kind, proposer, partner) into force in the matches of `where`.

    Signing moves both parties' tension with the rival; an agreement with the rival itself moves the partner's only.
    Third nations that watch trust both a little more.
    """
    if not where.any():
        return
    kind, proposer, partner = pair
    life = float(world.agreements.months[kind])
    for one, other in ((proposer, partner), (partner, proposer)):
        state.agreement[kind, one, other][where] = IN_FORCE
        state.agreement_left[kind, one, other][where] = life
        if one != world.rival:
            tension = np.clip(state.tension[one] + world.agreements.tension[kind] * where, 0.0, 1.0)
            events.terms.moved("tension", _pact(world, kind, other), state.tension[one], tension, at=(one,))
            state.tension[one] = tension
    _set_example(world, state, events, pair, where)
    events.add(
        "agreement_signed", state.month, where, actor=proposer, target=partner, item=kind, amount=life, cause=cause
    )


def decline(world: World, state: State, events: Events, pair: tuple[int, int, int], where: Mask, cause: str) -> None:
    """Take the proposal `pair` (kind, proposer, partner) off the table in the matches of `where`."""
    kind, proposer, partner = pair
    state.agreement[kind, proposer, partner][where] = 0
    state.agreement_left[kind, proposer, partner][where] = 0.0
    events.add("agreement_declined", state.month, where, actor=partner, target=proposer, item=kind, cause=cause)


def leave(world: World, state: State, events: Events, pair: tuple[int, int, int], where: Mask, cause: str) -> None:
    """End the agreement `pair` (kind, leaver, partner) before its time in the matches of `where`.

    Leaving a proposal of one's own costs nothing. Breach costs the trust that the months left would have earned, both
    with the partner and, as reputation, with everybody else.
    """
    kind, leaver, partner = pair
    breach = where & (state.agreement[kind, leaver, partner] == IN_FORCE)
    _tell_left(state, events, pair, where, breach, cause)
    lost = world.diplomacy.trust_gain * state.agreement_left[kind, leaver, partner] * breach
    about = f"{cause}:agreements:{world.names.agreements[kind]}"
    for one, other in ((leaver, partner), (partner, leaver)):
        ends = breach if one == partner else where
        state.agreement[kind, one, other][ends] = 0
        state.agreement_left[kind, one, other][ends] = 0.0
        _lose(events, "trust", state.trust, lost, (one, other), about)
    _lose(events, "reputation", state.reputation, lost, (leaver,), about)


def _tell_left(state: State, events: Events, pair: tuple[int, int, int], where: Mask, breach: Mask, cause: str) -> None:
    """Record who left what: an agreement in force with its months still to run, or a proposal of its own."""
    kind, leaver, partner = pair
    left = state.agreement_left[pair].copy()
    parties = {"actor": leaver, "target": partner, "item": kind}
    events.add("agreement_left", state.month, breach, **parties, amount=left, cause=cause)
    events.add("agreement_withdrawn", state.month, where & ~breach, **parties, cause=cause)


def _lose(events: Events, figure: str, held: Array, lost: Array, at: tuple[int, ...], cause: str) -> None:
    """Take `lost` (B,) off what `figure` holds at a place, down to nothing."""
    left = np.maximum(held[at] - lost, 0.0)
    events.terms.moved(figure, cause, held[at], left, at=at)
    held[at] = left


def _pact(world: World, kind: int, partner: int) -> str:
    """The cause of what an agreement does to a nation, by its kind and the other party."""
    return f"agreement:{world.names.agreements[kind]}:{world.names.nations[partner]}"
