"""What nations do with an agreement: propose, sign, decline, leave; and what that does to tension, trust and repute."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.events import Events
from game.engine.state import IN_FORCE, PROPOSED, STANDING, State
from game.engine.world import World

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

OFFER_TURNS = 2
"""Turns for which a proposal stands: the partner sees it in its next turn and answers in that turn at the latest."""


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
    set_example(world, state, events, pair, where)
    events.add(
        "agreement_signed", state.month, where, actor=proposer, target=partner, item=kind, amount=life, cause=cause
    )


def decline(world: World, state: State, events: Events, pair: tuple[int, int, int], where: Mask, cause: str) -> None:
    """Take the proposal `pair` (kind, proposer, partner) off the table in the matches of `where`."""
    del world  # an answer is called alike, whatever it is
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


def trusts(world: World, state: State, asked: int, asking: int, least: float) -> Mask:
    """Where the nation `asked` trusts the nation `asking` at least as much as `least`, (B,).

    Repute makes up for a part of the trust that two nations lack, or takes from what they have.
    """
    trust, weight = state.trust[asked, asking], world.diplomacy.reputation_weight
    if weight:
        trust = trust + weight * (state.reputation[asking] - STANDING)
    enough: Mask = trust >= least
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
