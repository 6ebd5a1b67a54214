"""The scripts of the rival: what the one that plays changes in the rules, put in before anything is checked.

Which one plays stands in the file, under ``plays``. Another is chosen as a figure is changed in memory, by the path
`PLAYS`: so a save keeps it, a replay has it, and so has every process that plays matches of the package.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from game.content.findings import ContentError, Finding, shown
from game.content.manuscript import Manuscript
from game.content.models.entry import Sourced
from game.content.source import Source
from game.content.words import closest

KIND = "rival"
PLAYS = "rival.plays"
"""Path of the name of the script that plays."""


def choice(script: str) -> dict[str, str]:
    """The change by which `script` plays; none where it is empty."""
    return {PLAYS: script} if script else {}


def names(manuscript: Manuscript) -> tuple[str, ...]:
    """The scripts that the scenario offers, as they were read."""
    source = manuscript.scene.get(KIND)
    written = source.data.get("scripts") if source else None
    return tuple(map(str, written)) if isinstance(written, dict) else ()


def require(manuscript: Manuscript, script: object) -> None:
    """Check that the scenario offers `script`.

    Raises:
        ContentError: when it does not; it names those that there are.
    """
    known = names(manuscript)
    if script in known:
        return
    source = manuscript.scene.get(KIND) or manuscript.scene.get("scenario")
    there = f"known here: {', '.join(known)}" if known else "it has only one, which nobody need choose"
    where = shown(source.path) if source else ""
    raise ContentError([Finding(where, 1, 1, f"no script '{script}' of the rival in this scenario", there)])


def apply(manuscript: Manuscript) -> None:
    """Put what the script that plays changes into the data of the rules; what was read stays as it is."""
    source = manuscript.scene.get(KIND)
    if source is None or source.findings:
        return
    known, plays = names(manuscript), source.data.get("plays")
    if plays is None and not known:
        return
    if plays not in known:
        hint = closest(str(plays), known) if plays else f"write plays: {known[0]}"
        what = f"the rival has no script '{plays}'" if plays else "scripts, and none of them plays"
        manuscript.report("scene", KIND, ("plays",), what, hint)
        return
    script, rules = source.data["scripts"][plays], source.data.get("rules")
    if not isinstance(script, dict) or not isinstance(rules, dict):
        return  # the models say what is wrong with them
    changes = script.get("changes")
    if isinstance(changes, dict):
        manuscript.scene[KIND] = _changed(manuscript, source, str(plays), changes)


def _changed(manuscript: Manuscript, source: Source, plays: str, changes: Mapping[str, Any]) -> Source:
    """The file with rules as the script has them. A changed rule rests on what the script rests on."""
    script, rules = source.data["scripts"][plays], dict(source.data["rules"])
    origin = {key: script[key] for key in Sourced.model_fields if key in script}
    overlays = dict(source.overlays)
    for name, fields in changes.items():
        at = ("scripts", plays, "changes", name)
        if not isinstance(fields, dict):
            continue
        if not isinstance(rules.get(name), dict):
            manuscript.report("scene", KIND, at, f"unknown rule '{name}'", closest(name, rules), key=True)
            continue
        kept = {key: value for key, value in rules[name].items() if key not in Sourced.model_fields}
        rules[name] = {**kept, **origin, **fields}
        overlays |= {("rules", name, field): (source, (*at, field)) for field in fields}
    return replace(source, data={**source.data, "rules": rules}, overlays=overlays)
