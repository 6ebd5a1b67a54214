"""The seat's books: what came and went, and what is to come."""

from __future__ import annotations

from dataclasses import dataclass

from game.session.views.causes import Cause


@dataclass(frozen=True)
class Statement:
    """A seat's books over a turn, US$ million: what it had, each line of what came in and went out, what it has now."""

    turn: int
    opening: float
    lines: tuple[Cause, ...]
    """What came in first, then what went out; the greatest first in each."""
    closing: float


@dataclass(frozen=True)
class Forecast:
    """What standing policies will cost until the turn ends, at today's prices, the draft's among them."""

    lines: tuple[Cause, ...]
    """The dearest first; amounts are below 0."""
    costs: float
    """US$ million, all lines together."""
    left: float
    """US$ million of the budget at the end of the turn; below 0 where spending will have to be cut."""
    capital: float
    """Political capital that the posture will take at the end of the turn."""
