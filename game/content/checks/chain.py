"""Whether the chain hangs together: every site has something to work on and a way to run, everything has a use."""

from __future__ import annotations

from game.content.findings import ERROR, WARNING
from game.content.manuscript import Manuscript
from game.content.models.demand import Demand
from game.content.models.materials import Materials
from game.content.models.nations import Nations
from game.content.models.projects import Projects
from game.content.models.research import Research
from game.content.models.ruleset import RuleSet
from game.content.models.scenario import Scenario
from game.content.models.sites import Site, Sites
from game.content.numbers import Numbers, Path
from game.engine.world import MAGNET, MINE, PHASES, SEPARATION


def check(manuscript: Manuscript) -> None:
    """Report sites that no stage can use, projects that lead nowhere, and entries that nothing refers to."""
    sites, materials = manuscript.get(Sites), manuscript.get(Materials)
    if sites and materials:
        stages = tuple(materials.stages)
        for name, site in sites.sites.items():
            if site.stage in stages:
                _shape(manuscript, name, site, stages.index(site.stage))
        _links(manuscript, sites, materials, stages)
    _built(manuscript)
    if not manuscript.failed():
        _unused(manuscript)


def _shape(manuscript: Manuscript, name: str, site: Site, stage: int) -> None:
    at = ("sites", name)
    if stage == MINE and site.grade is None:
        manuscript.report(
            "rules", "sites", at, f"mine '{name}' yields nothing", "add grade: {material: share}", key=True
        )
    if stage == MINE and site.treats is not None:
        manuscript.report("rules", "sites", (*at, "treats"), "a mine treats nothing", "write grade", key=True)
    if stage != MINE and not site.treats:
        manuscript.report("rules", "sites", at, f"plant '{name}' treats nothing", "add treats: [material]", key=True)
    if stage != MINE and site.grade is not None:
        manuscript.report("rules", "sites", (*at, "grade"), "a plant has no grade", "write treats", key=True)
    if site.recycling and stage != SEPARATION:
        hint = "scrap becomes the good of the second stage"
        manuscript.report(
            "rules", "sites", (*at, "recycling"), "only a plant of the second stage recycles", hint, key=True
        )
    if site.feed_to and stage != MINE:
        manuscript.report("rules", "sites", (*at, "feed_to"), "only a mine feeds plants", key=True)
    if site.ceiling is not None and site.ceiling.unit != "factor" and site.capacity.value == 0:
        hint = "give the capacity at the start, or write the ceiling in unit: factor"
        manuscript.report("rules", "sites", (*at, "ceiling"), "a ceiling on a site that is not built", hint, key=True)


def _links(manuscript: Manuscript, sites: Sites, materials: Materials, stages: tuple[str, ...]) -> None:
    made = _made(sites, stages)
    for name, site in sites.sites.items():
        if site.stage not in stages:
            continue
        stage = stages.index(site.stage)
        own = _goods(site, stage) & set(materials.materials)
        if stage == MINE:
            what = f"no plant can treat what mine '{name}' yields"
            _unlinked(manuscript, ("sites", name, "grade"), what, own, made[SEPARATION], "add a plant that treats it")
        elif not site.recycling:
            what = f"nothing for plant '{name}' to work on"
            _unlinked(
                manuscript,
                ("sites", name, "treats"),
                what,
                own,
                made[stage - 1],
                "no site of the stage before makes it",
            )
    for material in materials.materials:
        if not any(material in goods for goods in made.values()):
            at = ("materials", material)
            manuscript.report("rules", "materials", at, f"no site makes '{material}'", key=True, severity=WARNING)


def _unlinked(manuscript: Manuscript, path: Path, what: str, own: set[str], linked: set[str], hint: str) -> None:
    """An error when no material of a site is of use, a warning when one of them is not."""
    alone = own - linked
    if alone:
        severity = ERROR if alone == own else WARNING
        manuscript.report(
            "rules", "sites", path, f"{what}: {', '.join(sorted(alone))}", hint, key=True, severity=severity
        )


def _goods(site: Site, stage: int) -> set[str]:
    if stage != MINE:
        return set(site.treats or ())
    return {str(leaf.path[-1]) for leaf in site.grade.leaves if leaf.value > 0} if site.grade else set()


def _made(sites: Sites, stages: tuple[str, ...]) -> dict[int, set[str]]:
    made: dict[int, set[str]] = {MINE: set(), SEPARATION: set(), MAGNET: set()}
    for site in sites.sites.values():
        if site.stage in stages:
            stage = stages.index(site.stage)
            made[stage] |= _goods(site, stage)
    return made


def _built(manuscript: Manuscript) -> None:
    sites, projects = manuscript.get(Sites), manuscript.get(Projects)
    if not sites or not projects:
        return
    building = {project.site for project in projects.projects.values() if project.capacity.value > 0}
    astray = building - sites.sites.keys()
    for name, site in sites.sites.items():
        if not astray and site.capacity.value == 0 and name not in building:
            what = f"site '{name}' can never run: no capacity, and no project adds any"
            manuscript.report("rules", "sites", ("sites", name), what, key=True)
    for name, project in projects.projects.items():
        at = ("projects", name)
        if project.capacity.value == 0 and not project.refinances:
            what = f"project '{name}' adds no capacity"
            manuscript.report(
                "rules", "projects", (*at, "capacity"), what, "give one, or write refinances: true", key=True
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


def _spread(manuscript: Manuscript, name: str, phase: str, spread: Numbers | None) -> None:
    values = [leaf.value for leaf in spread.leaves] if spread else []
    if values != sorted(values):
        at = ("projects", name, "months", phase)
        manuscript.report("rules", "projects", at, "not in order", "write [shortest, most likely, longest]", key=True)


def _unused(manuscript: Manuscript) -> None:
    materials, demand, research = manuscript.get(Materials), manuscript.get(Demand), manuscript.get(Research)
    if materials and demand:
        used = {sector for use in demand.use.values() for sector in use.sectors}
        for sector in materials.sectors:
            if sector not in used:
                _idle(manuscript, "materials", ("sectors", sector), f"sector '{sector}' uses nothing")
    needed = _needed(manuscript)
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
    nations = manuscript.get(Nations)
    sites, demand, rules = manuscript.get(Sites), manuscript.get(Demand), manuscript.get(RuleSet)
    scenario = manuscript.get(Scenario, "scene")
    if not (nations and sites and demand and rules):
        return
    active = {site.host for site in sites.sites.values()} | set(demand.use) | {rules.rival}
    for name in nations.nations:
        if name not in active and not (scenario and name in scenario.seats):
            _idle(manuscript, "nations", ("nations", name), f"nation '{name}' makes nothing and uses nothing")


def _idle(manuscript: Manuscript, kind: str, path: tuple[str, ...], what: str) -> None:
    manuscript.report("rules", kind, path, f"unused: {what}", key=True, severity=WARNING)
