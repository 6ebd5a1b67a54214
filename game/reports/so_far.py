"""A report on a match that goes on: what one seat may know, and nothing that its view would not show it.

The seed and the digests are left out too: who knows the seed can play the match to its end, dice and all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game import __version__
from game.content.library import Library
from game.reports.told import Line, PartFacts, line, part
from game.session.keys import Key, completed
from game.session.lexicon import SCRIPT
from game.session.match import Match
from game.session.views import PastTurn, Series, View
from game.telling import Teller, _, citations
from game.telling.numbers import month

Marks = tuple[tuple[int, str], ...]
"""Month of the match and what happened in it."""


@dataclass(frozen=True)
class Happened:
    """Something of the script, or an incident, that has come about."""

    name: str
    text: str
    source: str


@dataclass(frozen=True)
class OwnTurn:
    """A turn that is over, as its seat knows it."""

    number: int
    """From 1."""
    period: str
    orders: tuple[str, ...]
    """The seat's own that took effect."""
    refused: tuple[str, ...]
    """Why its others did not."""
    headlines: tuple[Line, ...]


@dataclass(frozen=True)
class SoFar:
    """Everything that the page shows, in words."""

    title: str
    period: str
    """Of the turns played; empty before the first."""
    program: str
    seat: str
    player: str
    turns_planned: int
    rival: str
    parts: tuple[PartFacts, ...]
    total: float
    """Points of 100, if nothing changed until the end."""
    conditions: str
    """What it takes to win."""
    turns: tuple[OwnTurn, ...]
    happened: tuple[Happened, ...]
    marks: Marks
    """The rival's acts, the first time that each was told."""


def gather(match: Match, seat: str) -> SoFar:
    """The report of `seat`, made from its view and its past alone."""
    view, past = match.view(seat), match.past(seat)
    teller, briefing = Teller.of(view), view.briefing
    weights = sum(one.weight for one in view.score) or 1.0
    return SoFar(
        title=_(briefing.title),
        period=_period(view, 0, len(past)) if past else "",
        program=__version__,
        seat=teller.name("nations", seat),
        player=match.people.get(seat, ""),
        turns_planned=view.turns,
        rival=teller.name("nations", view.lexicon.rival),
        parts=tuple(part(teller, one) for one in view.score),
        total=sum(one.points * one.weight for one in view.score) / weights,
        conditions="; ".join(teller.wanted(briefing)),
        turns=tuple(_turn(view, teller, turn) for turn in past),
        happened=tuple(_happened(teller, match.control.package.library, view.month)),
        marks=_marks(view, teller, past),
    )


def _period(view: View, first: int, after: int) -> str:
    """First to last month of the turns from `first` up to, not with, `after`."""
    months, length = view.briefing.months, view.turn_months
    start, end = months[first * length], months[after * length - 1]
    return _("{first} to {last}").format(first=month(start), last=month(end))


def _turn(view: View, teller: Teller, turn: PastTurn) -> OwnTurn:
    return OwnTurn(
        number=turn.turn + 1,
        period=_period(view, turn.turn, turn.turn + 1),
        orders=tuple(map(teller.sentence, turn.orders)),
        refused=tuple(map(teller.sentence, turn.refused)),
        headlines=tuple(line(teller, one) for one in turn.headlines),
    )


def series(view: View) -> Iterator[tuple[Key, Series]]:
    """Every history that the seat may see, with its whole key."""
    return ((completed(view.seat, one.key), one) for one in view.series)


def _marks(view: View, teller: Teller, past: Iterable[PastTurn]) -> Marks:
    first: dict[str, str] = {}
    for turn in past:
        for one in turn.headlines:
            if one.kind == "rule_fired":
                first.setdefault(teller.headline(one), one.month)
    return tuple((view.briefing.months.index(when), text) for text, when in first.items())


def _happened(teller: Teller, library: Library, now: str) -> Iterator[Happened]:
    """What has come about, with the documents behind it as they can be known in `now`."""
    lexicon = teller.lexicon
    for axis in SCRIPT:
        for identifier in lexicon.ids(axis):
            name, text = teller.name(axis, identifier), teller.text(axis, identifier)
            origin = lexicon.origin(axis, identifier)
            yield Happened(name, text, citations.sources(library.evidence(origin, now)))
