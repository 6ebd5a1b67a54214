"""Nations and the sites and projects in them."""

from __future__ import annotations

from dataclasses import dataclass

from game.content.library import Evidence
from game.session.views.choices import Choice


@dataclass(frozen=True)
class NationView:
    """A nation as the seat sees it. Figures are shares 0-1 unless said."""

    id: str
    name: str
    iso: tuple[str, ...]
    """ISO 3166-1 alpha-3 codes of the map areas that it covers."""
    flag: str
    role: str
    """``self``, ``seat``, ``rival`` or ``other``."""
    lon: float
    lat: float
    tension: float
    trust: float
    import_share: float
    output_shares: tuple[tuple[str, float], ...]
    """Stage id and the share of what that stage makes in the world."""
    demand: float
    """t/year of what is made at the stage by which the rule set counts."""


@dataclass(frozen=True)
class SiteView:
    id: str
    name: str
    nation: str
    stage: str
    lon: float
    lat: float
    status: str
    """``planned``, ``operating``, ``suspended``, ``care``, ``bankrupt``."""
    capacity: float
    output: float
    """t/year."""
    goods: tuple[tuple[str, float], ...]
    """Good id and its share of the output."""
    cash_cost: float
    offtake: tuple[tuple[str, float], ...]
    """Seat id and the share of the output it holds."""
    note: str


@dataclass(frozen=True)
class ProjectView:
    id: str
    name: str
    site: str
    nation: str
    stage: str
    capex: float
    capacity: float
    months_low: float
    months_high: float
    """Months from order to product: shortest and longest."""
    phase: str
    """``idle``, one of `world.PHASES`, ``done`` or ``failed``."""
    progress: float
    """0-1 of the most likely duration."""
    waits: bool
    """Whether it stands still because the host has no trained staff for it."""
    sponsor: str
    """Seat id, ``private`` or empty."""
    public_share: float
    """Of its cost, all seats together."""
    own_share: float
    """The seat's part of that."""
    financiers: tuple[tuple[str, float], ...]
    """Seats that pay for it, and their parts; those who pay most first."""
    joinable: bool
    """Whether the seat could still join those who pay for it."""
    instrument: str
    """Of the seat that leads."""
    offtake: float
    """Share of the output that full public finance buys."""
    asked: float | None
    """Public share by a stake from which private partners come at last year's prices; None where none comes, and for
    what somebody has taken up.
    """
    earned: float
    """Part of its cost that it would earn a year at those prices; 0 for what somebody has taken up."""
    choice: Choice
    """Funding by loan at the greatest public share."""
    text: str
    evidence: Evidence
