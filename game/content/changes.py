"""Figures changed in memory, for whoever tries out many values: calibration writes no files.

A path is written as in a scenario's ``overrides`` and may also lead into the scenario: ``rival.rules.cut.chance``. It
must lead to one number; unit and origin of the number stay as they are. One path leads to a word: that of the script of
the rival that plays, `scripts.PLAYS`.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from game.content import scripts
from game.content.findings import ContentError, Finding, shown
from game.content.manuscript import Manuscript
from game.content.overrides import resolve
from game.content.source import Source, Steps
from game.content.words import kind_of

Changes: TypeAlias = Mapping[str, float | str]
"""Path to the value that stands there instead."""


@dataclass(frozen=True)
class Spot:
    """Where one number stands: the file, the keys on the way to it, and what it is now."""

    kind: str
    steps: Steps
    value: float
    unit: str
    """Empty where the file leaves it to the field."""


def spot(manuscript: Manuscript, written: str) -> tuple[Spot | None, tuple[str, str]]:
    """The number that the path `written` leads to; else None, with what is wrong with it and a hint."""
    sources = _sources(manuscript)
    source, steps, wrong = resolve(sources, written, "the rule set")
    if source is None:
        return None, wrong
    node: Any = source.data
    unit = ""
    for at in steps:
        unit = _unit(node, unit)
        node = node[at]
    if isinstance(node, dict) and "value" in node:
        unit = _unit(node, unit)
        node, steps = node["value"], (*steps, "value")
    if isinstance(node, bool) or not isinstance(node, (int, float)):
        hint = "name one of the numbers in it" if isinstance(node, (dict, list)) else ""
        return None, (f"'{written}' is no number but {kind_of(node)}", hint)
    kind = next(kind for kind, candidate in sources.items() if candidate is source)
    return Spot(kind, steps, float(node), unit), ("", "")


def changed(manuscript: Manuscript, changes: Changes) -> Manuscript:
    """A manuscript with other figures; `manuscript` stays as it is. Neither has been checked against the models.

    Raises:
        ContentError: where a path leads to no number, or a new value is none, or the rival has no such script.
    """
    rules, scene = dict(manuscript.rules), dict(manuscript.scene)
    copy = replace(manuscript, rules=rules, scene=scene, records={}, findings=list(manuscript.findings), _surveys={})
    findings = []
    for written, value in changes.items():
        if written == scripts.PLAYS:
            scripts.require(copy, value)
            scene[scripts.KIND] = _put(scene[scripts.KIND], ("plays",), value)
            continue
        found, wrong = spot(copy, written)
        if found is None or isinstance(value, str) or not math.isfinite(value):
            findings.append(
                _refusal(manuscript, *(wrong if found is None else (f"'{written}' cannot become {value}", "")))
            )
            continue
        into = rules if found.kind in rules else scene
        into[found.kind] = _put(into[found.kind], found.steps, value)
    if findings:
        raise ContentError(findings)
    return copy


def _sources(manuscript: Manuscript) -> dict[str, Source]:
    """Files by kind; where both have one of a kind, that of the rule set is meant."""
    return {**manuscript.scene, **manuscript.rules}


def _unit(node: Any, around: str) -> str:
    return str(node["unit"]) if isinstance(node, dict) and "unit" in node else around


def _put(source: Source, steps: Steps, value: float | str) -> Source:
    """A source with another value; what lies beside the way to it is shared with `source`."""
    written = value if isinstance(value, str) else float(value)
    digest = hashlib.sha256(source.digest + f"{steps}={written!r}".encode()).digest()
    return replace(source, data=_with(source.data, steps, value), digest=digest)


def _with(node: Any, steps: Steps, value: float | str) -> Any:
    if not steps:
        # A count stays a whole number: fields that take no other would refuse it.
        whole = isinstance(node, int) and not isinstance(value, str) and float(value).is_integer()
        return int(value) if whole else value
    at, *rest = steps
    if isinstance(node, list):
        return [_with(item, tuple(rest), value) if place == at else item for place, item in enumerate(node)]
    return {**node, at: _with(node.get(at), tuple(rest), value)}


def _refusal(manuscript: Manuscript, what: str, hint: str) -> Finding:
    head = manuscript.scene.get("scenario") or manuscript.rules["ruleset"]
    return Finding(shown(head.path), 1, 1, what, hint)
