"""What the seat holds in mines and plants, and what it says to others who want to hold something on its soil."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PartView:
    """The seat's part in the finance of one project."""

    project: str
    phase: str
    """One of `world.PHASES`, ``done`` or ``failed``."""
    instrument: str
    part: float
    """Of the project's cost, 0-1."""
    others: tuple[tuple[str, float], ...]
    """Other seats that finance it, and their parts."""


@dataclass(frozen=True)
class HoldingView:
    """All that the seat holds in one site. Money is US$ million."""

    site: str
    nation: str
    status: str
    """As `SiteView.status`."""
    parts: tuple[PartView, ...]
    """Projects there that the seat finances; none where it has a contract alone."""
    stake: float
    carry: float
    """Share of the losses that it bears."""
    offtake: float
    """Share of the output that is promised to it ..."""
    tonnes: float
    """... and what that came to at last month's rate, t/year."""
    paid: float
    """Put in so far, losses borne included."""
    back: float
    """Had back so far."""
    yearly: float
    """What a year at last year's margin brings it, or costs where it is less than 0."""
    worth: float
    """What the sale of the stake would bring today."""
    interest: float
    """What a year of eased terms costs; 0 where there are none to ease."""


@dataclass(frozen=True)
class SoilView:
    """A site on the seat's own soil, built or not, that somebody may finance."""

    site: str
    access: str
    """``closed``, ``screened`` or ``open`` to public money from abroad."""
