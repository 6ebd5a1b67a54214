"""What belongs to the scenario as a whole: briefing, seats, doctrines."""

from __future__ import annotations

from game.content.calendar import month_number
from game.content.findings import Finding, shown
from game.content.manuscript import BRIEFING, Manuscript
from game.content.models.doctrines import Doctrines
from game.content.models.nations import Nations
from game.content.models.projects import Projects
from game.content.models.ruleset import RuleSet
from game.content.models.scenario import Scenario
from game.content.models.supply.sites import Sites
from game.content.words import closest


def check(manuscript: Manuscript) -> None:
    """Report a missing briefing, seats that cannot be, and doctrines given twice."""
    scenario, rules = manuscript.get(Scenario, "scene"), manuscript.get(RuleSet)
    if manuscript.folder is not None and not manuscript.briefing.strip():
        what = "the briefing is missing" if not (manuscript.folder / BRIEFING).exists() else "the briefing is empty"
        manuscript.findings.append(Finding(shown(manuscript.folder / BRIEFING), 1, 1, what, "write it in Markdown"))
    _doctrines(manuscript)
    if not scenario:
        return
    if scenario.default_seat not in scenario.seats:
        hint = closest(scenario.default_seat, scenario.seats)
        manuscript.report("scene", "scenario", ("default_seat",), f"'{scenario.default_seat}' is no seat", hint)
    if rules and rules.rival in scenario.seats:
        manuscript.report(
            "scene", "scenario", ("seats", rules.rival), "the rival has no seat: it follows its rules", key=True
        )
    if rules:
        _distance(manuscript, scenario.start, rules.start)
    _begun(manuscript, scenario)
    sites, declared = manuscript.get(Sites), manuscript.get(Nations)
    nations = declared.nations if declared else ()
    for name, site in sites.sites.items() if sites else ():
        for leaf in site.offtake.leaves:
            holder = str(leaf.path[-1])
            if holder not in scenario.seats and holder in nations:
                path = ("sites", name, "offtake", *leaf.path)
                manuscript.report(
                    "rules", "sites", path, f"'{holder}' holds offtake and is no seat of the scenario", key=True
                )


def _begun(manuscript: Manuscript, scenario: Scenario) -> None:
    """Report projects that cannot stand where the scenario says they do."""
    declared = manuscript.get(Projects)
    for name, begun in scenario.begun.items():
        if begun.by is not None and begun.by not in scenario.seats:
            what = f"'{begun.by}' is no seat"
            manuscript.report("scene", "scenario", ("begun", name, "by"), what, closest(begun.by, scenario.seats))
        project = declared.projects.get(name) if declared else None
        if project is not None and project.refinances:
            what = f"'{name}' builds nothing, so it stands nowhere"
            manuscript.report("scene", "scenario", ("begun", name), what, "leave it out", key=True)


def _distance(manuscript: Manuscript, start: str, first: str) -> None:
    """Report a start before the series of the rule set begin."""
    if month_number(start) < month_number(first):
        what = f"the match starts before the series of its rule set, which begin in {first}"
        manuscript.report("scene", "scenario", ("start",), what, f"start in {first} or later")


def _doctrines(manuscript: Manuscript) -> None:
    shared, own = manuscript.get(Doctrines), manuscript.get(Doctrines, "scene")
    for name in own.doctrines if own else ():
        if shared and name in shared.doctrines:
            hint = "give it another name"
            what = f"doctrine '{name}' is in the rule set too"
            manuscript.report("scene", "doctrines", ("doctrines", name), what, hint, key=True)
    for part, doctrines in (("rules", shared), ("scene", own)):
        for name, doctrine in doctrines.doctrines.items() if doctrines else ():
            seen: set[str] = set()
            for position, rule in enumerate(doctrine.rules):
                if rule.id in seen:
                    at = ("doctrines", name, "rules", position, "id")
                    manuscript.report(part, "doctrines", at, f"rule '{rule.id}' given twice", "give it another id")
                seen.add(rule.id)
