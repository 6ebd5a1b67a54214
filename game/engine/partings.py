"""How an agreement ends before its time: a party leaves it, or does not keep what it promised."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.clauses import Cell, held
from game.engine.events import Events
from game.engine.state import IN_FORCE, SIGNED, State
from game.engine.treaties import clear, joins, members
from game.engine.world import World

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]


def leave(world: World, state: State, events: Events, pair: Cell, where: Mask, cause: str) -> None:
    """End the agreement `pair` (kind, leaver, partner) before its time in the matches of `where`; of a kind that
    others have joined, with all of them.

    Leaving a proposal of one's own costs nothing. Breach costs the trust that the months left would have earned, both
    with the partner and, as reputation, with everybody else.
    """
    kind, leaver, partner = pair
    also = members(state, kind, leaver) & where if joins(world, kind) else None
    _leave(world, state, events, pair, where, cause)
    if also is None:
        return
    for third in np.flatnonzero(also.any(axis=1)).tolist():
        if third != partner:
            _leave(world, state, events, (kind, leaver, third), also[third], cause)


def _leave(world: World, state: State, events: Events, pair: Cell, where: Mask, cause: str) -> None:
    kind, leaver, partner = pair
    ends = where & (state.agreement[pair] >= IN_FORCE)
    _tell_left(state, events, pair, where, ends, cause)
    about = f"{cause}:agreements:{world.names.agreements[kind]}"
    _pay_in_trust(world, state, events, pair, ends, about)
    clear(state, (kind, partner, leaver), ends)
    clear(state, pair, where)


def breach(world: World, state: State, events: Events, pair: Cell, where: Mask) -> None:
    """End the agreement `pair` (kind, who broke it, partner) in the matches of `where`: a promise was not kept.

    All the world sees it. It costs what leaving costs, and a part of that in the trust of every nation.
    """
    kind, broke, partner = pair
    about = f"breach:{world.names.agreements[kind]}:{world.names.nations[broke]}"
    left = state.agreement_left[pair].copy()
    events.add("agreement_breached", state.month, where, actor=broke, target=partner, item=kind, amount=left)
    lost = _pay_in_trust(world, state, events, pair, where, about)
    for third in range(len(world.names.nations)) if world.diplomacy.breach else ():
        if third not in (broke, partner):
            for ends in ((third, broke), (broke, third)):
                _lose(events, "trust", state.trust, lost * world.diplomacy.breach, ends, about)
    clear(state, pair, where)
    clear(state, (kind, partner, broke), where)


def _pay_in_trust(world: World, state: State, events: Events, pair: Cell, ends: Mask, about: str) -> Array:
    """What it costs the first party to end an agreement before its time: trust and reputation lost, (B,)."""
    _, one, other = pair
    lost: Array = world.diplomacy.trust_gain * _unserved(world, state, pair) * ends
    for at in ((one, other), (other, one)):
        _lose(events, "trust", state.trust, lost, at, about)
    _lose(events, "reputation", state.reputation, lost, (one,), about)
    return lost


def _unserved(world: World, state: State, pair: Cell) -> Array:
    """Months for which it would still stand, (B,); all of them where it is not ratified yet."""
    left = state.agreement_left[pair]
    life = np.multiply(held(world, state, pair).years, 12.0)
    unserved: Array = np.where(state.agreement[pair] == SIGNED, life, left)
    return unserved


def _tell_left(state: State, events: Events, pair: Cell, where: Mask, breach: Mask, cause: str) -> None:
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
