"""Every name that refers to something must be declared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from game.content.checks.known import Known
from game.content.manuscript import Manuscript
from game.content.models.agreements import GROUPS, Agreements
from game.content.models.demand import Demand
from game.content.models.entry import EVERYTHING, Pick
from game.content.models.goods import Goods
from game.content.models.incidents import Incidents
from game.content.models.market import Market
from game.content.models.materials import Materials
from game.content.models.projects import Projects
from game.content.models.rival import Rival
from game.content.models.ruleset import RuleSet
from game.content.models.scenario import Scenario
from game.content.models.sites import Sites
from game.content.models.stockpiles import Stockpiles
from game.content.numbers import Path
from game.content.words import closest, one_of


class Reference(NamedTuple):
    """`name` at `path` of a file should be one of `axis`; `key` where it is a key of a map."""

    part: str
    kind: str
    path: Path
    axis: str
    name: str
    key: bool = False
    also: tuple[str, ...] = ()


def check(manuscript: Manuscript, known: Known, found: Iterable[Reference]) -> frozenset[str]:
    """Report those of the names `found` that are not declared; the axes on which there are any.

    What follows from a misspelt name is no finding of its own: who looks at such an axis may say nothing yet.
    """
    astray = []
    for reference in found:
        names = known.get(reference.axis)
        if names is None or reference.name in names or reference.name in reference.also:
            continue
        astray.append(reference.axis)
        manuscript.report(
            reference.part,
            reference.kind,
            reference.path,
            f"unknown {one_of(reference.axis)} '{reference.name}'",
            closest(reference.name, (*names, *reference.also)),
            key=reference.key,
        )
    return frozenset(astray)


def references(manuscript: Manuscript) -> Iterator[Reference]:
    """All names that refer to something, conditions and groups of numbers left out."""
    yield from _rules(manuscript)
    yield from _sites(manuscript)
    yield from _market(manuscript)
    yield from _agreements(manuscript)
    yield from _scenario(manuscript)
    yield from _rival(manuscript)
    yield from _incidents(manuscript)


def _rules(manuscript: Manuscript) -> Iterator[Reference]:
    rules, demand, stockpiles = manuscript.get(RuleSet), manuscript.get(Demand), manuscript.get(Stockpiles)
    if rules:
        yield Reference("rules", "ruleset", ("rival",), "nations", rules.rival)
    yield from _goods(manuscript)
    if stockpiles:
        yield Reference("rules", "stockpiles", ("stage",), "stages", stockpiles.stage)
    for nation, use in demand.use.items() if demand else ():
        yield Reference("rules", "demand", ("use", nation), "nations", nation, key=True)
        for sector in use.sectors:
            yield Reference("rules", "demand", ("use", nation, "sectors", sector), "sectors", sector, key=True)


def _goods(manuscript: Manuscript) -> Iterator[Reference]:
    materials, goods = manuscript.get(Materials), manuscript.get(Goods)
    if materials:
        yield Reference("rules", "materials", ("headline",), "stages", materials.headline)
    for name, good in goods.goods.items() if goods else ():
        yield Reference("rules", "goods", ("goods", name, "stage"), "stages", good.stage)
        if good.material is not None:
            yield Reference("rules", "goods", ("goods", name, "material"), "materials", good.material)


def _sites(manuscript: Manuscript) -> Iterator[Reference]:
    sites, projects = manuscript.get(Sites), manuscript.get(Projects)
    for name, site in sites.sites.items() if sites else ():
        at = ("sites", name)
        yield Reference("rules", "sites", (*at, "host"), "nations", site.host)
        yield Reference("rules", "sites", (*at, "stage"), "stages", site.stage)
        yield from named("rules", "sites", (*at, "treats"), "materials", site.treats or ())
        if site.feed_to:
            yield Reference("rules", "sites", (*at, "feed_to"), "nations", site.feed_to)
        if site.needs:
            yield Reference("rules", "sites", (*at, "needs", "line"), "lines", site.needs.line)
    for name, project in projects.projects.items() if projects else ():
        at = ("projects", name)
        yield Reference("rules", "projects", (*at, "site"), "sites", project.site)
        if project.replaces:
            yield Reference("rules", "projects", (*at, "replaces"), "sites", project.replaces)
        if project.needs:
            yield Reference("rules", "projects", (*at, "needs", "line"), "lines", project.needs.line)


def _market(manuscript: Manuscript) -> Iterator[Reference]:
    market = manuscript.get(Market)
    if not market:
        return
    for origin, nations in market.origins.items():
        yield from named("rules", "market", ("origins", origin), "nations", nations)
    for position, line in enumerate(market.preferences):
        for field, axis in (("importers", "nations"), ("stages", "stages"), ("materials", "materials")):
            yield from pick("rules", "market", ("preferences", position, field), axis, getattr(line, field))
    for material, stages in market.prices.items():
        yield Reference("rules", "market", ("prices", material), "materials", material, key=True)
        for stage in stages:
            yield Reference("rules", "market", ("prices", material, stage), "stages", stage, key=True)


def _agreements(manuscript: Manuscript) -> Iterator[Reference]:
    agreements = manuscript.get(Agreements)
    for name, agreement in agreements.agreements.items() if agreements else ():
        for position, pair in enumerate(agreement.between):
            for side in ("one", "other"):
                at = ("agreements", name, "between", position, side)
                for reference in named("rules", "agreements", at, "nations", getattr(pair, side)):
                    yield reference._replace(also=GROUPS)


def _scenario(manuscript: Manuscript) -> Iterator[Reference]:
    scenario = manuscript.get(Scenario, "scene")
    if not scenario:
        return
    for seat, entry in scenario.seats.items():
        yield Reference("scene", "scenario", ("seats", seat), "nations", seat, key=True)
        yield Reference("scene", "scenario", ("seats", seat, "doctrine"), "doctrines", entry.doctrine)
    for nation, sectors in scenario.activity.items():
        yield Reference("scene", "scenario", ("activity", nation), "nations", nation, key=True, also=("all",))
        for sector in sectors:
            at = ("activity", nation, sector)
            axes = (("sectors", ("all",)), ("stages", ()), ("materials", ()))
            for (axis, also), name in zip(axes, sector.split("."), strict=False):
                yield Reference("scene", "scenario", at, axis, name, key=True, also=also)


def _rival(manuscript: Manuscript) -> Iterator[Reference]:
    rival = manuscript.get(Rival, "scene")
    if not rival:
        return
    materials = manuscript.get(Materials)
    for field in ("quota", "export_tax"):
        for good in getattr(rival, field):
            yield Reference("scene", "rival", (field, good), "goods", good, key=True)
    for name, rule in rival.rules.items():
        if rule.against is not None:
            yield from pick("scene", "rival", ("rules", name, "against"), "nations", rule.against)
        for action, position, block in rule.blocks():
            written = manuscript.scene["rival"].data["rules"][name]["do"][action.name]
            at: Path = ("rules", name, "do", action.name, *((position,) if isinstance(written, list) else ()))
            for one in action.chosen:
                names = getattr(block, one.field)
                if one.one:
                    yield Reference("scene", "rival", (*at, one.field), one.axis, names)
                elif one.axis != "goods":
                    yield from pick("scene", "rival", (*at, one.field), one.axis, names)
                elif materials:  # a stage stands for its goods
                    for reference in pick("scene", "rival", (*at, one.field), one.axis, names):
                        yield reference._replace(also=tuple(materials.stages))


def _incidents(manuscript: Manuscript) -> Iterator[Reference]:
    incidents = manuscript.get(Incidents, "scene")
    for name, incident in incidents.incidents.items() if incidents else ():
        written = manuscript.scene["incidents"].data["incidents"][name].get("tariff")
        for position, tariff in enumerate(incident.tariff):
            at: Path = ("incidents", name, "tariff", *((position,) if isinstance(written, list) else ()))
            yield Reference("scene", "incidents", (*at, "by"), "nations", tariff.by)
            yield from pick("scene", "incidents", (*at, "sector"), "sectors", tariff.sector)


def pick(part: str, kind: str, path: Path, axis: str, names: Pick) -> Iterator[Reference]:
    """The names in a field that may hold ``all``."""
    if names != EVERYTHING:
        yield from named(part, kind, path, axis, [names] if isinstance(names, str) else names)


def named(part: str, kind: str, path: Path, axis: str, names: Iterable[str]) -> Iterator[Reference]:
    """The names in a list."""
    for position, name in enumerate(names):
        yield Reference(part, kind, (*path, position), axis, name)
