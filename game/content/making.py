"""A scenario or rule set of one's own: a copy in the user's folder, under a name of its own."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import yaml

from game import places
from game.content import reader, shelves
from game.content.gathering import gather
from game.content.manuscript import BRIEFING
from game.content.source import Source
from game.marks import N_, Said

_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
_SCHEMAS = "schemas"
_RULE_SET = "rule_set"


class NotMade(Exception):  # noqa: N818 - it is an answer to a person
    """Nothing was made. ``str()`` says why, for a person."""


def new_scenario(name: str, source: Path, rules: str = "") -> Path:
    """Copy the scenario in the folder `source` to the user's, as `name`; returns the new folder.

    `rules` names the rule set that it is to use. A rule set that its own path leads to and no name is copied with it.

    Raises:
        NotMade: when the name cannot be used, or there is no such rule set.
        OSError: when it cannot be written.
    """
    target = _free(shelves.SCENARIOS, name)
    if rules and shelves.named(shelves.RULES, rules) is None:
        raise NotMade(Said(N_("there is no rule set {name}"), name=repr(rules)))
    used = rules or _rules_by_name(source)
    part = _copied(source, target)
    head = reader.read(part / "scenario.yaml")
    _rewrite(head, {"title": f"{head.data.get('title', '')} ({name})", **({_RULE_SET: used} if used else {})})
    return part.rename(target)


def new_rules(name: str, source: Path) -> Path:
    """Copy the rule set in the folder `source` to the user's, as `name`; returns the new folder.

    Raises:
        NotMade: when the name cannot be used.
        OSError: when it cannot be written.
    """
    target = _free(shelves.RULES, name)
    part = _copied(source, target)
    head = reader.read(part / "ruleset.yaml")
    _rewrite(head, {"name": f"{head.data.get('name', '')} ({name})"})
    return part.rename(target)


def _free(kind: str, name: str) -> Path:
    """Where the copy goes.

    Raises:
        NotMade: when the name is none, or something has it.
    """
    if not _NAME.fullmatch(name):
        text = N_("{name} is no name: small letters, digits and _, starting with a letter, at most 40")
        raise NotMade(Said(text, name=repr(name)))
    target = shelves.shelf(kind) / name
    taken = [folder for folder in (places.data(kind) / name, target) if folder.exists()]
    if taken:
        raise NotMade(Said(N_("{name} is there already: {folder}"), name=repr(name), folder=taken[0]))
    return target


def _copied(source: Path, target: Path) -> Path:
    """The files of `source` in a folder beside `target` that nobody takes for a whole copy."""
    part = target.with_name(f".{target.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    for file in (*source.glob("*.yaml"), *source.glob(BRIEFING)):
        shutil.copyfile(file, part / file.name)  # its text alone: installed files may be read-only
    _schemas()
    return part


def _schemas() -> None:
    """Lay what editors complete from where the first line of every file looks for it."""
    kept = shelves.shelf(shelves.RULES) / _SCHEMAS
    kept.mkdir(parents=True, exist_ok=True)
    for file in (places.data(shelves.RULES) / _SCHEMAS).glob("*.json"):
        shutil.copyfile(file, kept / file.name)


def _rules_by_name(source: Path) -> str:
    """The name under which a copy of the scenario in `source` finds its rule set; empty where it has none."""
    folder = gather(source).rule_folder
    if folder is None:
        return ""
    name = folder.resolve().name
    there = shelves.named(shelves.RULES, name)
    if there is None:
        return new_rules(name, folder).name
    if there.resolve() != folder.resolve():
        text = N_("its rule set {folder} has the name of another, {other}: copy it first, with {command}")
        command = f"'chokepoint new rules YOURS --from {folder}'"
        raise NotMade(Said(text, folder=folder, other=there, command=command))
    return name


def _rewrite(source: Source, values: dict[str, str]) -> None:
    """Put other texts into a file, all else in it left as it is."""
    text = source.text
    nodes = [(source.where((key,))[1], value) for key, value in values.items() if key in source.data]
    for node, value in sorted(nodes, key=lambda pair: -pair[0].start_mark.index if pair[0] is not None else 0):
        if isinstance(node, yaml.ScalarNode):
            start, end = node.start_mark.index, node.end_mark.index
            tail = "\n" if text[start:end].endswith("\n") else ""
            text = text[:start] + json.dumps(value, ensure_ascii=False) + tail + text[end:]
    source.path.write_text(text, encoding="utf-8", newline="\n")
