"""What a seat may see: plain frozen records, built for the seat and never stripped down from the state.

Screens, the terminal, the wire and the reports read these; nothing in them refers back to the engine.
"""

from game.session.views.alike import headlines_alike, known_alike
from game.session.views.books import Forecast, Statement
from game.session.views.causes import Cause, Citation, Why
from game.session.views.choices import NOTHING, Band, Choice, DraftOrder
from game.session.views.figures import Documented, GoalView, Indicator, ScoreView, Series
from game.session.views.holdings import HoldingView, PartView, SoilView
from game.session.views.news import Headline, PastTurn, Story
from game.session.views.places import NationView, ProjectView, SiteView
from game.session.views.policy import AgreementView, ClauseView, PastAgreement, PolicyView, ResearchView
from game.session.views.supply import ChainView, FlowView, GoodView, StockpileView
from game.session.views.whole import Result, View, worked_stages

__all__ = [
    "NOTHING",
    "AgreementView",
    "Band",
    "Cause",
    "ChainView",
    "Choice",
    "Citation",
    "ClauseView",
    "Documented",
    "DraftOrder",
    "FlowView",
    "Forecast",
    "GoalView",
    "GoodView",
    "Headline",
    "HoldingView",
    "Indicator",
    "NationView",
    "PartView",
    "PastAgreement",
    "PastTurn",
    "PolicyView",
    "ProjectView",
    "ResearchView",
    "Result",
    "ScoreView",
    "Series",
    "SiteView",
    "SoilView",
    "Statement",
    "StockpileView",
    "Story",
    "View",
    "Why",
    "headlines_alike",
    "known_alike",
    "worked_stages",
]
