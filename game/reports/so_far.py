"""A report on a match that goes on: what one seat may know, and nothing that its view would not show it.

The seed and the digests are left out too: who knows the seed can play the match to its end, dice and all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game import __version__
from game.session.keys import Key, completed
from game.session.match import Match
from game.session.views import Headline, PastTurn, ScoreView, Series, View

Marks = tuple[tuple[int, str], ...]
"""Month of the match and what happened in it."""


@dataclass(frozen=True)
class Happened:
    """Something of the script, or an incident, that has come about."""

    name: str
    text: str
    source: str


@dataclass(frozen=True)
class SoFar:
    """Everything that the page shows. Texts are ready to show."""

    title: str
    period: str
    program: str
    seat: str
    player: str
    turns_planned: int
    rival: str
    score: tuple[ScoreView, ...]
    total: float
    """Of 100, if nothing changed until the end."""
    needed: float
    goals: tuple[str, ...]
    turns: tuple[PastTurn, ...]
    """The latest last."""
    happened: tuple[Happened, ...]
    marks: Marks
    """The rival's acts, the first time that each was told."""


def gather(match: Match, seat: str) -> SoFar:
    """The report of `seat`, made from its view and its past alone."""
    view, past = match.view(seat), match.past(seat)
    briefing, lexicon = view.briefing, view.lexicon
    weights = sum(part.weight for part in view.score) or 1.0
    return SoFar(
        title=briefing.title,
        period=f"{briefing.months[0]} to {briefing.months[view.turn * view.turn_months - 1]}" if past else "",
        program=__version__,
        seat=view.seat_name,
        player=match.people.get(seat, ""),
        turns_planned=view.turns,
        rival=lexicon.name("nations", lexicon.rival),
        score=view.score,
        total=sum(part.points * part.weight for part in view.score) / weights,
        needed=briefing.win_score,
        goals=briefing.goals,
        turns=past,
        happened=tuple(_happened(view)),
        marks=_marks(view, past),
    )


def series(view: View) -> Iterator[tuple[Key, Series]]:
    """Every history that the seat may see, with its whole key."""
    return ((completed(view.seat, one.key), one) for one in view.series)


def _marks(view: View, past: tuple[PastTurn, ...]) -> Marks:
    first: dict[str, Headline] = {}
    for turn in past:
        for line in turn.headlines:
            if line.kind == "rule_fired":
                first.setdefault(line.text, line)
    return tuple((view.briefing.months.index(line.month), text) for text, line in first.items())


def _happened(view: View) -> Iterator[Happened]:
    lexicon = view.lexicon
    for axis in ("rules", "incidents"):
        for identifier in lexicon.ids(axis):
            name, text = lexicon.name(axis, identifier), lexicon.text(axis, identifier)
            yield Happened(name, text, lexicon.source(axis, identifier))
