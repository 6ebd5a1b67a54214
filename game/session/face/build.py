"""A view is built for its seat from nothing: what no builder puts in does not leave."""

from __future__ import annotations

from dataclasses import replace
from typing import TypedDict

from game.session.briefing import briefing
from game.session.face.agreements import agreements, over
from game.session.face.books import forecast, statement
from game.session.face.goods import goods
from game.session.face.holdings import holdings, soil
from game.session.face.indicators import charts, documented, indicators
from game.session.face.nations import nations
from game.session.face.policy import policy, research, stockpiles
from game.session.face.score import score
from game.session.face.sites import projects, sites
from game.session.face.trade import chain, flows
from game.session.goals import goals
from game.session.scene import Scene
from game.session.views import AgreementView, DraftOrder, Forecast, Headline, ProjectView, View


class _Drafted(TypedDict):
    """What of a view the draft changes."""

    budget_after: float
    capital_after: float
    projects: tuple[ProjectView, ...]
    agreements: tuple[AgreementView, ...]
    draft: tuple[DraftOrder, ...]
    forecast: Forecast


DRAFTED = tuple(_Drafted.__annotations__)
"""Names of these fields."""


def build(scene: Scene, headlines: tuple[Headline, ...]) -> View:
    """The view of one seat; `headlines` are newest first."""
    calendar, names, package = scene.world.calendar, scene.world.names, scene.package
    first = min(scene.turn, calendar.turns - 1) * calendar.turn_months
    return View(
        scenario=package.title,
        seat=scene.seat_id,
        seat_name=package.nations[scene.seat_id].name,
        turn=scene.turn,
        turns=calendar.turns,
        month=calendar.label(first),
        until=calendar.label(first + calendar.turn_months - 1),
        turn_months=calendar.turn_months,
        budget=float(scene.state.budget[scene.seat, 0]),
        capital=float(scene.state.capital[scene.seat, 0]),
        indicators=indicators(scene),
        documented=documented(scene),
        nations=nations(scene),
        sites=sites(scene),
        holdings=holdings(scene),
        soil=soil(scene),
        flows=flows(scene),
        chain=chain(scene),
        stockpiles=stockpiles(scene),
        research=research(scene),
        past_agreements=over(scene),
        policy=policy(scene),
        materials=tuple((name, package.materials[name].name) for name in names.materials),
        stages=tuple((name, package.stages[name].name) for name in names.stages),
        goods=goods(scene),
        headlines=headlines,
        series=charts(scene),
        goals=goals(scene),
        score=score(package, scene.state, scene.seat),
        books=statement(scene),
        finished=scene.turn >= calendar.turns,
        briefing=briefing(package, scene.seat_id),
        lexicon=scene.lexicon,
        **_drafted(scene),
    )


def redraw(scene: Scene, view: View) -> View:
    """`view`, of the same turn of the same seat, with the draft as it is now."""
    return replace(view, **_drafted(scene))


def _drafted(scene: Scene) -> _Drafted:
    state = scene.draft.state
    return _Drafted(
        budget_after=float(state.budget[scene.seat, 0]),
        capital_after=float(state.capital[scene.seat, 0]),
        projects=projects(scene),
        agreements=agreements(scene),
        draft=_draft(scene),
        forecast=forecast(scene),
    )


def _draft(scene: Scene) -> tuple[DraftOrder, ...]:
    return tuple(
        DraftOrder(
            message=entry.order.describe(),
            price=entry.price,
            capital=entry.capital,
            overrun=entry.overrun,
            running=entry.running,
            keeping=entry.keeping,
            late=entry.late,
        )
        for entry in scene.draft.entries
    )
