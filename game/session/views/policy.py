"""Research, agreements and standing policies."""

from __future__ import annotations

from dataclasses import dataclass

from game.content.library import Evidence
from game.session.views.choices import Choice


@dataclass(frozen=True)
class ResearchView:
    id: str
    name: str
    readiness: float
    rate: float
    max_rate: float
    effect: str
    evidence: Evidence


@dataclass(frozen=True)
class AgreementView:
    kind: str
    name: str
    partner: str
    status: str
    """``none``, ``proposed`` (by the seat), ``offered`` (to the seat), ``in force``."""
    months_left: float
    text: str
    choice: Choice
    """Proposing, accepting or leaving it, as the status allows."""


@dataclass(frozen=True)
class PolicyView:
    posture: str
    release_rule: str
    pace_days: float
    import_tariff: float
    price_floor: float
    standard: str
    """Environmental, of what is taken up from now on: one of `world.STANDARDS`; empty where the rules know none."""
