"""How a seat of a match did, to be set beside others; of a match that goes on, only what that seat may know."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from game.reports import so_far
from game.reports.readers import reader_of, told_seats
from game.reports.script import teller_of
from game.session.keys import completed
from game.session.match import Match
from game.session.views import ScoreView, Series
from game.telling import Teller, _

PUBLIC = "basket"
"""The curve that is drawn beside those of the score: what the world charges."""


@dataclass(frozen=True)
class Team:
    """A seat that a person holds, or the program where nobody does."""

    run: str
    """Name of the save, without its ending."""
    player: str
    seat: str
    """Identifier."""
    nation: str
    """Its name."""
    scenario: str
    title: str
    finished: bool
    turns: int
    """Turns played."""
    planned: int
    seed: int | None
    """None while it is secret."""
    script: str
    """Identifier of the rival's script; empty while it is secret, and where there is but one."""
    script_name: str
    parts: tuple[ScoreView, ...]
    total: float
    """Points of 100; of a match that goes on, if nothing changed until its end."""
    won: bool | None
    """None before the end."""
    curves: Mapping[str, Series]
    """By the key of a figure, nation left out."""
    labels: Mapping[str, str]
    """What each of these figures is called."""
    months: Sequence[str]
    """Every month of the match, ``YYYY-MM``."""


def teams_of(match: Match, run: str, seat: str = "", *, facilitator: bool = False) -> tuple[Team, ...]:
    """The people's seats of `match`, or `seat` alone; of a match that goes on the one seat for which it is told.

    Raises:
        KeyError: when no seat is called so.
        WhichSeat: when several people play a match that goes on, and none of them is named.
    """
    reader = reader_of(match, seat, facilitator=facilitator)
    if reader:
        return (_so_far(match, run, reader),)
    return tuple(_wholly(match, run, one) for one in told_seats(match, seat))


def _wholly(match: Match, run: str, seat: str) -> Team:
    package, result = match.control.package, match.result(seat)
    recorded, script = set(match.control.recorded()), package.scripts.get(package.script)
    return Team(
        **_common(match, run, seat, teller_of(match)),
        seed=match.control.seed,
        script=package.script,
        script_name=_(script.name) if script else "",
        parts=result.parts,
        total=result.total,
        won=result.won if match.finished else None,
        curves=dict(_curves(match, seat, recorded.__contains__, match.control.history)),
    )


def _so_far(match: Match, run: str, seat: str) -> Team:
    view = match.view(seat)
    known, weights = dict(so_far.series(view)), sum(one.weight for one in view.score) or 1.0
    return Team(
        **_common(match, run, seat, Teller.of(view)),
        seed=None,
        script="",
        script_name="",
        parts=view.score,
        total=sum(one.points * one.weight for one in view.score) / weights,
        won=None,
        curves=dict(_curves(match, seat, known.__contains__, lambda *key: known[key])),
    )


def _common(match: Match, run: str, seat: str, teller: Teller) -> dict[str, Any]:
    """What anyone may know of the match and who holds the seat."""
    package, doctrine = match.control.package, match.doctrines.get(seat)
    nation = teller.name("nations", seat)
    own = Teller(teller.lexicon, seat)
    return {
        "run": run,
        "player": match.people.get(seat) or (teller.name("doctrines", doctrine) if doctrine else nation),
        "seat": seat,
        "nation": nation,
        "scenario": package.scenario,
        "title": _(package.title),
        "finished": match.finished,
        "turns": match.turn,
        "planned": match.control.world.calendar.turns,
        "labels": {key: own.label(key) for key in _figures(match)},
        "months": match.view(seat).briefing.months,
    }


def _figures(match: Match) -> Iterator[str]:
    """What the scenario scores, once each, after what is public."""
    yield from dict.fromkeys((PUBLIC, *(part.metric for part in match.control.world.score)))


def _curves(
    match: Match, seat: str, known: Callable[[tuple[str, ...]], bool], of: Callable[..., Series]
) -> Iterator[tuple[str, Series]]:
    for figure in _figures(match):
        key = completed(seat, figure)
        if known(key):
            yield figure, of(*key)
