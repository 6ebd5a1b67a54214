"""Every name that refers to something must be declared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from game.content.checks.known import Known
from game.content.manuscript import Manuscript
from game.content.models.agreements import GROUPS, Agreements
from game.content.models.entry import EVERYTHING, Pick
from game.content.models.incidents import Incidents
from game.content.models.projects import Projects
from game.content.models.rival import Rival
from game.content.models.ruleset import RuleSet
from game.content.models.scenario import Scenario
from game.content.models.stockpiles import Stockpiles
from game.content.models.supply.goods import Goods
from game.content.models.supply.sites import Sites
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
    yield from _agreements(manuscript)
    yield from _scenario(manuscript)
    yield from _rival(manuscript)
    yield from _incidents(manuscript)


def _rules(manuscript: Manuscript) -> Iterator[Reference]:
    rules, stockpiles = manuscript.get(RuleSet), manuscript.get(Stockpiles)
    if rules and rules.rival is not None:
        yield Reference("rules", "ruleset", ("rival",), "nations", rules.rival)
    if stockpiles:
        yield from named("rules", "stockpiles", ("goods",), "goods", stockpiles.goods)


def _sites(manuscript: Manuscript) -> Iterator[Reference]:
    sites, projects = manuscript.get(Sites), manuscript.get(Projects)
    for name, site in sites.sites.items() if sites else ():
        if site.needs:
            yield Reference("rules", "sites", ("sites", name, "needs", "line"), "lines", site.needs.line)
    for name, project in projects.projects.items() if projects else ():
        at = ("projects", name)
        yield Reference("rules", "projects", (*at, "site"), "sites", project.site)
        if project.after:
            yield Reference("rules", "projects", (*at, "after"), "projects", project.after)
        if project.replaces:
            yield Reference("rules", "projects", (*at, "replaces"), "sites", project.replaces)
        if project.needs:
            yield Reference("rules", "projects", (*at, "needs", "line"), "lines", project.needs.line)


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
    for project in scenario.begun:
        yield Reference("scene", "scenario", ("begun", project), "projects", project, key=True)
    for nation, sectors in scenario.activity.items():
        yield Reference("scene", "scenario", ("activity", nation), "nations", nation, key=True, also=(EVERYTHING,))
        for sector in sectors:
            at = ("activity", nation, sector)
            yield Reference("scene", "scenario", at, "sectors", sector, key=True, also=(EVERYTHING,))


def _rival(manuscript: Manuscript) -> Iterator[Reference]:
    rival = manuscript.get(Rival, "scene")
    if not rival:
        return
    goods = manuscript.get(Goods)
    for name, rule in rival.rules.items():
        if rule.by is not None:
            yield Reference("scene", "rival", ("rules", name, "by"), "zones", rule.by)
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
                elif goods:  # a stage stands for its goods
                    for reference in pick("scene", "rival", (*at, one.field), one.axis, names):
                        yield reference._replace(also=tuple(goods.stages))


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
