"""How much of a seat's points comes of its decisions, of those of the others, and of chance."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.lab.balance.ground import Ground
from game.lab.tables.hands import Setting
from game.lab.tournament.run import Tournament


@dataclass(frozen=True)
class Variance:
    """Shares of the variance of a seat's points over all matches of the tournament; together 1."""

    seat: int
    own: float
    """What it plays itself."""
    others: float
    """What they play, and how that goes with what it plays."""
    chance: float


@dataclass(frozen=True)
class Spread:
    """Standard deviation of a seat's points over seeds, doctrines as usual: with incidents, and with none of them."""

    seat: int
    usual: float
    calm: float


def variance(ground: Ground, met: Tournament) -> list[Variance]:
    """The shares of each seat; what a mean owes to the few seeds behind it is taken off."""
    return [_variance(seat, met.seats[seat].points) for seat in ground.seats]


def _variance(seat: int, points: NDArray[np.float64]) -> Variance:
    """Of (D, K, S) points: doctrines, tables, seeds."""
    _, tables, seeds = points.shape
    chance = float(points.var(axis=2, ddof=1).mean()) if seeds > 1 else 0.0
    cells = points.mean(axis=2)
    others = max(float(cells.var(axis=1, ddof=1).mean()) - chance / seeds, 0.0) if tables > 1 else 0.0
    by_doctrine = float(cells.mean(axis=1).var(ddof=1)) if len(cells) > 1 else 0.0
    own = max(by_doctrine - (others + chance / seeds) / tables, 0.0)
    whole = (own + others + chance) or 1.0
    return Variance(seat, own / whole, others / whole, chance / whole)


def spread(ground: Ground) -> list[Spread]:
    """What incidents, the only chance that can be switched off, do to the points."""
    incidents = tuple(incident.key for incident in ground.package.world.incidents)
    usual = ground.play([(ground.table,)], ground.held)[0]
    calm = ground.play([(ground.table,)], ground.held, Setting(without_incidents=incidents))[0]
    return [
        Spread(seat, float(usual.points[seat, 0].std()), float(calm.points[seat, 0].std())) for seat in ground.seats
    ]
