"""Groups of numbers: known identifiers, nobody left out, and an origin for every figure."""

from __future__ import annotations

import itertools

from game.content.checks.known import Known
from game.content.manuscript import Manuscript
from game.content.numbers import FRAME, OTHER, Numbers, Path
from game.content.walk import Place
from game.content.words import closest

MOST_NAMED = 3
"""Identifiers that a finding lists."""


def check(manuscript: Manuscript, known: Known) -> None:
    """Report identifiers in groups that are unknown, numbers left out, and figures without origin."""
    for part, kind in manuscript.records:
        survey = manuscript.survey(part, kind)
        for path, what, hint in survey.faults:
            manuscript.report(part, kind, path, what, hint, key=True)
        told = [path for path, _, _ in survey.faults]
        _origins(manuscript, part, kind, [place for place in survey.places if not _within(place.entry, told)])
        for place in survey.places:
            if isinstance(place.numbers, Numbers) and place.numbers.axes:
                _group(manuscript, part, kind, place.path, place.numbers, known)


def _group(manuscript: Manuscript, part: str, kind: str, path: Path, numbers: Numbers, known: Known) -> None:
    if _names(manuscript, part, kind, path, numbers, known):
        _cover(manuscript, part, kind, path, numbers, known)


def _within(entry: Path, told: list[Path]) -> bool:
    """Whether an entry lies in one of those of which it was told that their origin is wrong."""
    return any(entry[: len(path)] == path for path in told)


def _origins(manuscript: Manuscript, part: str, kind: str, places: list[Place]) -> None:
    """One finding for each entry with numbers that have no origin."""
    lacking: dict[Path, list[Path]] = {}
    for place in places:
        if place.origin is None:
            first = next((leaf.path for leaf in place.numbers.leaves if leaf.origin is None), None)
            if first is not None:
                lacking.setdefault(place.entry, []).append(place.path + first)
    for entry, paths in lacking.items():
        fields = dict.fromkeys(str(path[len(entry)]) for path in paths)
        what = f"missing source for {', '.join(fields)}"
        hint = 'add source: KEY and confidence: ..., or assumed: true and why: "..."'
        manuscript.report(part, kind, entry if len(paths) > 1 and entry else paths[0], what, hint, key=len(paths) > 1)


def _names(manuscript: Manuscript, part: str, kind: str, path: Path, numbers: Numbers, known: Known) -> bool:
    """Whether all identifiers of a group are known."""
    fine = True
    seen: set[Path] = set()
    for leaf in numbers.leaves:
        level = 0
        for position, step in enumerate(leaf.path):
            if step in FRAME:
                continue
            here = leaf.path[: position + 1]
            if here not in seen:
                seen.add(here)
                fine &= _name(manuscript, part, kind, path + here, numbers.axes[level : level + 1], str(step), known)
            level += 1
    return fine


def _name(
    manuscript: Manuscript, part: str, kind: str, path: Path, axes: tuple[str, ...], name: str, known: Known
) -> bool:
    if not axes:
        manuscript.report(part, kind, path, f"'{name}' is a level too many", "expected a number before it", key=True)
        return False
    names = known.get(axes[0])
    if names is not None and name != OTHER and name not in names:
        what = f"unknown {axes[0].removesuffix('s')} '{name}'"
        manuscript.report(part, kind, path, what, closest(name, (*names, OTHER)), key=True)
        return False
    return True


def _cover(manuscript: Manuscript, part: str, kind: str, path: Path, numbers: Numbers, known: Known) -> None:
    if numbers.fallback is not None or any(axis not in known for axis in numbers.axes):
        return
    symmetric = len(numbers.axes) == 2 and numbers.axes[0] == numbers.axes[1]
    missing = [
        names
        for names in itertools.product(*(known[axis] for axis in numbers.axes))
        if numbers.at(*names) is None
        and not (symmetric and (names[0] == names[1] or numbers.at(*names[::-1]) is not None))
    ]
    if missing:
        listed = "; ".join(", ".join(names) for names in missing[:MOST_NAMED])
        more = f" and {len(missing) - MOST_NAMED} more" if len(missing) > MOST_NAMED else ""
        manuscript.report(
            part, kind, path, f"no number for {listed}{more}", f"add {OTHER}: for all that are not named", key=True
        )
