"""What is known of the past, beside the figure of the simulation that it is to be compared with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.content.facts import Look
from game.content.library import Evidence


@dataclass(frozen=True)
class Real:
    """A curve that somebody measured: calendar year to value."""

    label: str
    by_year: Mapping[int, float]
    evidence: Evidence


@dataclass(frozen=True)
class Curve:
    """A simulated figure, to be multiplied by `times`, and the real curves beside it."""

    key: str
    title: str
    unit: str
    logarithmic: bool
    look: Look
    times: float
    real: tuple[Real, ...]
