"""The seat's score so far, part by part."""

from __future__ import annotations

from game.content.package import Package
from game.engine import scoring
from game.engine.state import State
from game.session.labels import unit_of, write
from game.session.views import ScoreView

_WHEN = {"end": "at the end", "mean": "on average", "max": "at the worst"}


def score(package: Package, state: State, seat: int) -> tuple[ScoreView, ...]:
    """Every part with what it measures for the seat and the points that earns, 0-100 before weighting."""
    measured = scoring.measured(package.world, state)[:, seat, 0]
    points = scoring.points(package.world, state)[:, seat, 0]
    return tuple(
        ScoreView(
            key=part.key,
            label=part.label,
            measured=float(measured[row]),
            points=float(points[row]),
            weight=part.weight,
            text=f"{write(float(measured[row]), unit_of(part.metric.split()[0]))} {_WHEN[part.aggregate]}",
        )
        for row, part in enumerate(package.world.score)
    )
