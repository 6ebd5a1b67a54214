"""What is measured: key figures, their history, and the parts of the score."""

from __future__ import annotations

from dataclasses import dataclass

from game.content.library import Evidence


@dataclass(frozen=True)
class Indicator:
    """One key figure: `key` names a metric, `good` says which direction is better (1 up, -1 down, 0 neither)."""

    key: str
    value: float
    unit: str
    change: float
    """Since the seat's last turn; 0 in the first."""
    good: int


@dataclass(frozen=True)
class Documented:
    """What is known of a figure of the first month, beside what the model has; `key` as in `Indicator`."""

    key: str
    value: float
    """The model's."""
    unit: str
    low: float
    high: float
    """The ends of what is documented; the same where that is one number."""
    evidence: Evidence


@dataclass(frozen=True)
class Series:
    """A monthly history for charts: `months` counts from the start."""

    key: str
    unit: str
    months: tuple[int, ...]
    values: tuple[float, ...]


@dataclass(frozen=True)
class GoalView:
    """Something that a seat has to reach to win."""

    text: str
    """As the scenario says it."""
    value: float
    """By which it would be judged if the match ended now."""
    unit: str
    met: bool
    secret: bool = False
    """Whether the other seats do not know of it before the end."""


@dataclass(frozen=True)
class ScoreView:
    """A part of the score so far."""

    key: str
    label: str
    """As the scenario calls it."""
    metric: str
    measured: float
    unit: str
    aggregate: str
    """``end``, ``mean``, ``late`` (a mean of the last years) or ``max``: of which moment or stretch the figure is."""
    points: float
    weight: float
