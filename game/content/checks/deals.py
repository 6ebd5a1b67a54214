"""What rules of the rival do that can never come to anything: deals at home, with nobody, of kinds it cannot sign."""

from __future__ import annotations

from game.content.compiling.frame import Frame
from game.content.compiling.industry import stage_of
from game.content.compiling.politics import may_sign
from game.content.compiling.script import meant
from game.content.findings import ERROR, WARNING
from game.content.manuscript import Manuscript
from game.content.models.agreements import Agreements
from game.content.models.entry import EVERYTHING, Pick
from game.content.models.projects import Projects
from game.content.models.rival import Rival
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
            _itself(manuscript, frame, rule.against, ("rules", name, "against"))
        for action, position, block in rule.blocks():
            written, at = meant(frame, action, block), _at(manuscript, name, action.name, position)
            nations = [one.field for one in action.chosen if one.axis == "nations"]
            if sum(_itself(manuscript, frame, getattr(block, field), (*at, field)) for field in nations):
                continue
            declared = all({*written[one.field]} <= {*getattr(frame.names, one.axis)} for one in action.chosen)
            fault = action.fault(ground, written) if declared and whole else None
            # Of what a wrong site or host leaves without projects, nothing is said here.
            if fault is not None and not (fault.warning and manuscript.failed()):
                _report(manuscript, name, at, fault)


def _itself(manuscript: Manuscript, frame: Frame, pick: Pick | str, at: Path) -> bool:
    """Whether the rival is among the nations that its own rule names; reported where it is."""
    names = [] if pick == EVERYTHING else [pick] if isinstance(pick, str) else pick
    if frame.rival_name not in names:
        return False
    hint = "name other nations, or leave it out for all of them"
    manuscript.report("scene", "rival", at, f"the rival acts on itself: '{frame.rival_name}'", hint)
    return True


def _ground(manuscript: Manuscript, frame: Frame) -> Ground:
    sites, projects = manuscript.need(Sites).sites, manuscript.need(Projects).projects
    built = [sites[project.site] for project in projects.values() if project.site in sites]
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
