"""The table of a class: a row for each seat that people hold, in one match or many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.marks import N_
from game.reports import tidy
from game.reports.spreadsheet import Table
from game.reports.team import Team
from game.telling import _

_FIRST: Mapping[str, str] = {
    "run": N_("name of the run: the file name of the log without its ending"),
    "player": N_(
        "who holds the seat: a person's name, or the doctrine's where the program leads it; an apostrophe stands "
        "before one that a spreadsheet would take for a formula"
    ),
    "seat": N_("identifier of the seat"),
    "scenario": N_("identifier of the scenario"),
    "seed": N_("seed of every draw of the match; empty while the match goes on"),
    "rival": N_("identifier of the script; empty while the match goes on, and where there is but one"),
    "turns_played": N_("turns played so far"),
    "turns": N_("turns of the whole match"),
}
_LAST: Mapping[str, str] = {
    "total": N_("points of 100; of a match that goes on, if nothing changed until its end"),
    "won": N_("'yes' or 'no'; empty while the match goes on"),
}
_POINTS = "points_"


def results(teams: Sequence[Team]) -> Table:
    """The teams in their order; a part of the score that a scenario does not have leaves its cell empty."""
    parts = tuple(dict.fromkeys(part.key for team in teams for part in team.parts))
    columns = (*_FIRST, *(f"{_POINTS}{key}" for key in parts), *_LAST)
    return Table(columns, [_row(team, parts) for team in teams])


def _row(team: Team, parts: Sequence[str]) -> list[object]:
    points = {part.key: part.points for part in team.parts}
    return [
        team.run,
        team.player,
        team.seat,
        team.scenario,
        team.seed,
        team.script or None,
        team.turns,
        team.planned,
        *(points.get(key) for key in parts),
        team.total,
        None if team.won is None else ("yes" if team.won else "no"),
    ]


def dictionary(teams: Sequence[Team]) -> Table:
    """What the columns of the table mean."""
    labels: dict[str, dict[str, str]] = {}
    for team in teams:
        for part in team.parts:
            labels.setdefault(part.key, {})[team.scenario] = _(part.label)
    entries = [{"name": name, "meaning": _(meaning)} for name, meaning in _FIRST.items()]
    entries += [{"name": f"{_POINTS}{key}", "unit": "points", "meaning": _part(named)} for key, named in labels.items()]
    entries += [{"name": name, "meaning": _(meaning)} for name, meaning in _LAST.items()]
    return tidy.whole(tidy.DICTIONARY, [{"kind": "column", **entry} for entry in entries])


def _part(named: Mapping[str, str]) -> str:
    """A part of the score, as each scenario calls it that has it."""
    text = _("points of 100 before weighting; {parts}; empty where the scenario has no such part")
    return text.format(parts="; ".join(f"{scenario}: {label}" for scenario, label in named.items()))
