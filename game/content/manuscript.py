"""A scenario with its rule set as read: files, records and positions, before anything refers to anything."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError

from game.content import reader, translate
from game.content.files import DISK, Files
from game.content.findings import ERROR, WARNING, Finding, shown
from game.content.library import FILE as CITED
from game.content.library import Library
from game.content.models.agreements import Agreements
from game.content.models.diplomacy import Diplomacy
from game.content.models.doctrines import Doctrines
from game.content.models.economy import Economy
from game.content.models.entry import FORMAT, Document
from game.content.models.environment import Environment
from game.content.models.finance import Finance
from game.content.models.incidents import Incidents
from game.content.models.projects import Projects
from game.content.models.research import Research
from game.content.models.rival import Rival
from game.content.models.scenario import Scenario
from game.content.models.stockpiles import Stockpiles
from game.content.models.supply import files as supply
from game.content.source import Source
from game.content.walk import Survey, survey
from game.content.words import closest, kind_of

Kind = TypeVar("Kind", bound=Document)

OF_MATCHES: dict[str, type[Document]] = {
    "projects": Projects,
    "finance": Finance,
    "stockpiles": Stockpiles,
    "research": Research,
    "diplomacy": Diplomacy,
    "agreements": Agreements,
    "economy": Economy,
    "environment": Environment,
    "doctrines": Doctrines,
}
"""Kinds of file of what states do. A rule set that has none of them can be studied; no match can be played on it."""
RULE_FILES: dict[str, type[Document]] = {**supply.FILES, **OF_MATCHES}
SCENARIO_FILES: dict[str, type[Document]] = {
    "scenario": Scenario,
    "rival": Rival,
    "incidents": Incidents,
    "doctrines": Doctrines,
}
OPTIONAL_RULES = ("environment", *supply.OPTIONAL)
OF_FIRST_EDITION = frozenset({"materials", "demand", "recycling"})
"""Files that only rule sets of three stages had, which are not played any more."""
NEEDED_OF_SCENARIO = ("scenario",)
APART = {"rules": ("documented", "sources"), "scene": ("ablation", "calibration", "facts", "record", "sources")}
"""Files that change nothing in a match: a rule set or scenario may do without, and they are not read with it."""
BRIEFING = "briefing.md"


@dataclass
class Manuscript:
    """What was read. A record is absent where its file is absent or wrong; the findings say why."""

    rules: dict[str, Source] = field(default_factory=dict)
    scene: dict[str, Source] = field(default_factory=dict)
    records: dict[tuple[str, str], Document] = field(default_factory=dict)
    """By (``rules`` or ``scene``, kind of file)."""
    findings: list[Finding] = field(default_factory=list)
    folder: Path | None = None
    """Of the scenario; None where only a rule set is looked at."""
    rule_folder: Path | None = None
    files: Files = DISK
    briefing: str = ""
    outdated: bool = False
    """Whether the rule set is of an edition that is not played any more: nothing is said of what it means."""
    _surveys: dict[tuple[str, str], Survey] = field(default_factory=dict)

    @cached_property
    def library(self) -> Library:
        """The documents that the files cite."""
        folders = (str(folder) for folder in (self.rule_folder, self.folder) if folder is not None)
        return Library(tuple(folders), self.files.only(CITED))

    def get(self, model: type[Kind], part: str = "rules") -> Kind | None:
        """The record of `model`, if its file could be used."""
        for (where, _), record in self.records.items():
            if where == part and isinstance(record, model):
                return record
        return None

    def need(self, model: type[Kind], part: str = "rules") -> Kind:
        """The record of `model`.

        Raises:
            LookupError: when its file could not be used.
        """
        record = self.get(model, part)
        if record is None:
            raise LookupError(model.__name__)
        return record

    def source(self, part: str, kind: str) -> Source:
        return (self.rules if part == "rules" else self.scene)[kind]

    def survey(self, part: str, kind: str) -> Survey:
        """All numbers of a record; walked once."""
        if (part, kind) not in self._surveys:
            self._surveys[part, kind] = survey(self.records[part, kind])
        return self._surveys[part, kind]

    def report(
        self,
        part: str,
        kind: str,
        path: tuple[str | int, ...],
        what: str,
        hint: str = "",
        *,
        key: bool = False,
        offset: int | None = None,
        severity: str = ERROR,
    ) -> None:
        """Note a finding at `path` of a file."""
        source = self.source(part, kind)
        self.findings.append(source.finding(path, what, hint, key=key, offset=offset, severity=severity))

    def of_matches(self) -> bool:
        """Whether the rule set has anything of what states do; without, no match can be played on it."""
        return not OF_MATCHES.keys().isdisjoint(self.rules)

    def failed(self) -> bool:
        """Whether anything found keeps the content from being used."""
        return any(finding.severity == ERROR for finding in self.findings)


def read_folder(manuscript: Manuscript, part: str, folder: Path) -> None:
    """Read the files of a rule set (``rules``) or scenario (``scene``); they are not yet checked against models."""
    present = {path.stem: path for path in manuscript.files.within(folder, ".yaml")}
    if part == "rules" and _outdated(manuscript, present):
        return
    known = RULE_FILES if part == "rules" else SCENARIO_FILES
    needed = _needed(manuscript, present) if part == "rules" else NEEDED_OF_SCENARIO
    into = manuscript.rules if part == "rules" else manuscript.scene
    for kind in known:
        if kind in present:
            into[kind] = reader.read(present[kind], manuscript.files)
            manuscript.findings += into[kind].findings
        elif kind in needed:
            manuscript.findings.append(Finding(shown(folder / f"{kind}.yaml"), 1, 1, "the file is missing"))
    for stem in present.keys() - known.keys() - set(APART[part]):
        hint = closest(stem, known)
        manuscript.findings.append(Finding(shown(present[stem]), 1, 1, "a file that is not read", hint, WARNING))
    for path in manuscript.files.within(folder, ".yml"):
        manuscript.findings.append(Finding(shown(path), 1, 1, "a file that is not read", "name it .yaml", WARNING))


def _needed(manuscript: Manuscript, present: Mapping[str, Path]) -> Collection[str]:
    """Kinds of file that a rule set must have; all, once it has any of what states do.

    One that has nothing of it is refused as a whole where a scenario names it.
    """
    if not present.keys().isdisjoint(OF_MATCHES):
        return RULE_FILES.keys() - {*OPTIONAL_RULES}
    if "scenario" in manuscript.scene:
        lacking = ", ".join(f"{kind}.yaml" for kind in OF_MATCHES if kind not in OPTIONAL_RULES)
        what = "a rule set of goods and processes alone, on which no match can be played"
        manuscript.report("scene", "scenario", ("rule_set",), what, f"add what states do to it: {lacking}")
    return supply.FILES.keys() - {*OPTIONAL_RULES}


def _outdated(manuscript: Manuscript, present: Mapping[str, Path]) -> bool:
    """Whether a rule set is of the first edition, of which one finding says all there is to say."""
    head = present.get("ruleset")
    if head is None or OF_FIRST_EDITION.isdisjoint(present):
        return False
    source = reader.read(head, manuscript.files)
    if source.findings or source.data.get("edition", 1) != 1:
        return False
    manuscript.outdated = True
    what = "a rule set of the first edition, of materials and three stages, which is not played any more"
    hint = "begin a new one of goods and processes with 'chokepoint new rules NAME', and take your numbers over"
    manuscript.findings.append(source.finding((), what, hint))
    return True


def check_models(manuscript: Manuscript, part: str) -> None:
    """Turn what was read into records."""
    known = RULE_FILES if part == "rules" else SCENARIO_FILES
    if manuscript.outdated:
        return
    for kind in manuscript.rules if part == "rules" else manuscript.scene:
        check_model(manuscript, part, kind, known[kind])


def check_model(manuscript: Manuscript, part: str, kind: str, model: type[Document]) -> None:
    """Turn one file into its record."""
    source = manuscript.source(part, kind)
    if not isinstance(source.root, yaml.MappingNode) or not _head(manuscript, source, kind):
        return
    try:
        record = model.model_validate(source.data)
    except ValidationError as error:
        manuscript.findings += translate.findings(error, source, model)
    else:
        if not source.findings:
            manuscript.records[part, kind] = record


def _head(manuscript: Manuscript, source: Source, kind: str) -> bool:
    """Whether version and kind of a file are those expected."""
    data: dict[str, Any] = source.data
    version = data.get("format")
    if isinstance(version, int) and not isinstance(version, bool) and version > FORMAT:
        what = f"written for a newer version of the program (format {version}, this one reads {FORMAT})"
        manuscript.findings.append(source.finding(("format",), what, "update the program"))
        return False
    if version != FORMAT or isinstance(version, bool):
        what = "'format' is missing" if version is None else f"format {kind_of(version)} is not known"
        manuscript.findings.append(source.finding(("format",), what, f"write format: {FORMAT} in the first line"))
        return False
    if data.get("kind") != kind:
        what = "'kind' is missing" if data.get("kind") is None else f"kind '{data['kind']}' in a file named {kind}.yaml"
        manuscript.findings.append(source.finding(("kind",), what, f"write kind: {kind}"))
        return False
    return True
