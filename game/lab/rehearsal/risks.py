"""What may go wrong in the session, as far as the rehearsed matches show it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.lab.rehearsal import minutes
from game.lab.rehearsal.run import Rehearsal
from game.lab.rehearsal.words import Words
from game.telling import _
from game.telling.grammar import listed
from game.telling.numbers import number, write

MOST = 0.5
"""Part of the matches from which on something is said of the session."""
POOR = 0.1
"""Part of the most that a seat ever has, under which it can order next to nothing."""
MOVES = 5.0
"""Points by which something has to move a seat so that two groups with other seeds play another match."""
RARE, SURE = 0.05, 0.95
"""Shares of the matches outside of which something is no chance to speak of."""


def risks(rehearsal: Rehearsal) -> tuple[str, ...]:
    """A sentence for each."""
    words = Words(rehearsal.package)
    of_time = minutes.warnings(rehearsal.preset) if rehearsal.preset else ()
    return (
        *of_time,
        *_seats(rehearsal, words),
        *_quiet(rehearsal),
        *_chance(rehearsal, words),
        *_never(rehearsal, words),
    )


def _seats(rehearsal: Rehearsal, words: Words) -> Iterator[str]:
    course = rehearsal.course
    for place, seat in enumerate(map(words.seat, rehearsal.seats)):
        wanted, given = int(course.wanted[:, place].sum()), int(course.given[:, place].sum())
        if not wanted:
            yield _("{nation} gives no order: what it reaches here is what comes to it by itself").format(nation=seat)
        elif wanted - given > MOST * wanted:
            share = write((wanted - given) / wanted, "share")
            yield _("{share} of the orders of {nation} are refused").format(share=share, nation=seat)
        won = float(course.won[place].mean())
        if won in (0.0, 1.0):
            text = _("{nation} wins in every match") if won else _("{nation} wins in no match, led as it is here")
            yield text.format(nation=seat)
        middle = np.median(course.budgets[:, place], axis=1)
        poor = [number(turn + 1) for turn in np.flatnonzero(middle < POOR * middle.max()).tolist()]
        if poor:
            text = _("{nation} has hardly any money in turn {turns}: less than {share} of the most that it ever has")
            yield text.format(nation=seat, turns=listed(poor), share=write(POOR, "share"))


def _quiet(rehearsal: Rehearsal) -> Iterator[str]:
    course = rehearsal.course
    still = ~course.acted.any(axis=1) & (course.given.sum(axis=1) == 0)
    quiet = [number(turn + 1) for turn in np.flatnonzero(still.mean(axis=1) > MOST).tolist()]
    if quiet:
        text = _("in turn {turns} nothing comes and no order is given in most matches: have something to say there")
        yield text.format(turns=listed(quiet))


def _chance(rehearsal: Rehearsal, words: Words) -> Iterator[str]:
    for bite in rehearsal.bites:
        if bite.effects and bite.size >= MOVES and RARE < bite.share < SURE:
            sizes = [abs(effect) for effect in bite.effects]
            seat = sizes.index(bite.size)
            text = _("chance decides: “{name}” comes in {share} of the matches and moves {nation} by {points} points")
            yield text.format(
                name=words.of(bite),
                share=write(bite.share, "share"),
                nation=words.seat(rehearsal.seats[seat]),
                points=number(bite.size, 1),
            )


def _never(rehearsal: Rehearsal, words: Words) -> Iterator[str]:
    never = [f"“{words.of(bite)}”" for bite in rehearsal.bites if not bite.share]
    if never:
        text = _("never seen in {count} matches: {names}")
        yield text.format(count=rehearsal.draws.count, names=listed(never))
