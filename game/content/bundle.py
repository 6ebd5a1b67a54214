"""The package that the rest of the program works with: world, words, sources and doctrines."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from functools import cache

from game.content.changes import Changes
from game.content.compiling.does import does
from game.content.compiling.frame import Frame
from game.content.compiling.world import world
from game.content.declared import doctrine_records, figures
from game.content.expressions import condition, reading
from game.content.files import DISK, Originals
from game.content.manuscript import APART, BRIEFING, Manuscript
from game.content.models.agreements import Agreements
from game.content.models.doctrines import Doctrine as DoctrineRecord
from game.content.models.incidents import Incidents
from game.content.models.named import Named
from game.content.models.nations import Nations
from game.content.models.projects import Project, Projects
from game.content.models.research import Research
from game.content.models.rival import Rival
from game.content.models.ruleset import RuleSet
from game.content.models.scenario import Documented as DocumentedRecord
from game.content.models.scenario import Goal as GoalRecord
from game.content.models.scenario import Scenario
from game.content.models.supply.controls import Controls
from game.content.models.supply.goods import Goods
from game.content.models.supply.sectors import Sectors
from game.content.models.supply.sites import Site, Sites
from game.content.orders import bound
from game.content.package import (
    Doctrine,
    DoctrineRule,
    Documented,
    Goal,
    LooksAhead,
    NationText,
    Package,
    Preset,
    RuleText,
    ScriptText,
    SiteText,
    Stop,
    Text,
    TurningPoint,
)
from game.content.vocabulary import Vocabulary
from game.engine.world import Names

CARRIED = ("sources", "record")
"""Of the files that change nothing in a match, those that a debrief reads."""


def package(manuscript: Manuscript, frame: Frame, rule_set: str, scenario: str, changes: Changes) -> Package:
    """Compile a manuscript that has been checked; `rule_set` and `scenario` are what its folders are known by.

    `changes` are those that were made in it since it was read.
    """
    rules, scene = manuscript.need(RuleSet), manuscript.need(Scenario, "scene")
    goods = manuscript.need(Goods)
    rival, incidents = manuscript.get(Rival, "scene"), manuscript.get(Incidents, "scene")
    doctrines = doctrine_records(manuscript)
    return Package(
        world=world(frame),
        rule_set=rule_set,
        rule_set_version=rules.version,
        scenario=scenario,
        title=scene.title,
        summary=scene.summary,
        briefing=manuscript.briefing,
        hash=digest(manuscript),
        default_seat=scene.default_seat,
        seat_doctrines={seat: entry.doctrine for seat, entry in scene.seats.items()},
        nations=_nations(manuscript.need(Nations), frame.names),
        sites=_sites(manuscript.need(Sites), manuscript.need(Nations), frame.names),
        projects=_texts(manuscript.need(Projects).projects),
        materials=_texts(goods.materials),
        stages=_texts(goods.stages),
        goods=_texts(goods.goods),
        products={name: Text(stage.good or stage.name, "") for name, stage in goods.stages.items()},
        quotas=_quotas(manuscript.get(Controls)),
        sectors=_texts(manuscript.need(Sectors).sectors),
        lines=_texts(manuscript.need(Research).lines),
        agreements=_texts(manuscript.need(Agreements).agreements),
        afterwards={
            "sites": _afterwards(manuscript.need(Sites).sites),
            "projects": _afterwards(manuscript.need(Projects).projects),
        },
        rules=_rules(rival, goods),
        scripts=_scripts(rival),
        script=(rival.plays or "") if rival else "",
        incidents=_texts(incidents.incidents if incidents else {}),
        doctrine_names={name: Text(record.name, record.text) for name, record in doctrines.items()},
        goals=tuple(_goal(goal, frame) for goal in scene.goals),
        win_scores={
            seat: scene.win_score if entry.win_score is None else entry.win_score for seat, entry in scene.seats.items()
        },
        figures=tuple(figures(manuscript)),
        documented=tuple(_documented(entry, frame) for entry in scene.documented),
        roles={seat: entry.role for seat, entry in scene.seats.items() if entry.role},
        objectives=tuple(scene.objectives),
        turning_points=tuple(TurningPoint(point.text, point.month or "", point.act) for point in scene.turning_points),
        presets=tuple(Preset(**preset.model_dump()) for preset in scene.presets),
        bind_doctrine=_binder(frame, doctrines),
        library=manuscript.library,
        folder=str(manuscript.folder.resolve()) if manuscript.folder and manuscript.files is DISK else "",
        originals=_originals(manuscript, rule_set, scenario),
        changes=dict(changes),
    )


def _originals(manuscript: Manuscript, rule_set: str, scenario: str) -> Originals:
    """What a save carries: the files that were read, and those beside them that tell where figures come from."""
    tops = {"rules": f"rules/{rule_set}", "scene": f"scenarios/{scenario}"}
    parts = {"rules": manuscript.rules, "scene": manuscript.scene}
    folders = {"rules": manuscript.rule_folder, "scene": manuscript.folder}
    read = {
        f"{tops[part]}/{kind}.yaml": source.text
        for part, sources in parts.items()
        for kind, source in sources.items()
        if kind not in APART[part]
    }
    beside = {
        f"{tops[part]}/{kind}.yaml": folder / f"{kind}.yaml"
        for part, folder in folders.items()
        if folder is not None
        for kind in CARRIED
    }
    if manuscript.briefing:
        read[f"{tops['scene']}/{BRIEFING}"] = manuscript.briefing
    return Originals(read, beside, manuscript.files)


def digest(manuscript: Manuscript) -> str:
    """SHA-256 over all files that were read, in the order of their names."""
    whole = hashlib.sha256()
    for part, sources in (("rules", manuscript.rules), ("scene", manuscript.scene)):
        for kind in sorted(sources):
            whole.update(f"{part}/{kind}\n".encode() + sources[kind].digest)
    whole.update(hashlib.sha256(manuscript.briefing.encode()).digest())
    return whole.hexdigest()


def _texts(entries: Mapping[str, Named]) -> dict[str, Text]:
    return {name: Text(entry.name, entry.text, entry.origin, entry.within) for name, entry in entries.items()}


def _rules(record: Rival | None, goods: Goods) -> dict[str, RuleText]:
    """The rules of the rival, those as well that the script has not which plays."""
    return {
        name: RuleText(
            rule.name,
            rule.reason,
            rule.origin,
            does=does(rule, goods.stages),
            played=record is None or record.has(name),
        )
        for name, rule in (record.rules if record else {}).items()
    }


def _scripts(record: Rival | None) -> dict[str, ScriptText]:
    """The scripts of the rival, the one that plays among them."""
    return {
        name: ScriptText(script.name, script.text, script.origin, points_more=script.points_more)
        for name, script in (record.scripts if record else {}).items()
    }


def _afterwards(entries: Mapping[str, Site] | Mapping[str, Project]) -> dict[str, str]:
    return {name: entry.afterwards for name, entry in entries.items() if entry.afterwards}


def _nations(record: Nations, names: Names) -> dict[str, NationText]:
    entries = {name: record.nations[name] for name in names.nations}
    return {
        name: NationText(entry.name, tuple(entry.iso), entry.flag, entry.lon, entry.lat, entry.within)
        for name, entry in entries.items()
    }


def _quotas(record: Controls | None) -> dict[str, Text]:
    quotas = record.quotas if record else {}
    return {name: Text(quota.name or name, quota.text, quota.origin) for name, quota in quotas.items()}


def _sites(record: Sites, nations: Nations, names: Names) -> dict[str, SiteText]:
    """Sites with their places; one that says nothing of it stands where its host does."""
    found = {}
    for name in names.sites:
        entry, host = record.sites[name], nations.nations[record.sites[name].host]
        lon, lat = (entry.lon, entry.lat) if entry.lon is not None and entry.lat is not None else (host.lon, host.lat)
        found[name] = SiteText(entry.name, lon, lat, entry.text, entry.origin)
    return found


def _goal(record: GoalRecord, frame: Frame) -> Goal:
    """The goal with ``self`` left in place: it is the same for every seat that it binds."""
    metric, arguments = _figure(record.metric, frame, frame.vocabulary.bound(frame.seat_names[0]))
    return Goal(
        metric,
        arguments,
        record.at_most,
        record.at_least,
        record.at,
        record.text,
        tuple(record.seats),
        record.last_months,
        record.secret,
    )


def _figure(written: str, frame: Frame, known: Vocabulary) -> tuple[str, tuple[str, ...]]:
    """A metric and the identifiers of its arguments, as written by words that are `known`."""
    found, words = reading(written, known)
    return found.metric, tuple(frame.vocabulary.stand_for.get(word, word) for word in words)


def _documented(record: DocumentedRecord, frame: Frame) -> Documented:
    metric, arguments = _figure(record.metric, frame, frame.vocabulary)
    return Documented(
        metric=metric,
        arguments=arguments,
        low=min(record.value),
        high=max(record.value),
        tolerance=record.tolerance,
        falls_short=record.falls_short or "",
        origin=record.origin,
    )


def _ahead(record: DoctrineRecord) -> LooksAhead | None:
    written = record.looks_ahead
    if written is None:
        return None
    stop = None if written.stop is None else Stop(written.stop.chance, written.stop.share, written.stop.months)
    return LooksAhead(written.futures, written.months, written.aim, written.missed_goal, stop)


def _binder(frame: Frame, doctrines: Mapping[str, DoctrineRecord]) -> Callable[[str, str], Doctrine]:
    @cache
    def bind(doctrine: str, seat: str) -> Doctrine:
        record = doctrines[doctrine]
        frame.names.index("nations", seat)
        vocabulary = frame.vocabulary.bound(seat)
        rules = tuple(
            DoctrineRule(
                key=rule.id,
                when=condition(rule.when, vocabulary),
                order=bound(rule.order, vocabulary.stand_for),
                cooldown=-1 if rule.once else rule.cooldown_turns,
                reason=rule.reason,
            )
            for rule in record.rules
        )
        return Doctrine(doctrine, record.name, record.text, rules, record.weighs, _ahead(record))

    return bind
