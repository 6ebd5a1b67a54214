"""What a seat is told before the first turn and what never changes: a view carries it in place of a package."""

from __future__ import annotations

from dataclasses import dataclass

from game.content.package import Package
from game.engine.world import INSTRUMENTS


@dataclass(frozen=True)
class Briefing:
    """The scenario as its seat may know it."""

    scenario: str
    """What it is loaded and saved by."""
    title: str
    summary: str
    text: str
    """Markdown."""
    goals: tuple[str, ...]
    """What the seat must reach, in words."""
    win_score: float
    """Points that it needs, 0-100."""
    months: tuple[str, ...]
    """Every month of the match as ``YYYY-MM``."""
    instruments: tuple[str, ...]
    """Forms of public finance that the agency has."""
    public_share: float
    """The most that the agency may bear of a project's cost, 0-1."""
    least_public_share: float
    """The least of it that it takes part for, 0-1."""
    easing_years: float
    """For how long terms can be eased at most."""


def briefing(package: Package, seat: str) -> Briefing:
    """The briefing of `seat`."""
    calendar, finance = package.world.calendar, package.world.finance
    return Briefing(
        scenario=package.scenario,
        title=package.title,
        summary=package.summary,
        text=package.briefing,
        goals=tuple(goal.text for goal in package.goals_of(seat)),
        win_score=package.win_scores[seat],
        months=tuple(calendar.label(month) for month in range(calendar.months)),
        instruments=tuple(name for name, has in zip(INSTRUMENTS, finance.offered.tolist(), strict=True) if has),
        public_share=float(finance.max_public_share),
        least_public_share=float(finance.least_public_share),
        easing_years=float(finance.easing_years),
    )
