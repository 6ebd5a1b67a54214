"""What rules of the rival do abroad: offtake it secures, technology it withholds, agreements it offers."""

from __future__ import annotations

from game.content.compiling.frame import Frame
from game.content.compiling.politics import members
from game.content.compiling.script import chosen
from game.content.findings import WARNING
from game.content.manuscript import Manuscript
from game.content.models.agreements import Agreements
from game.content.models.entry import picked
from game.content.models.projects import Projects
from game.content.models.rival import Offer, Rival, Technology
from game.content.models.sites import Sites
from game.content.numbers import Path


def check(manuscript: Manuscript, frame: Frame) -> None:
    """Report deals that cannot be: at home, with nobody, of kinds that the rival cannot sign."""
    rival = manuscript.get(Rival, "scene")
    for name, rule in rival.rules.items() if rival else ():
        sites = manuscript.need(Sites).sites
        for position, grab in enumerate(rule.do.grab):
            if grab.site in sites and sites[grab.site].host == frame.rival_name:
                at = (*_at(manuscript, name, "grab", position), "site")
                hint = "name a site abroad"
                manuscript.report("scene", "rival", at, f"'{grab.site}' is the rival's own", hint)
        # Of what a wrong site or host leaves without projects, nothing is said here.
        for position, ban in enumerate(rule.do.technology if not manuscript.failed() else ()):
            if not _slows(manuscript, frame, ban):
                at = _at(manuscript, name, "technology", position)
                what = f"rule '{name}' slows no project: none of those stages is planned there"
                manuscript.report("scene", "rival", at, what, key=True, severity=WARNING)
        for position, offer in enumerate(rule.do.offer):
            _offer(manuscript, frame, _at(manuscript, name, "offer", position), offer)


def _at(manuscript: Manuscript, rule: str, kind: str, position: int) -> Path:
    """Where a block stands: the only one may be written without a list."""
    written = manuscript.scene["rival"].data["rules"][rule]["do"][kind]
    return ("rules", rule, "do", kind, *((position,) if isinstance(written, list) else ()))


def _slows(manuscript: Manuscript, frame: Frame, ban: Technology) -> bool:
    sites, stages = manuscript.need(Sites).sites, picked(ban.stages, frame.names.stages)
    hosts = chosen(frame, "nations", ban.nations)
    built = (sites[project.site] for project in manuscript.need(Projects).projects.values() if project.site in sites)
    return any(site.host in hosts and site.stage in stages for site in built)


def _offer(manuscript: Manuscript, frame: Frame, at: Path, offer: Offer) -> None:
    kinds = manuscript.need(Agreements).agreements
    if offer.agreement not in kinds:
        return
    partners: set[str] = set()
    for pair in kinds[offer.agreement].between:
        one, other = members(frame, pair.one), members(frame, pair.other)
        partners.update(*(them for us, them in ((one, other), (other, one)) if frame.rival_name in us))
    for nation in chosen(frame, "nations", offer.nations):
        if nation in frame.names.nations and nation not in partners:
            what = f"the rival cannot sign '{offer.agreement}' with {nation}"
            hint = "add them to its between, or offer another kind"
            manuscript.report("scene", "rival", (*at, "agreement"), what, hint)
