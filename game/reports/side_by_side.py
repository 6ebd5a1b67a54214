"""The page of several teams: what each reached, part by part, and their curves in one chart each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game import __version__
from game.reports import charts, pages
from game.reports.curves import Chart
from game.reports.team import Team
from game.session.views import ScoreView
from game.telling import ngettext


@dataclass(frozen=True)
class Named:
    """A team with the name that tells it apart from the others of its scenario."""

    name: str
    team: Team

    def part(self, key: str) -> ScoreView:
        """The part of its score of that key."""
        return next(part for part in self.team.parts if part.key == key)


@dataclass(frozen=True)
class Group:
    """The teams that played one scenario."""

    title: str
    teams: tuple[Named, ...]
    parts: tuple[ScoreView, ...]
    """Of the first of them: keys, labels and weights are the same for all."""
    charts: tuple[Chart, ...]
    pale: bool
    """Whether there are so many teams that the charts name but some of them."""


@dataclass(frozen=True)
class Facts:
    """Everything that the page shows."""

    title: str
    groups: tuple[Group, ...]
    left_out: tuple[str, ...]
    unfinished: bool
    """Whether a match among them goes on."""
    program: str


def render(teams: Sequence[Team], left_out: Sequence[str] = ()) -> str:
    """The page of `teams` as HTML text; `left_out` are the saves that are not in it, each with why."""
    groups = tuple(_groups(teams))
    several = ngettext("{number} match", "{number} matches", _matches(teams)).format(number=_matches(teams))
    facts = Facts(
        title=groups[0].title if len(groups) == 1 else several,
        groups=groups,
        left_out=tuple(left_out),
        unfinished=not all(team.finished for team in teams),
        program=__version__,
    )
    page = pages.environment("game.reports").get_template("side_by_side.html.j2")
    return page.render(facts=facts, several=several)


def _matches(teams: Sequence[Team]) -> int:
    return len({team.run for team in teams})


def _groups(teams: Sequence[Team]) -> Iterator[Group]:
    scenarios: dict[tuple[str, int, tuple[str, ...]], list[Team]] = {}
    for team in teams:  # matches of another length, or of other parts, cannot stand in one chart or table
        like = (team.scenario, team.planned, tuple(part.key for part in team.parts))
        scenarios.setdefault(like, []).append(team)
    for alike in scenarios.values():
        named = tuple(_named(alike))
        pale = len(named) > len(charts.STYLES)
        yield Group(alike[0].title, named, alike[0].parts, tuple(_charts(named, pale=pale)), pale)


def _named(teams: Sequence[Team]) -> Iterator[Named]:
    """The player, with the nation where there are several, and the save where that is not enough."""
    one_nation = len({team.seat for team in teams}) == 1
    names = [team.player if one_nation else f"{team.player} ({team.nation})" for team in teams]
    often = Counter(names)
    for name, team in zip(names, teams, strict=True):
        yield Named(name if often[name] == 1 else f"{name}, {team.run}", team)


def _charts(named: Sequence[Named], *, pale: bool) -> Iterator[Chart]:
    """A chart of each figure, a curve a team; where those are too many to be told apart, three of them are named."""
    bright = _outstanding(named) if pale else frozenset(range(len(named)))
    first = named[0].team
    for key, title in first.labels.items():
        curves = tuple(
            charts.Curve(one.name, one.team.curves[key], pale=place not in bright)
            for place, one in enumerate(named)
            if key in one.team.curves
        )
        if curves:
            flat = not any(any(curve.series.values) for curve in curves)
            drawn = charts.Curves(title, curves[0].series.unit, curves)
            yield Chart(title, "" if flat else charts.draw(drawn, first.months))


def _outstanding(named: Sequence[Named]) -> frozenset[int]:
    """Places of the teams with most points, with fewest, and in the middle."""
    ranked = sorted(range(len(named)), key=lambda place: named[place].team.total)
    return frozenset((ranked[0], ranked[len(ranked) // 2], ranked[-1]))
