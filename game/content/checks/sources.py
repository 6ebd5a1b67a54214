"""Citations: each leads to a document or statement that is there, and each of those is cited by something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from game.content import reader, shelves
from game.content.findings import WARNING
from game.content.manuscript import Manuscript, check_model
from game.content.models.sources import Said, Sources
from game.content.origin import citations
from game.content.source import Source, Steps
from game.content.words import closest

KIND = "sources"
LEDGER = "documented"
_MENTION = re.compile(r"\[([A-Za-z][\w-]*(?:, [A-Za-z][\w-]*)*)\]")
"""A citation within a sentence."""
_NAMES = ("title", "name", "within", "label")
"""Texts that cite nothing: a bracket in them is one."""


@dataclass(frozen=True)
class Cited:
    """A key that is cited, and where."""

    key: str
    path: Steps
    offset: int | None = None
    """Characters into the text, where a sentence cites."""


@dataclass
class Shelf:
    """The keys of a rule set and a scenario, and those of them that were cited."""

    documents: dict[str, str] = field(default_factory=dict)
    """Key to the part of the manuscript, ``rules`` or ``scene``, that has it."""
    statements: dict[str, str] = field(default_factory=dict)
    cited: set[str] = field(default_factory=set)

    def knows(self, key: str) -> bool:
        return key in self.documents or key in self.statements


def check(manuscript: Manuscript) -> None:
    """Read the ``sources.yaml`` of the manuscript and hold all citations of its files to them.

    A citation that leads nowhere is a warning, for it keeps nobody from playing. What nobody cites is reported where
    all who might were read: for a scenario its own, for a rule set alone all of it.
    Nothing is said about it while anything is wrong, since what cannot be used or is misspelt cites nothing.
    """
    shelf, before = Shelf(), len(manuscript.findings)
    if manuscript.rule_folder is None:
        return
    for part in ("rules", "scene"):
        record = read(manuscript, part)
        if record is not None:
            _take_in(manuscript, shelf, part, record)
        elif KIND in (manuscript.rules if part == "rules" else manuscript.scene):
            return  # nothing is said about the keys of a file that cannot be used
    for part, files in (("rules", manuscript.rules), ("scene", manuscript.scene)):
        for kind, source in files.items():
            if kind not in (KIND, LEDGER):
                _follow(manuscript, shelf, part, kind, source)
    if not manuscript.failed() and len(manuscript.findings) == before:
        _left(manuscript, shelf)


def read(manuscript: Manuscript, part: str) -> Sources | None:
    """What the rule set (``rules``) or the scenario (``scene``) cites; None where it has no usable ``sources.yaml``."""
    folder = manuscript.rule_folder if part == "rules" else manuscript.folder
    files = manuscript.rules if part == "rules" else manuscript.scene
    if folder is None or not (folder / f"{KIND}.yaml").is_file():
        return None
    if KIND not in files:
        files[KIND] = reader.read(folder / f"{KIND}.yaml")
        manuscript.findings += files[KIND].findings
        check_model(manuscript, part, KIND, Sources)
    return manuscript.get(Sources, part)


def _take_in(manuscript: Manuscript, shelf: Shelf, part: str, record: Sources) -> None:
    for key in record.documents:
        _new(manuscript, shelf, part, ("documents", key), key)
        shelf.documents[key] = part
    for key, said in record.statements.items():
        _new(manuscript, shelf, part, ("statements", key), key)
        shelf.statements[key] = part
        _pair(manuscript, part, key, said)
        for name in said.document:
            if name in shelf.documents:
                shelf.cited.add(name)
            else:
                at = ("statements", key, "document")
                manuscript.report(part, KIND, at, f"unknown document '{name}'", closest(name, shelf.documents))


def _new(manuscript: Manuscript, shelf: Shelf, part: str, at: Steps, key: str) -> None:
    if shelf.knows(key):
        manuscript.report(part, KIND, at, f"key '{key}' stands for something else too", "give it another", key=True)


def _pair(manuscript: Manuscript, part: str, key: str, said: Said) -> None:
    """Report a number without a unit, or a unit without a number."""
    if (said.value is None) != (said.unit is None):
        lacking, given = ("unit", "value") if said.unit is None else ("value", "unit")
        at = ("statements", key, given)
        manuscript.report(part, KIND, at, f"a {given} without a {lacking}", f"add {lacking}: ...", key=True)


def _follow(manuscript: Manuscript, shelf: Shelf, part: str, kind: str, source: Source) -> None:
    """Note what a file cites, and report what is not there."""
    for cited in found(source.data):
        if shelf.knows(cited.key):
            shelf.cited.add(cited.key)
            continue
        hint = closest(cited.key, (*shelf.statements, *shelf.documents))
        what = f"no source '{cited.key}' in sources.yaml"
        manuscript.report(part, kind, cited.path, what, hint or "add it there", offset=cited.offset, severity=WARNING)


def found(node: Any, path: Steps = ()) -> Iterator[Cited]:
    """What the data of a file cite, under ``source`` and within sentences, in the order of the file."""
    if isinstance(node, dict):
        for key, item in node.items():
            if key == "source" and citations(item):
                yield from _named(item, (*path, key))
            elif key not in _NAMES or not isinstance(item, str):
                yield from found(item, (*path, key))
    elif isinstance(node, list):
        for place, item in enumerate(node):
            yield from found(item, (*path, place))
    elif isinstance(node, str):
        for match in _MENTION.finditer(node):
            for key in match[1].split(", "):
                yield Cited(key, path, match.start(1))


def _named(item: Any, path: Steps) -> Iterator[Cited]:
    if isinstance(item, str):
        yield Cited(item, path)
    else:
        yield from (Cited(key, (*path, place)) for place, key in enumerate(item))


def _left(manuscript: Manuscript, shelf: Shelf) -> None:
    """Warn of what nobody cites, where all who might cite it were read."""
    part = "rules" if manuscript.folder is None else "scene"
    if part == "rules" and manuscript.rule_folder is not None:
        users = _users(manuscript.rule_folder)
        if not users:
            return  # a rule set that is being written has no scenario yet
        shelf.cited |= _elsewhere(manuscript.rule_folder, users)
    for name, keys in (("documents", shelf.documents), ("statements", shelf.statements)):
        for key, where in keys.items():
            # A ledger accounts for the statements of its documents one by one, and is checked for that.
            if where == part and not {key, key.rpartition("-")[0]} & shelf.cited:
                _warn(manuscript, part, (name, key), f"nobody cites '{key}'")


def _users(rule_folder: Path) -> list[Path]:
    """The folders of the scenarios that use a rule set."""
    called = (rule_folder.name, f"../{rule_folder.name}")
    folders = shelves.around(rule_folder)
    return [folder for folder in folders if reader.read(folder / "scenario.yaml").data.get("rule_set") in called]


def _elsewhere(rule_folder: Path, users: list[Path]) -> set[str]:
    """What the scenarios that use a rule set cite, and the documents whose statements its ledger accounts for."""
    ledgered = reader.read(rule_folder / f"{LEDGER}.yaml").data.get("documents")
    cited = set(map(str, ledgered)) if isinstance(ledgered, list) else set()
    for folder in users:
        for file in folder.glob("*.yaml"):
            if file.stem != KIND:
                cited |= {entry.key for entry in found(reader.read(file).data)}
    return cited


def _warn(manuscript: Manuscript, part: str, at: Steps, what: str) -> None:
    manuscript.report(part, KIND, at, what, "cite it or take it out", key=True, severity=WARNING)
