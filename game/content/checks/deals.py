"""What rules of the rival do that can never come to anything: deals at home, with nobody, of kinds it cannot sign."""

from __future__ import annotations

from game.content.compiling.frame import Frame
from game.content.compiling.politics import may_sign
from game.content.compiling.script import meant
from game.content.findings import ERROR, WARNING
from game.content.manuscript import Manuscript
from game.content.models.agreements import Agreements
from game.content.models.projects import Projects
from game.content.models.rival import Rival
from game.content.models.sites import Sites
from game.content.numbers import Path
from game.engine.phases.actions.kinds import Fault, Ground


def check(manuscript: Manuscript, frame: Frame) -> None:
    """Report actions that can do nothing in any match; nothing is said of those that name what is not declared."""
    rival, ground = manuscript.get(Rival, "scene"), _ground(manuscript, frame)
    for name, rule in rival.rules.items() if rival else ():
        for action, position, block in rule.blocks():
            written = meant(frame, action, block)
            declared = all({*written[one.field]} <= {*getattr(frame.names, one.axis)} for one in action.chosen)
            fault = action.fault(ground, written) if declared else None
            # Of what a wrong site or host leaves without projects, nothing is said here.
            if fault is not None and not (fault.warning and manuscript.failed()):
                _report(manuscript, name, _at(manuscript, name, action.name, position), fault)


def _ground(manuscript: Manuscript, frame: Frame) -> Ground:
    sites, projects = manuscript.need(Sites).sites, manuscript.need(Projects).projects
    built = [sites[project.site] for project in projects.values() if project.site in sites]
    return Ground(
        rival=frame.rival_name,
        host={name: site.host for name, site in sites.items()},
        planned=frozenset((site.host, site.stage) for site in built),
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
