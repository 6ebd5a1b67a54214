"""The statements of the documents: each carried by something that is there, or left out for a reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from game.content import reader, shelves
from game.content.checks import sources
from game.content.manuscript import RULE_FILES, SCENARIO_FILES, Manuscript, check_model
from game.content.models.documented import Documented, Statement
from game.content.models.sources import Said, Sources
from game.content.paths import Found, find
from game.content.words import closest

KIND = "documented"
_SCENARIO = re.compile(r"^scenario ([^:]*): (.*)$")
FACT = "fact "
"""What a reference to a fact starts with."""


def check(manuscript: Manuscript) -> None:
    """Read the ``documented.yaml`` of the manuscript's rule set, if it has one, and report what is wrong with it."""
    record = read(manuscript)
    if record is None:
        return
    if sources.KIND in manuscript.rules and manuscript.get(Sources) is None:
        return  # nothing is said about the statements of a file that cannot be used
    said = statements(manuscript)
    targets = Targets(manuscript, record)
    for name, statement in record.statements.items():
        _statement(manuscript, record, name, statement, said)
        for path, text in _texts(statement):
            _mentions(manuscript, record, ("statements", name, *path), text)
        for written in statement.carried_by or ():
            found = targets.find(written)
            if found.what:
                at = ("statements", name, "carried_by", written)
                manuscript.report("rules", KIND, at, found.what, found.hint, key=True)
    for place, document in enumerate(record.documents):
        _numbers(manuscript, record, place, document, said)


def statements(manuscript: Manuscript) -> Mapping[str, Said]:
    """What the documents say, from the ``sources.yaml`` of the manuscript's rule set; nothing where it has none."""
    found = sources.read(manuscript, "rules")
    return found.statements if found is not None else {}


def read(manuscript: Manuscript) -> Documented | None:
    """The statements of the manuscript's rule set; None where it has none or, with findings, wrong ones."""
    path = None if manuscript.rule_folder is None else manuscript.rule_folder / f"{KIND}.yaml"
    if path is None or not path.is_file():
        return None
    manuscript.rules[KIND] = reader.read(path)
    manuscript.findings += manuscript.rules[KIND].findings
    check_model(manuscript, "rules", KIND, Documented)
    return manuscript.get(Documented)


class Targets:
    """What a statement may be carried by: entries of the rule set and of scenarios, and facts."""

    def __init__(self, manuscript: Manuscript, record: Documented) -> None:
        self._rules = {kind: manuscript.rules[kind].data if kind in manuscript.rules else {} for kind in RULE_FILES}
        self._facts = record.facts
        self._folders = _scenarios(manuscript.rule_folder) if manuscript.rule_folder is not None else {}
        self._scenarios: dict[str, dict[str, dict[str, Any]]] = {}

    def find(self, written: str) -> Found:
        """What a reference leads to, or what is wrong with it."""
        if written.startswith(FACT):
            fact = written.removeprefix(FACT)
            if fact in self._facts:
                return Found(self._facts[fact])
            return Found(what=f"no fact '{fact}'", hint=closest(fact, self._facts))
        match = _SCENARIO.match(written)
        if match is None:
            return find(self._rules, written, "the rule set")
        scenario, path = match.groups()
        if scenario not in self._folders:
            return Found(what=f"no scenario '{scenario}'", hint=closest(scenario, self._folders))
        if scenario not in self._scenarios:
            files = (self._folders[scenario] / f"{kind}.yaml" for kind in SCENARIO_FILES)
            self._scenarios[scenario] = {file.stem: reader.read(file).data for file in files if file.is_file()}
        return find(self._scenarios[scenario], path, f"scenario '{scenario}'")


def _scenarios(rule_folder: Path) -> Mapping[str, Path]:
    """Scenarios by name: those beside the rule set go before others of the same name."""
    return {folder.name: folder for folder in reversed(shelves.around(rule_folder))}


def _statement(
    manuscript: Manuscript, record: Documented, name: str, statement: Statement, said: Mapping[str, Said]
) -> None:
    at = ("statements", name)
    if name not in said:
        what, hint = f"no statement '{name}' in sources.yaml", closest(name, said)
        manuscript.report("rules", KIND, at, what, hint or "add it there", key=True)
    elif not any(re.fullmatch(rf"{re.escape(key)}-\d\d+", name) for key in record.documents):
        hint = f"write one of {', '.join(record.documents)}, - and two digits"
        manuscript.report("rules", KIND, at, f"'{name}' is no number of a document", hint, key=True)
    if statement.carried_by and statement.not_used:
        manuscript.report("rules", KIND, at, f"'{name}' is carried and not used", "keep one of them", key=True)
    if not statement.carried_by and not statement.not_used:
        hint = "add carried_by: {path: how} or not_used: {because: ..., why: ...}"
        manuscript.report("rules", KIND, at, f"'{name}' is neither carried nor left out", hint, key=True)


def _texts(statement: Statement) -> Iterator[tuple[tuple[str, ...], str]]:
    """The texts of a statement in which others may be named, with their paths."""
    for field in ("lacks", "conflict"):
        text = getattr(statement, field)
        if text:
            yield (field,), text
    if statement.not_used:
        yield ("not_used", "why"), statement.not_used.why


def _mentions(manuscript: Manuscript, record: Documented, path: tuple[str, ...], text: str) -> None:
    """Report statements that a text names and that do not exist."""
    keys = "|".join(map(re.escape, record.documents))
    for name in re.findall(rf"\b(?:{keys})-\d+\b", text) if keys else ():
        if name not in record.statements:
            manuscript.report("rules", KIND, path, f"no statement '{name}'", closest(name, record.statements))


def _numbers(manuscript: Manuscript, record: Documented, place: int, document: str, said: Mapping[str, Said]) -> None:
    """Report gaps in the numbers of a document's statements, those not accounted for, and a document without any."""
    names = [name for name, statement in said.items() if statement.document == [document]]
    if not names:
        manuscript.report(
            "rules", KIND, ("documents", place), f"document '{document}' has no statement in sources.yaml"
        )
        return
    last = max((int(number) for name in names if (number := name.rpartition("-")[2]).isdigit()), default=0)
    numbered = [f"{document}-{at:02d}" for at in range(1, last + 1)]
    missing = [name for name in numbered if name not in record.statements]
    if missing:
        manuscript.report("rules", KIND, ("documents", place), f"document '{document}' lacks {', '.join(missing)}")
