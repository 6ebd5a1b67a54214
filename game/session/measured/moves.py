"""What moved a figure since the last turn, as far as a seat may know it."""

from __future__ import annotations

from game.engine.messages import Amount, Message
from game.engine.metrics import METRICS
from game.engine.terms import FIGURES, PULLED
from game.session.control import Control
from game.session.keys import Key
from game.session.measured import causes
from game.session.measured.past import Past
from game.session.measured.scale import scale_of
from game.session.views import Cause

SHOWN = 8
"""Causes that are told one by one."""
COUNTS = 0.03
"""Part of all that moved the figure, up and down, under which a cause is told among the rest."""
HALF = 0.5
"""Part of the move of a price that acts must tell to be told instead of what the market did."""
BOOKS = "budget"
"""The figure of which every line is told."""


def since_last_turn(control: Control, past: Past, seat: str, key: Key) -> tuple[float, tuple[Cause, ...]]:
    """How far the figure moved over the last turn, and what moved it, the greatest first and the rest at the end.

    A figure that is a sum has the recorded terms of its change, any other what it would be without what the seat did
    and what is public; a price of which that tells little has what the market did. Nothing is told of a figure that is
    not the seat's to know.
    """
    entry = METRICS[key[0]]
    if not control.reports or not entry.open_to(seat, key[1:]):
        return 0.0, ()
    turn = control.reports[-1].turn
    terms = control.terms.get(" ".join(key), {}) if key[0] in FIGURES else {}
    if terms:
        scale = scale_of(control.world, key)
        moved, told = sum(terms.values()) * scale, causes.of_terms(terms, seat, entry.unit, scale)
    else:
        given = {report.turn: report for report in control.reports[-2:]}
        moved = past.moved(turn, key, seat)
        told = [
            Cause(causes.act(control.world, given[effect.act.turn], effect.act), Amount(effect.size, entry.unit))
            for effect in past.effects(turn, key, seat)
        ]
        told = _by_market(control, seat, key, told, moved)
    return moved, (tuple(told) if key[0] == BOOKS else _with_rest(told, moved, entry.unit))


def _by_market(control: Control, seat: str, key: Key, told: list[Cause], moved: float) -> list[Cause]:
    """What the market did to a price, in place of the acts `told` where these tell less than half of its move."""
    pulls = control.reports[-1].terms.get(" ".join(key), {}) if key[0] in PULLED else {}
    if not pulls or abs(sum(cause.size.value for cause in told)) >= HALF * abs(moved):
        return told
    return causes.of_terms(pulls, seat, METRICS[key[0]].unit)


def _with_rest(told: list[Cause], moved: float, unit: str) -> tuple[Cause, ...]:
    """The causes that count, and what is left of the move."""
    whole = max(sum(abs(cause.size.value) for cause in told), abs(moved))
    named = [cause for cause in told if abs(cause.size.value) >= COUNTS * whole][:SHOWN]
    rest = moved - sum(cause.size.value for cause in named)
    if not named or abs(rest) < COUNTS * whole:
        return tuple(named)
    return (*named, Cause(Message("term.rest"), Amount(rest, unit)))
