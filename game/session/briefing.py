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
    role: str
    """Who the seat is in this scenario; empty where nothing is written."""
    objectives: tuple[str, ...]
    """What play is to teach."""
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
    script: str = ""
    """Name of the script by which the rival thinks; empty where there is but one."""
    script_text: str = ""
    """How it thinks."""
    easier: float | None = None
    """Points by which the seat's doctrine does better than under the usual script, where that was measured."""


def briefing(package: Package, seat: str) -> Briefing:
    """The briefing of `seat`."""
    calendar, finance = package.world.calendar, package.world.finance
    script = package.scripts.get(package.script)
    return Briefing(
        scenario=package.scenario,
        title=package.title,
        summary=package.summary,
        text=package.briefing,
        role=package.roles.get(seat, ""),
        objectives=package.objectives,
        goals=tuple(goal.text for goal in package.goals_of(seat)),
        win_score=package.win_scores[seat],
        months=tuple(calendar.label(month) for month in range(calendar.months)),
        instruments=tuple(name for name, has in zip(INSTRUMENTS, finance.offered.tolist(), strict=True) if has),
        public_share=float(finance.max_public_share),
        least_public_share=float(finance.least_public_share),
        easing_years=float(finance.easing_years),
        script=script.name if script else "",
        script_text=script.text if script else "",
        easier=script.points_more.get(seat) if script else None,
    )
