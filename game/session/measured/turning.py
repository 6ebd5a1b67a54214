"""The turns that decided how a match went for a seat: the greatest moves of its figures, and what they are owed to."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass

from game.engine.messages import Amount, Message, Part
from game.engine.metrics import METRICS
from game.engine.terms import FIGURES
from game.session.control import Control
from game.session.keys import Key, keys_of, label
from game.session.measured import causes
from game.session.measured.effects import COUNTS, behind
from game.session.measured.past import Past
from game.session.measured.scale import scale_of
from game.session.views import Cause, Headline

_NOTICED = 0.25
"""Part of a great move under which nothing has turned."""
_SHOWN, _SHOWN_OF_ONE = 6, 2
"""Turning points in all, and of one figure: otherwise the most restless figure would tell the whole story."""
_CAUSES = 3
"""Causes that are told of one."""


@dataclass(frozen=True)
class Jump:
    """A figure's move over one turn. `size` counts in great moves."""

    turn: int
    key: Key
    before: float
    after: float
    size: float

    @property
    def moved(self) -> float:
        return self.after - self.before


def turning_points(control: Control, past: Past, seat: str, *, over: bool) -> tuple[Headline, ...]:
    """The turning points of `seat`, oldest first, each with what it is owed to.

    When the match is `over`, the acts of all count, and the script answers to what is taken away. Until then only what
    the seat may know counts, and nothing shows of what the rival or the scenario would have done.
    """
    return tuple(_told(control, past, seat, jump, over=over) for jump in greatest_jumps(control, seat))


def greatest_jumps(control: Control, seat: str) -> list[Jump]:
    """The greatest moves of the seat's figures, at most one a turn, in order of time."""
    entries = [entry for entry in METRICS.values() if entry.great]
    keys = [key for entry in entries for key in keys_of(control.world, entry, [seat])]
    jumps = [jump for key in keys for jump in _jumps(control, key)]
    jumps.sort(key=lambda jump: (-jump.size, jump.turn))
    chosen: dict[int, Jump] = {}
    for jump in jumps:
        of_one = sum(other.key == jump.key for other in chosen.values())
        if jump.turn not in chosen and len(chosen) < _SHOWN and of_one < _SHOWN_OF_ONE:
            chosen[jump.turn] = jump
    return [chosen[turn] for turn in sorted(chosen)]


def _jumps(control: Control, key: Key) -> list[Jump]:
    ends = control.record.past(key)[:: control.world.calendar.turn_months]
    moves = [
        Jump(turn, key, before, after, _size(key[0], before, after))
        for turn, (before, after) in enumerate(itertools.pairwise(ends))
    ]
    return [move for move in moves if move.size >= _NOTICED]


def _size(metric: str, before: float, after: float) -> float:
    """How many great moves it is."""
    entry = METRICS[metric]
    moved = math.log2(after / before) if entry.doubling else after - before
    return abs(moved) / entry.great


def _told(control: Control, past: Past, seat: str, jump: Jump, *, over: bool) -> Headline:
    entry, calendar = METRICS[jump.key[0]], control.world.calendar
    owed = tuple(
        Message("cause.sized", {"what": cause.what, "size": cause.size})
        for cause in causes_of(control, past, seat, jump, over=over)
    )
    parts: dict[str, Part] = {
        "figure": label(jump.key),
        "before": Amount(jump.before, entry.unit),
        "after": Amount(jump.after, entry.unit),
    }
    return Headline(
        turn=jump.turn,
        month=calendar.label(jump.turn * calendar.turn_months),
        kind="turning_point",
        message=Message("news.turning_point", parts),
        cause=Message("news.owed", {"causes": owed}) if owed else None,
        tone="bad" if entry.good * jump.moved < 0.0 else "good",
    )


def causes_of(control: Control, past: Past, seat: str, jump: Jump, *, over: bool) -> list[Cause]:
    """Acts that pushed the figure the way it went, the greatest first; where none did, the terms of its change."""
    unit = METRICS[jump.key[0]].unit
    acts = [
        Cause(causes.act(control.world, control.reports[effect.act.turn], effect.act), Amount(effect.size, unit))
        for effect in behind(past.effects(jump.turn, jump.key, "" if over else seat), jump.moved)
    ]
    return (acts or _terms(control, seat, jump))[:_CAUSES]


def _terms(control: Control, seat: str, jump: Jump) -> list[Cause]:
    if jump.key[0] not in FIGURES:
        return []
    terms = control.reports[jump.turn].terms.get(" ".join(jump.key), {})
    told = causes.of_terms(terms, seat, METRICS[jump.key[0]].unit, scale_of(control.world, jump.key))
    return [
        cause
        for cause in told
        if cause.size.value * jump.moved > 0.0 and abs(cause.size.value) >= COUNTS * abs(jump.moved)
    ]
