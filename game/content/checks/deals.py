"""What rules of controllers do that can never come to anything: controls of what others control, deals at home, with
nobody, or of kinds that cannot be signed.
"""

from __future__ import annotations

from typing import Any

from game.content.compiling.frame import Frame
from game.content.compiling.industry import stage_of
from game.content.compiling.politics import may_sign
from game.content.compiling.script import actor, meant, quotas_of, zone_of
from game.content.findings import ERROR, WARNING
from game.content.manuscript import Manuscript
from game.content.models.agreements import Agreements
from game.content.models.entry import EVERYTHING, Pick, picked
from game.content.models.projects import Projects
from game.content.models.rival import Rival, RivalRule
from game.content.models.supply.processes import Processes
from game.content.models.supply.sites import Sites
from game.content.numbers import Path
from game.engine.phases.actions.kinds import Fault, Ground


def check(manuscript: Manuscript, frame: Frame, *, whole: bool) -> None:
    """Report actions that can do nothing in any match; nothing is said of those that name what is not declared.

    Unless all nations in the files are declared, `whole`, nobody can tell what may be done with whom.
    """
    rival, ground = manuscript.get(Rival, "scene"), _ground(manuscript, frame)
    for name, rule in rival.rules.items() if rival else ():
        if rule.against is not None:
            _itself(manuscript, actor(frame, rule), rule.against, ("rules", name, "against"))
        for action, position, block in rule.blocks():
            written, at = meant(frame, rule, action, block), _at(manuscript, name, action.name, position)
            _controlled(manuscript, frame, rule, block, at)
            nations = [one.field for one in action.chosen if one.axis == "nations"]
            if sum(_itself(manuscript, actor(frame, rule), getattr(block, field), (*at, field)) for field in nations):
                continue
            declared = all({*written[one.field]} <= {*getattr(frame.names, one.axis)} for one in action.chosen)
            fault = action.fault(ground, written) if declared and whole else None
            # Of what a wrong site or host leaves without projects, nothing is said here.
            if fault is not None and not (fault.warning and manuscript.failed()):
                _report(manuscript, name, at, fault)


def _controlled(manuscript: Manuscript, frame: Frame, rule: RivalRule, block: Any, at: Path) -> None:
    """Report goods that the zone of a rule may not control, and quotas of another zone."""
    name, zone = zone_of(frame, rule)
    if zone is None:
        return
    may = {"goods": (*picked(zone.goods, frame.names.goods), *frame.names.stages), "quotas": quotas_of(frame, name)}
    hint = {"goods": "add it to the goods of the zone in zones.yaml", "quotas": "say by: whose rule it is"}
    for field, known in may.items():
        pick = getattr(block, field, EVERYTHING)
        for one in pick if pick != EVERYTHING else ():
            if one in getattr(frame.names, field) and one not in known:
                what = f"'{name}' does not control {'' if field == 'goods' else 'the quota '}'{one}'"
                manuscript.report("scene", "rival", (*at, field), what, hint[field])


def _itself(manuscript: Manuscript, own: str, pick: Pick | str, at: Path) -> bool:
    """Whether the nation whose rule it is, `own`, is among those that the rule names; reported where it is."""
    names = [] if pick == EVERYTHING else [pick] if isinstance(pick, str) else pick
    if own not in names:
        return False
    hint = "name other nations, or leave it out for all of them"
    manuscript.report("scene", "rival", at, f"the controller acts on itself: '{own}'", hint)
    return True


def _ground(manuscript: Manuscript, frame: Frame) -> Ground:
    sites, projects = manuscript.need(Sites).sites, manuscript.need(Projects).projects
    known = manuscript.need(Processes).processes
    places = [sites[project.site] for project in projects.values() if project.site in sites]
    built = [site for site in places if site.process in known]
    return Ground(
        rival=frame.rival_name,
        host={name: site.host for name, site in sites.items()},
        planned=frozenset((site.host, stage_of(frame, site)) for site in built),
        may_sign=may_sign(frame, manuscript.need(Agreements)),
    )


def _report(manuscript: Manuscript, rule: str, at: Path, fault: Fault) -> None:
    what = fault.what if fault.field else f"rule '{rule}' {fault.what}"
    path = (*at, fault.field) if fault.field else at
    severity = WARNING if fault.warning else ERROR
    manuscript.report("scene", "rival", path, what, fault.hint, key=not fault.field, severity=severity)


def _at(manuscript: Manuscript, rule: str, kind: str, position: int) -> Path:
    """Where a block stands: the only one may be written without a list."""
    written = manuscript.scene["rival"].data["rules"][rule]["do"][kind]
    return ("rules", rule, "do", kind, *((position,) if isinstance(written, list) else ()))
