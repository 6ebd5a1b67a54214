"""All that one seat may know, and how it ended."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.messages import Message
from game.session.briefing import Briefing
from game.session.lexicon import Lexicon
from game.session.views.books import Forecast, Statement
from game.session.views.choices import DraftOrder
from game.session.views.figures import Documented, GoalView, Indicator, ScoreView, Series
from game.session.views.holdings import HoldingView, SoilView
from game.session.views.news import Headline
from game.session.views.places import NationView, ProjectView, SiteView
from game.session.views.policy import AgreementView, PastAgreement, PolicyView, ResearchView
from game.session.views.supply import ChainView, FlowView, GoodView, StockpileView


@dataclass(frozen=True)
class View:
    """All that one seat may know at the start of its turn, with its draft applied to budget and choices."""

    scenario: str
    seat: str
    seat_name: str
    turn: int
    turns: int
    month: str
    until: str
    """First and last month of the turn, ``YYYY-MM``."""
    turn_months: int
    budget: float
    budget_after: float
    """After the draft."""
    capital: float
    capital_after: float
    indicators: tuple[Indicator, ...]
    documented: tuple[Documented, ...]
    """What is known of figures of the first month; in the first turn alone."""
    nations: tuple[NationView, ...]
    sites: tuple[SiteView, ...]
    projects: tuple[ProjectView, ...]
    holdings: tuple[HoldingView, ...]
    """What the seat has in mines and plants."""
    soil: tuple[SoilView, ...]
    """Sites on its soil that somebody may finance."""
    flows: tuple[FlowView, ...]
    chain: tuple[ChainView, ...]
    stockpiles: tuple[StockpileView, ...]
    research: tuple[ResearchView, ...]
    agreements: tuple[AgreementView, ...]
    past_agreements: tuple[PastAgreement, ...]
    """The last to end first."""
    policy: PolicyView
    materials: tuple[tuple[str, str], ...]
    """Id and name, in order."""
    stages: tuple[tuple[str, str], ...]
    goods: tuple[GoodView, ...]
    headlines: tuple[Headline, ...]
    """Newest first."""
    series: tuple[Series, ...]
    draft: tuple[DraftOrder, ...]
    goals: tuple[GoalView, ...]
    score: tuple[ScoreView, ...]
    books: Statement | None
    """Of the last turn; None in the first."""
    forecast: Forecast
    finished: bool
    briefing: Briefing
    lexicon: Lexicon
    """Names and texts of all that the seat may know of."""


def worked_stages(view: View) -> tuple[tuple[str, str], ...]:
    """Stages at which some site works or is planned, and their names: what comes back from use has no site."""
    worked = {site.stage for site in view.sites}
    return tuple((stage, name) for stage, name in view.stages if stage in worked)


@dataclass(frozen=True)
class Result:
    """The end of a match for one seat."""

    seat: str
    won: bool
    total: float
    """0-100."""
    verdict: Message
    parts: tuple[ScoreView, ...]
    turning_points: tuple[Headline, ...]
