"""What several reports tell alike: something that happened, and a part of a score, in words."""

from __future__ import annotations

from dataclasses import dataclass

from game.session.views import Headline, ScoreView
from game.telling import Teller, _


@dataclass(frozen=True)
class Line:
    """Something that happened, in words."""

    month: str
    tone: str
    text: str
    cause: str
    """Empty where the text says all."""
    behind: str = ""
    """Of an act of the script: the reason or what happened, and what it changes."""


@dataclass(frozen=True)
class PartFacts:
    """A part of a score: what it is called, what it measured, and the points of 100 that this earned."""

    label: str
    text: str
    points: float
    weight: float


def line(teller: Teller, headline: Headline) -> Line:
    """A headline in words."""
    behind = teller.behind(headline.story, sources=False) if headline.story else ()
    return Line(headline.month, headline.tone, teller.headline(headline), teller.cause(headline), " ".join(behind))


def part(teller: Teller, view: ScoreView) -> PartFacts:
    """A part of a score in words."""
    return PartFacts(_(view.label), teller.measured(view), view.points, view.weight)
