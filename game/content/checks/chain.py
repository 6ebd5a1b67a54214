"""Whether the script of what may be built hangs together, and everything has a use."""

from __future__ import annotations

from game.content.findings import WARNING
from game.content.manuscript import Manuscript
from game.content.models.nations import Nations
from game.content.models.projects import Projects
from game.content.models.research import Research
from game.content.models.ruleset import RuleSet
from game.content.models.scenario import Scenario
from game.content.models.supply.sectors import Sectors
from game.content.models.supply.sites import Sites
from game.content.models.supply.zones import Zones
from game.content.numbers import OTHER, Numbers
from game.engine.world import PHASES


def check(manuscript: Manuscript) -> None:
    """Report what a match lacks, projects that lead nowhere, and entries that nothing refers to."""
    _needed_to_play(manuscript)
    _built(manuscript)
    if not manuscript.failed():
        _unused(manuscript)


def _needed_to_play(manuscript: Manuscript) -> None:
    """What goods and processes can do without, and a match cannot."""
    rules, sites = manuscript.get(RuleSet), manuscript.get(Sites)
    if rules and rules.rival is None:
        manuscript.report(
            "rules", "ruleset", (), "no rival is named", "add rival: the nation that everybody depends on"
        )
    _zone_of_the_rival(manuscript, rules)
    if sites and sites.running is None:
        hint = "add running: {care_months: ..., restart_margin: ...}"
        manuscript.report("rules", "sites", (), "nothing says when sites stop and start", hint)


def _zone_of_the_rival(manuscript: Manuscript, rules: RuleSet | None) -> None:
    nations, zones = manuscript.get(Nations), manuscript.get(Zones)
    if not rules or not nations or not zones or rules.rival not in nations.nations:
        return
    if rules.rival not in {zone.controller for zone in zones.zones.values()}:
        what, hint = f"no zone has the rival '{rules.rival}' for its controller", "add one with its exports"
        manuscript.report("rules", "zones", ("zones",), what, hint, key=True)


def _built(manuscript: Manuscript) -> None:
    sites, projects = manuscript.get(Sites), manuscript.get(Projects)
    if not sites or not projects:
        return
    building = {project.site for project in projects.projects.values() if project.capacity.value > 0}
    astray = building - sites.sites.keys()
    for name, site in sites.sites.items():
        if not astray and not any(value for _, value in site.capacity.points) and name not in building:
            what = f"site '{name}' can never run: no capacity, and no project adds any"
            manuscript.report("rules", "sites", ("sites", name), what, key=True)
    for name, project in projects.projects.items():
        at = ("projects", name)
        if project.capacity.value == 0 and not project.refinances:
            what = f"project '{name}' adds no capacity"
            manuscript.report(
                "rules", "projects", (*at, "capacity"), what, "give one, or write refinances: true", key=True
            )
        if _circular(projects, name):
            what = f"project '{name}' comes after itself"
            manuscript.report(
                "rules", "projects", (*at, "after"), what, "let the first of them come after none", key=True
            )
        if project.start_phase == "prospecting" and project.months.prospecting is None:
            what = f"project '{name}' starts in prospecting and has no months for it"
            hint = "add months: {prospecting: [shortest, most likely, longest]}"
            manuscript.report("rules", "projects", (*at, "start_phase"), what, hint, key=True)
        if project.known_from and project.private and project.private.from_ < project.known_from:
            what = f"owners take project '{name}' up before anybody knows of it"
            hint = f"write known_from: {project.private.from_}, or earlier"
            manuscript.report("rules", "projects", (*at, "known_from"), what, hint, key=True)
        for phase in PHASES:
            _spread(manuscript, name, phase, getattr(project.months, phase))


def _circular(projects: Projects, name: str) -> bool:
    """Whether what a project comes after comes in the end after the project."""
    earlier = projects.projects[name].after
    for _ in projects.projects:
        if earlier is None or earlier not in projects.projects:
            return False
        if earlier == name:
            return True
        earlier = projects.projects[earlier].after
    return False


def _spread(manuscript: Manuscript, name: str, phase: str, spread: Numbers | None) -> None:
    values = [leaf.value for leaf in spread.leaves] if spread else []
    if values != sorted(values):
        at = ("projects", name, "months", phase)
        manuscript.report("rules", "projects", at, "not in order", "write [shortest, most likely, longest]", key=True)


def _unused(manuscript: Manuscript) -> None:
    research, needed = manuscript.get(Research), _needed(manuscript)
    for name, line in research.lines.items() if research else ():
        gains = (line.thrift_gain, line.recycling_gain, line.separation_gain)
        if name not in needed and not any(leaf.value for gain in gains for leaf in gain.leaves):
            _idle(manuscript, "research", ("lines", name), f"research line '{name}' brings nothing")
    _idle_nations(manuscript)


def _needed(manuscript: Manuscript) -> set[str]:
    sites, projects = manuscript.get(Sites), manuscript.get(Projects)
    entries = [*(sites.sites.values() if sites else ()), *(projects.projects.values() if projects else ())]
    return {entry.needs.line for entry in entries if entry.needs}


def _idle_nations(manuscript: Manuscript) -> None:
    nations, sites = manuscript.get(Nations), manuscript.get(Sites)
    sectors, rules = manuscript.get(Sectors), manuscript.get(RuleSet)
    scenario = manuscript.get(Scenario, "scene")
    if not (nations and sites and sectors and rules):
        return
    used = [sector.use.tree for sector in sectors.sectors.values()]
    using = {name for tree in used for name in (tree if isinstance(tree, dict) else [OTHER])}
    active = {site.host for site in sites.sites.values()} | using | {rules.rival, OTHER}
    for name in nations.nations:
        if name not in active and OTHER not in using and not (scenario and name in scenario.seats):
            _idle(manuscript, "nations", ("nations", name), f"nation '{name}' makes nothing and uses nothing")


def _idle(manuscript: Manuscript, kind: str, path: tuple[str, ...], what: str) -> None:
    manuscript.report("rules", kind, path, f"unused: {what}", key=True, severity=WARNING)
