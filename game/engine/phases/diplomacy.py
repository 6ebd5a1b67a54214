"""Diplomacy: tension follows posture and fades; agreements are answered, age and end; trust grows while they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.engine.derived import derived
from game.engine.events import Events
from game.engine.state import IN_FORCE, PROPOSED, State
from game.engine.world import World, wide

if TYPE_CHECKING:
    from game.engine.step import Month

Mask = NDArray[np.bool_]

OFFER_TURNS = 2
"""Turns for which a proposal stands: the partner sees it in its next turn and answers in that turn at the latest."""


def advance(world: World, state: State, month: Month) -> None:
    """One month of tension, of answers by nations that are no seats, of agreements and of trust."""
    _ease(world, state)
    if not np.count_nonzero(state.agreement):
        return
    _answer(world, state, month)
    _age(world, state, month)
    in_force = (state.agreement == IN_FORCE).any(axis=0)
    state.trust[:] = np.minimum(state.trust + world.diplomacy.trust_gain * in_force, 1.0)


@derived
def _rest_pull(world: World) -> NDArray[np.float64]:
    """(N, 1) tension gained in a month by the pull of the level of rest."""
    return wide(world.diplomacy.tension_rest / world.diplomacy.tension_months)


def _ease(world: World, state: State) -> None:
    tension = state.tension * (1.0 - 1.0 / world.diplomacy.tension_months)
    tension += _rest_pull(world)
    tension += np.take(world.diplomacy.posture_tension, state.posture)
    np.maximum(tension, 0.0, out=tension)
    np.minimum(tension, 1.0, out=state.tension)


def _answer(world: World, state: State, month: Month) -> None:
    """A nation that is no seat accepts where it trusts the proposer enough, and declines elsewhere."""
    offers = state.agreement[:, :, world.seats :] == PROPOSED
    if not np.count_nonzero(offers):
        return
    for kind, proposer, other in np.argwhere(offers.any(axis=3)).tolist():
        partner = other + world.seats
        offered = offers[kind, proposer, other]
        trusted = state.trust[partner, proposer] >= world.agreements.min_trust[kind]
        cause = f"order:{world.names.nations[proposer]}:propose_agreement"
        sign(world, state, month.events, (kind, proposer, partner), offered & trusted, cause)
        decline(world, state, month.events, (kind, proposer, partner), offered & ~trusted, "market")


def _age(world: World, state: State, month: Month) -> None:
    """End what has run its full time, and count this month off the rest."""
    over = (state.agreement > 0) & (state.agreement_left <= 0.0)
    if np.count_nonzero(over):
        _end(state, month, over)
    state.agreement_left -= state.agreement > 0


def _end(state: State, month: Month, over: Mask) -> None:
    for kind, one, other in np.argwhere(over.any(axis=3)).tolist():
        ends = over[kind, one, other]
        # An agreement in force stands in both directions; it is told once.
        told = ends & ((state.agreement[kind, one, other] == PROPOSED) | (one < other))
        month.events.add("agreement_expired", state.month, told, actor=one, target=other, item=kind)
    state.agreement[over] = 0


def propose(world: World, state: State, events: Events, pair: tuple[int, int, int], where: Mask, cause: str) -> None:
    """Put the proposal `pair` (kind, proposer, partner) on the table in the matches of `where`."""
    kind, proposer, partner = pair
    state.agreement[kind, proposer, partner][where] = PROPOSED
    state.agreement_left[kind, proposer, partner][where] = float(OFFER_TURNS * world.calendar.turn_months)
    events.add("agreement_proposed", state.month, where, actor=proposer, target=partner, item=kind, cause=cause)


def sign(world: World, state: State, events: Events, pair: tuple[int, int, int], where: Mask, cause: str) -> None:
    """Bring the agreement `pair` (kind, proposer, partner) into force in the matches of `where`.

    Signing moves both parties' tension with the rival; an agreement with the rival itself moves the proposer's only.
    """
    if not where.any():
        return
    kind, proposer, partner = pair
    life = float(world.agreements.months[kind])
    for one, other in ((proposer, partner), (partner, proposer)):
        state.agreement[kind, one, other][where] = IN_FORCE
        state.agreement_left[kind, one, other][where] = life
        if one != world.rival:
            tension = state.tension[one]
            tension[:] = np.clip(tension + world.agreements.tension[kind] * where, 0.0, 1.0)
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
    lost = world.diplomacy.trust_gain * state.agreement_left[kind, leaver, partner] * breach
    for one, other in ((leaver, partner), (partner, leaver)):
        ends = breach if one == partner else where
        state.agreement[kind, one, other][ends] = 0
        state.agreement_left[kind, one, other][ends] = 0.0
        np.maximum(state.trust[one, other] - lost, 0.0, out=state.trust[one, other])
    np.maximum(state.reputation[leaver] - lost, 0.0, out=state.reputation[leaver])
    events.add("agreement_expired", state.month, where, actor=leaver, target=partner, item=kind, cause=cause)
