"""Scenarios and rule sets that are called by name: those that come along, and those in the user's own folder.

Neither go before the others: a name that both have is refused, and whoever gives a folder says which is meant.
"""

from __future__ import annotations

import os
from pathlib import Path

from game import places
from game.content.findings import ContentError, Finding, shown

SCENARIOS, RULES = "scenarios", "rules"
HEADS = {SCENARIOS: "scenario.yaml", RULES: "ruleset.yaml"}
"""The file that makes a folder a scenario or a rule set."""
_WORDS = {SCENARIOS: "scenarios", RULES: "rule sets"}


def shelf(kind: str) -> Path:
    """The user's own scenarios or rule sets; the folder need not exist yet. Raises `places.BadHome`."""
    return places.user() / kind


def names(kind: str) -> tuple[str, ...]:
    """The names that may be used, in order."""
    return tuple(sorted({folder.name for folder in everything(kind)}))


def everything(kind: str, *, own: bool = True) -> list[Path]:
    """The folders of all that come along and, with `own`, of the user's, in order of their names."""
    tops = [places.data(kind), *([shelf(kind)] if own else [])]
    found = {head.parent.resolve(): head.parent for top in tops for head in top.glob(f"*/{HEADS[kind]}")}
    return sorted(found.values(), key=lambda folder: (folder.name, folder.as_posix()))


def named(kind: str, name: str) -> Path | None:
    """The folder of that name; None where there is none.

    Raises:
        ContentError: when several have it.
    """
    return only(kind, name, [places.data(kind) / name, shelf(kind) / name]) if is_name(name) else None


def find(name: str) -> Path | None:
    """The folder of the scenario or rule set of that name; None where there is none. Raises as `named`."""
    return named(SCENARIOS, name) or named(RULES, name)


def only(kind: str, name: str, folders: list[Path]) -> Path | None:
    """The one of `folders` that there is; None where there is none. Raises as `named`."""
    there = {folder.resolve(): folder for folder in folders if (folder / HEADS[kind]).is_file()}
    if len(there) < 2:
        return next(iter(there.values()), None)
    first, second, *_ = there.values()
    what = f"two {_WORDS[kind]} are called '{name}': this one and {second.resolve()}"
    hint = f"give the folder, as ./{name}, or another name to one"
    raise ContentError([Finding(shown(first / HEADS[kind]), 1, 1, what, hint)])


def around(rules: Path) -> list[Path]:
    """The folders of scenarios that may use the rule set in the folder `rules`: all named ones, and its neighbours'."""
    beside = rules.absolute().parent
    heads = (*beside.glob("*/scenario.yaml"), *(beside.parent / SCENARIOS).glob("*/scenario.yaml"))
    found = {folder.resolve(): folder for folder in (*(head.parent for head in heads), *everything(SCENARIOS))}
    return list(found.values())


def is_name(text: str) -> bool:
    """Whether `text` is a name, and not a path."""
    separators = {"/", os.sep, os.altsep or "/"}
    return bool(text) and text not in (".", "..") and not any(sign in text for sign in separators)
