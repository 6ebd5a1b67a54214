"""What nations do with an agreement - propose, answer, sign, leave, break - and what that does to how they stand."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.clauses import Cell, Clauses, held, hold, rows, usual
from game.engine.events import Events
from game.engine.reasons import NO_REASON
from game.engine.state import IN_FORCE, PROPOSED, SIGNED, STANDING, State
from game.engine.world import World

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

OFFER_TURNS = 2
"""Turns for which a proposal stands: the partner sees it in its next turn and answers in that turn at the latest."""


def propose(
    world: World,
    state: State,
    events: Events,
    pair: Cell,
    where: Mask,
    cause: str,
    stated: Clauses | None = None,
    told: str = "agreement_proposed",
    reason: Array | NDArray[np.int64] | int = NO_REASON,
) -> None:
    """Put the proposal `pair` (kind, proposer, partner) on the table in the matches of `where`, as it is `stated`; on
    the usual terms where nothing is. `told` is the event that tells of it, with the `reason` where it has one.
    """
    kind, proposer, partner = pair
    hold(world, state, pair, usual(world, kind) if stated is None else stated, where)
    state.agreement[pair][where] = PROPOSED
    state.agreement_left[pair][where] = float(OFFER_TURNS * world.calendar.turn_months)
    parties = {"actor": proposer, "target": partner, "item": kind}
    events.add(told, state.month, where, **parties, amount=np.asarray(reason, dtype=np.float64) + 0.0, cause=cause)


def counter(
    world: World,
    state: State,
    events: Events,
    pair: Cell,
    where: Mask,
    cause: str,
    stated: Clauses,
    reason: Array | NDArray[np.int64],
) -> None:
    """Answer what the partner of `pair` (kind, who answers, partner) has proposed by a proposal as it is `stated`."""
    kind, answering, partner = pair
    clear(state, (kind, partner, answering), where)
    propose(world, state, events, pair, where, cause, stated, "agreement_countered", reason)


def sign(world: World, state: State, events: Events, pair: Cell, where: Mask, cause: str) -> None:
    """Sign the agreement `pair` (kind, proposer, partner) in the matches of `where`, as it stands on the table.

    It is in force at once, or when it is ratified. Signing moves both parties' tension with the rival; an agreement
    with the rival itself moves the partner's only. Third nations that watch trust both a little more. A kind that
    others can join binds each party with all that the other is bound with already.
    """
    if not where.any():
        return
    kind, proposer, partner = pair
    life = _bind(world, state, pair, where)
    for one, other in ((proposer, partner), (partner, proposer)):
        if one != world.rival:
            tension = np.clip(state.tension[one] + world.agreements.tension[kind] * where, 0.0, 1.0)
            events.terms.moved("tension", _pact(world, kind, other), state.tension[one], tension, at=(one,))
            state.tension[one] = tension
    set_example(world, state, events, pair, where)
    parties = {"actor": proposer, "target": partner, "item": kind}
    events.add("agreement_signed", state.month, where, **parties, amount=life, cause=cause)
    if joins(world, kind):
        _join(world, state, events, pair, where, cause)


def _bind(world: World, state: State, pair: Cell, where: Mask) -> Array:
    """Let an agreement begin in the matches of `where`; months that it is to stand, (B,)."""
    kind, *ends = pair
    stated = held(world, state, pair)
    life: Array = np.rint(np.multiply(stated.years, 12.0)) + np.zeros(state.batch)
    wait = float(world.agreements.ratify[kind]) if world.agreements.ratify.size else 0.0
    for one, other in (ends, ends[::-1]):
        state.agreement[kind, one, other][where] = SIGNED if wait else IN_FORCE
        state.agreement_left[kind, one, other][where] = wait or life[where]
    for cell, _ in rows(world, pair, stated):
        for name in ("agreement_served", "agreement_paid", "agreement_lacking"):
            getattr(state, name)[cell][where] = 0.0
    return life


def joins(world: World, kind: int) -> bool:
    """Whether all who sign the kind are bound with each other."""
    return bool(world.agreements.joins.size) and bool(world.agreements.joins[kind])


def members(state: State, kind: int, nation: int) -> Mask:
    """(N, B) nations that are bound with `nation` by an agreement of the kind."""
    bound: Mask = state.agreement[kind, nation] >= IN_FORCE
    return bound


def _join(world: World, state: State, events: Events, pair: Cell, where: Mask, cause: str) -> None:
    """Bind each party of `pair` with all whom the other was bound with, as the two have agreed, but for the fee."""
    kind, *ends = pair
    for one, other in (ends, ends[::-1]):
        wide = members(state, kind, one) & ~members(state, kind, other) & where
        for third in np.flatnonzero(wide.any(axis=1)).tolist():
            if third != other and world.agreements.allowed[kind, other, third]:
                bound, cell = wide[third], (kind, other, third)
                clear(state, cell, bound)
                hold(world, state, cell, held(world, state, pair)._replace(fee=0.0), bound)
                life = _bind(world, state, cell, bound)
                parties = {"actor": other, "target": third, "item": kind}
                events.add("agreement_signed", state.month, bound, **parties, amount=life, cause=cause)


def decline(
    world: World,
    state: State,
    events: Events,
    pair: Cell,
    where: Mask,
    cause: str,
    reason: Array | NDArray[np.int64] | int = NO_REASON,
) -> None:
    """Take the proposal `pair` (kind, proposer, partner) off the table in the matches of `where`, for a `reason`."""
    del world  # an answer is called alike, whatever it is
    kind, proposer, partner = pair
    clear(state, pair, where)
    parties = {"actor": partner, "target": proposer, "item": kind}
    code = np.asarray(reason, dtype=np.float64) + np.zeros(state.batch)
    events.add("agreement_declined", state.month, where & (code == NO_REASON), **parties, cause=cause)
    events.add("agreement_refused", state.month, where & (code != NO_REASON), **parties, amount=code, cause=cause)


def clear(state: State, pair: Cell, where: Mask) -> None:
    """Nothing stands between the parties any more, from the side of the first."""
    state.agreement[pair][where] = 0
    state.agreement_left[pair][where] = 0.0


def trusted(world: World, state: State, asked: int, asking: int) -> Array:
    """How far the nation `asked` trusts the nation `asking`, (B,).

    Repute makes up for a part of the trust that two nations lack, or takes from what they have.
    """
    trust, weight = state.trust[asked, asking], world.diplomacy.reputation_weight
    if weight:
        trust = trust + weight * (state.reputation[asking] - STANDING)
    found: Array = trust
    return found


def trusts(world: World, state: State, asked: int, asking: int, least: float) -> Mask:
    """Where the nation `asked` trusts the nation `asking` at least as much as `least`, (B,)."""
    enough: Mask = trusted(world, state, asked, asking) >= least
    return enough


def set_example(world: World, state: State, events: Events, cell: tuple[int, int, int], where: Mask) -> None:
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


def _pact(world: World, kind: int, partner: int) -> str:
    """The cause of what an agreement does to a nation, by its kind and the other party."""
    return f"agreement:{world.names.agreements[kind]}:{world.names.nations[partner]}"
