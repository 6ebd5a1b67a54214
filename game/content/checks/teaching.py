"""What a scenario says to those who teach with it: lengths of a session, turning points, goals that are kept secret."""

from __future__ import annotations

from collections import Counter

from game.content.calendar import month_number
from game.content.manuscript import Manuscript
from game.content.models.incidents import Incidents
from game.content.models.rival import Rival
from game.content.models.scenario import Preset, Scenario
from game.content.words import closest


def check(manuscript: Manuscript) -> None:
    """Report sessions whose minutes do not fit, turning points that cannot come, and secrets that all share."""
    scenario = manuscript.get(Scenario, "scene")
    if not scenario:
        return
    counted = Counter(preset.minutes for preset in scenario.presets)
    for place, preset in enumerate(scenario.presets):
        _minutes(manuscript, place, preset, alone=counted[preset.minutes] == 1)
    _turning_points(manuscript, scenario)
    for place, goal in enumerate(scenario.goals):
        if goal.secret and len(goal.seats) != 1:
            what, hint = "a secret goal that is not of one seat", "name in seats: the one that knows of it"
            manuscript.report("scene", "scenario", ("goals", place, "secret"), what, hint)


def _minutes(manuscript: Manuscript, place: int, preset: Preset, *, alone: bool) -> None:
    """Report a session of a length that another one has, longer than it says, or without time to talk it over."""
    at = ("presets", place)
    needed = preset.briefing + preset.turns * preset.turn + preset.debrief
    if not alone:
        what, hint = f"two presets of {preset.minutes} minutes", "give each a length of its own"
        manuscript.report("scene", "scenario", (*at, "minutes"), what, hint)
    if needed > preset.minutes:
        what = f"briefing, {preset.turns} turns and debrief take {needed:g} minutes of {preset.minutes}"
        manuscript.report("scene", "scenario", (*at, "minutes"), what, "play fewer turns, or shorter ones")
    if 3.0 * preset.debrief < preset.minutes:
        what, hint = "a debrief of less than a third of the session", f"write {preset.minutes / 3.0:g} or more"
        manuscript.report("scene", "scenario", (*at, "debrief"), what, hint)


def _turning_points(manuscript: Manuscript, scenario: Scenario) -> None:
    """Report turning points by what is neither rule nor incident, and those outside of the match."""
    rival, incidents = manuscript.get(Rival, "scene"), manuscript.get(Incidents, "scene")
    if ("rival" in manuscript.scene and not rival) or ("incidents" in manuscript.scene and not incidents):
        return  # nobody can tell what acts there are
    acts = (*(rival.rules if rival else ()), *(incidents.incidents if incidents else ()))
    first = month_number(scenario.start)
    for place, point in enumerate(scenario.turning_points):
        at = ("turning_points", place)
        if point.act not in acts:
            what = f"'{point.act}' is no rule of the rival and no incident"
            manuscript.report("scene", "scenario", (*at, "act"), what, closest(point.act, acts))
        if point.month and month_number(point.month) < first:
            what = "a turning point before the match"
            manuscript.report("scene", "scenario", (*at, "month"), what, f"it starts in {scenario.start}")
