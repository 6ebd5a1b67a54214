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
class ClauseView:
    """A number on which the parties to an agreement may agree."""

    name: str
    """One of `world.CLAUSES`."""
    value: float
    """What stands or is proposed, and what is usual where nothing is; a fee is what the seat pays."""
    unit: str
    bounds: tuple[float, float, float]
    """Least, usual, most."""

    @property
    def open(self) -> bool:
        """Whether there is anything to choose."""
        return self.bounds[2] > self.bounds[0]


@dataclass(frozen=True)
class AgreementView:
    kind: str
    name: str
    partner: str
    status: str
    """``none``, ``proposed`` (by the seat), ``offered`` (to the seat), ``signed``, ``in force``."""
    months_left: float
    text: str
    clauses: tuple[ClauseView, ...]
    """What it states by numbers: what may be chosen, and what is pledged or paid in any case."""
    joins: bool
    """Whether it binds all who sign it."""
    worth: tuple[tuple[str, float], ...]
    """What its parts are worth to the seat on these terms, as its ministry reckons: a word of `reasons.REASONS` and US$
    million a year, the greatest first; empty where nobody reckons.
    """
    since: str
    """Month in which it came into force, and ..."""
    until: str
    """... in which it ends, ``YYYY-MM``; empty while it is not in force."""
    served: float
    """t that the seat got by it."""
    paid: float
    """US$ million that it has cost the seat, less what the seat was paid."""
    behind: float
    """Months for which the seat has not kept its promise."""
    grace: float
    """Months for which that is forgiven; 0 for ever."""
    renewal: str
    """Who wishes to go on when it ends: empty, ``own``, ``theirs``, ``both``; ``never`` where nobody can yet."""
    note: str
    """What was written beside the terms when they were proposed."""
    choice: Choice
    """Proposing, accepting or leaving it, as the status allows."""


@dataclass(frozen=True)
class PastAgreement:
    """An agreement that is over."""

    kind: str
    partner: str
    since: str
    until: str
    """Months in which it was signed and in which it ended, ``YYYY-MM``."""
    end: str
    """``kept`` to its end, ``left`` or ``broken`` by the seat, ``left_us`` or ``broke`` by the partner."""


@dataclass(frozen=True)
class PolicyView:
    posture: str
    release_rule: str
    pace_days: float
    import_tariff: float
    price_floor: float
    standard: str
    """Environmental, of what is taken up from now on: one of `world.STANDARDS`; empty where the rules know none."""
