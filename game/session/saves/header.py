"""The first line of a log: what the match is, so that it can be played again from its orders."""

from __future__ import annotations

import datetime as dt
import platform
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from game import __version__
from game.content.package import Package
from game.content.scripts import PLAYS, choice
from game.session.keys import Key
from game.session.record import Row
from game.session.saves.log import FORMAT


def header(
    package: Package,
    *,
    seed: int,
    people: Mapping[str, str],
    doctrines: Mapping[str, str],
    red_cell: str,
    series: Iterable[Key],
    initial: Row,
) -> dict[str, Any]:
    """The header of a match that starts now. It names no folder of this machine and nobody who does not play."""
    calendar = package.world.calendar
    return {
        "type": "header",
        "format": FORMAT,
        "program": __version__,
        "numpy": np.__version__,
        "python": platform.python_version(),
        "rule_set": package.rule_set,
        "rule_set_version": package.rule_set_version,
        "hash": package.hash,
        "scenario": package.scenario,
        "title": package.title,
        "seed": seed,
        "seats": list(package.world.names.nations[: package.world.seats]),
        "people": dict(people),
        "doctrines": dict(doctrines),
        "created": now(),
        "start": calendar.label(0),
        "turn_months": calendar.turn_months,
        "turns": calendar.turns,
        "series": [list(key) for key in series],
        "initial": list(initial),
        "changes": {path: value for path, value in package.changes.items() if path != PLAYS},
        "red_cell": red_cell,
        "rival": package.changes.get(PLAYS, ""),
        "parent": None,
    }


def branch(original: Mapping[str, Any], path: Path, turn: int, digest: str, reason: str = "") -> dict[str, Any]:
    """The header of a branch that leaves the match in `path` at the start of `turn`, with the reason if there is one;
    what that match had left itself stays named.
    """
    content = {key: value for key, value in original.items() if key != "check"}
    before = original.get("parent")
    said = {**({"reason": reason} if reason else {}), **({"before": before} if before else {})}
    return {
        **content,
        "format": FORMAT,
        "created": now(),
        "parent": {"file": path.name, "turn": turn, "digest": digest, **said},
    }


@dataclass(frozen=True)
class Left:
    """A match that was left at the start of a turn, to go on in a branch; its save was kept."""

    file: str
    turn: int
    """Counted from 0."""
    reason: str
    """Empty where nobody said."""


def left_by(head: Mapping[str, Any]) -> tuple[Left, ...]:
    """What the match of a header left, the latest first."""
    found, parent = [], head.get("parent")
    while parent:
        found.append(Left(parent["file"], parent["turn"], parent.get("reason", "")))
        parent = parent.get("before")
    return tuple(found)


def changes_in(head: Mapping[str, Any]) -> dict[str, float | str]:
    """The figures that a match has otherwise than its files, and the script of the rival that was chosen."""
    return {**head.get("changes", {}), **choice(head.get("rival", ""))}


def now() -> str:
    """The present moment in UTC, to the second."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
