"""A view is built for its seat from nothing: what no builder puts in does not leave."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypedDict

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


class _Jotted(TypedDict):
    """The draft itself, and what it leaves."""

    budget_after: float
    capital_after: float
    draft: tuple[DraftOrder, ...]


class _Drafted(_Jotted):
    """What of a view the draft changes."""

    projects: tuple[ProjectView, ...]
    agreements: tuple[AgreementView, ...]
    forecast: Forecast


DRAFTED = tuple(_Drafted.__annotations__)
"""Names of these fields."""

_CHOICES: Mapping[str, Callable[[Scene], Any]] = {
    "projects": projects,
    "agreements": agreements,
    "forecast": forecast,
}
"""What takes two thirds of the time that a view takes."""


class _Late(View):
    """A view whose choices are made when somebody looks at them."""

    def __getattr__(self, name: str) -> Any:
        if name not in _CHOICES:
            raise AttributeError(name)
        made = self.__dict__[name] = _CHOICES[name](self.__dict__["scene"])
        return made


def late(scene: Scene, headlines: tuple[Headline, ...]) -> View:
    """The view that `build` makes, whose choices and forecast are made when they are first looked at."""
    return _late(scene, _lasting(scene, headlines))


def _late(scene: Scene, lasting: Mapping[str, Any]) -> View:
    view = object.__new__(_Late)
    view.__dict__.update(lasting, **_jotted(scene), scene=scene)
    return view


def build(scene: Scene, headlines: tuple[Headline, ...]) -> View:
    """The view of one seat; `headlines` are newest first."""
    return View(**_lasting(scene, headlines), **_drafted(scene))


def _lasting(scene: Scene, headlines: tuple[Headline, ...]) -> dict[str, Any]:
    """What of a view the draft does not change."""
    calendar, names, package = scene.world.calendar, scene.world.names, scene.package
    first = min(scene.turn, calendar.turns - 1) * calendar.turn_months
    return {
        "scenario": package.title,
        "seat": scene.seat_id,
        "seat_name": package.nations[scene.seat_id].name,
        "turn": scene.turn,
        "turns": calendar.turns,
        "month": calendar.label(first),
        "until": calendar.label(first + calendar.turn_months - 1),
        "turn_months": calendar.turn_months,
        "budget": float(scene.state.budget[scene.seat, 0]),
        "capital": float(scene.state.capital[scene.seat, 0]),
        "indicators": indicators(scene),
        "documented": documented(scene),
        "nations": nations(scene),
        "sites": sites(scene),
        "holdings": holdings(scene),
        "soil": soil(scene),
        "flows": flows(scene),
        "chain": chain(scene),
        "stockpiles": stockpiles(scene),
        "research": research(scene),
        "past_agreements": over(scene),
        "policy": policy(scene),
        "materials": tuple((name, package.materials[name].name) for name in names.materials),
        "stages": tuple((name, package.stages[name].name) for name in names.stages),
        "goods": goods(scene),
        "headlines": headlines,
        "series": charts(scene),
        "goals": goals(scene),
        "score": score(package, scene.state, scene.seat),
        "books": statement(scene),
        "finished": scene.turn >= calendar.turns,
        "briefing": briefing(package, scene.seat_id),
        "lexicon": scene.lexicon,
    }


def redraw(scene: Scene, view: View) -> View:
    """`view`, of the same turn of the same seat, with the draft as it is now; made late where it was."""
    if isinstance(view, _Late):
        return _late(scene, {name: value for name, value in view.__dict__.items() if name not in _CHOICES})
    return replace(view, **_drafted(scene))


def _drafted(scene: Scene) -> _Drafted:
    return _Drafted(**_jotted(scene), projects=projects(scene), agreements=agreements(scene), forecast=forecast(scene))


def _jotted(scene: Scene) -> _Jotted:
    state = scene.draft.state
    return _Jotted(
        budget_after=float(state.budget[scene.seat, 0]),
        capital_after=float(state.capital[scene.seat, 0]),
        draft=_draft(scene),
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
