"""The seat's score so far, part by part."""

from __future__ import annotations

from game.content.package import Package
from game.engine import scoring
from game.engine.metrics import METRICS
from game.engine.state import State
from game.session.views import ScoreView


def score(package: Package, state: State, seat: int) -> tuple[ScoreView, ...]:
    """Every part with what it measures for the seat and the points that earns, 0-100 before weighting."""
    measured = scoring.measured(package.world, state)[:, seat, 0]
    points = scoring.points(package.world, state)[:, seat, 0]
    return tuple(
        ScoreView(
            key=part.key,
            label=part.label,
            metric=part.metric.split()[0],
            measured=float(measured[row]),
            unit=METRICS[part.metric.split()[0]].unit,
            aggregate="late" if part.last_months else part.aggregate,
            points=float(points[row]),
            weight=part.weight,
        )
        for row, part in enumerate(package.world.score)
    )
