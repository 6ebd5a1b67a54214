"""A scenario with its rule set, from its folder to a manuscript, and from a manuscript to a package."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from game import places
from game.content import overrides, scripts, shelves
from game.content.bundle import package
from game.content.changes import Changes, changed
from game.content.checks import all as checks
from game.content.compiling.frame import Frame
from game.content.files import DISK, Files, Kept
from game.content.findings import ERROR, ContentError, Finding, grouped, shown
from game.content.manuscript import BRIEFING, Manuscript, check_models, read_folder
from game.content.package import Package
from game.content.words import closest

_HEAD = shelves.HEADS[shelves.SCENARIOS]


def scenario_folder(scenario: str | Path) -> Path:
    """The folder that a name or a path means; a text without a stroke is a name, of a folder here too.

    Raises:
        ContentError: when there is none, or when several have the name.
    """
    path = Path(scenario)
    if isinstance(scenario, str) and shelves.is_name(scenario):
        folders = [places.data(shelves.SCENARIOS), shelves.shelf(shelves.SCENARIOS), Path()]
        found = shelves.only(shelves.SCENARIOS, scenario, [folder / scenario for folder in folders])
        if found is not None:
            return found
    elif (folder := scenario_at(path)) is not None:
        return folder
    hint = closest(str(scenario), shelves.names(shelves.SCENARIOS))
    raise ContentError([Finding(shown(path), 1, 1, f"no scenario '{scenario}'", hint)])


def scenario_at(path: Path) -> Path | None:
    """The folder of the scenario that `path` is, or whose first file it is; None where it is neither."""
    if (path / _HEAD).is_file():
        return path
    return path.parent if path.name == _HEAD and path.is_file() else None


def gather(folder: Path, files: Files = DISK) -> Manuscript:
    """Read a scenario with its rule set, as the scenario changes it; nothing is checked yet."""
    manuscript = Manuscript(folder=folder, files=files)
    read_folder(manuscript, "scene", folder)
    _read_briefing(manuscript, folder / BRIEFING)
    manuscript.rule_folder = _rule_folder(manuscript, folder)
    if manuscript.rule_folder is not None:
        read_folder(manuscript, "rules", manuscript.rule_folder)
        overrides.apply(manuscript)
    return manuscript


def examine(manuscript: Manuscript) -> Frame | None:
    """Check what was read, by the rival's script that plays; the frame to compile in, if names and calendar stand."""
    scripts.apply(manuscript)
    check_models(manuscript, "scene")
    check_models(manuscript, "rules")
    return checks.run(manuscript)


def in_other_scripts(manuscript: Manuscript, folder: Path) -> Iterator[Finding]:
    """What is wrong where another script of the rival plays than usually; nothing is said while the usual one fails."""
    if manuscript.failed():
        return
    usual, draft = (
        manuscript.scene[scripts.KIND].data.get("plays") if scripts.names(manuscript) else None,
        gather(folder),
    )
    for name in scripts.names(manuscript):
        if name != usual:
            other = changed(draft, scripts.choice(name))
            examine(other)
            yield from other.findings


def compiled(manuscript: Manuscript, frame: Frame | None, changes: Changes | None = None) -> Package:
    """The package of a manuscript that was examined; `changes` are those made in it since it was read.

    Raises:
        ContentError: when anything wrong was found.
    """
    refuse(manuscript)
    if frame is None or manuscript.rule_folder is None or manuscript.folder is None:
        raise LookupError("a manuscript without findings that cannot be compiled")
    return package(manuscript, frame, manuscript.rule_folder.name, manuscript.folder.resolve().name, changes or {})


def refuse(manuscript: Manuscript) -> None:
    """Raise ContentError with all errors found in `manuscript`, if there are any."""
    if manuscript.failed():
        raise ContentError(finding for finding in in_order(manuscript) if finding.severity == ERROR)


def in_order(manuscript: Manuscript) -> list[Finding]:
    """The findings by place, repeated ones together; what a thing the reader refused leads to is left out."""
    refused = {
        finding for source in (*manuscript.rules.values(), *manuscript.scene.values()) for finding in source.findings
    }
    places_refused = {(finding.file, finding.line, finding.column) for finding in refused}
    return grouped(
        finding
        for finding in set(manuscript.findings)
        if finding in refused or (finding.file, finding.line, finding.column) not in places_refused
    )


def _read_briefing(manuscript: Manuscript, path: Path) -> None:
    try:
        manuscript.briefing = manuscript.files.read(path).decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        manuscript.findings.append(Finding(shown(path), 1, 1, "not UTF-8 text", "save the file with encoding UTF-8"))
        manuscript.briefing = "?"
    except OSError:
        manuscript.briefing = ""


def _rule_folder(manuscript: Manuscript, folder: Path) -> Path | None:
    """Where the scenario's rule set lies: beside it, or else where names are looked up."""
    named = manuscript.scene["scenario"].data.get("rule_set") if "scenario" in manuscript.scene else None
    if not isinstance(named, str) or not named:
        return None
    for candidate in _beside(manuscript.files, folder, named):
        if manuscript.files.there(candidate / "ruleset.yaml"):
            return candidate
    hint = closest(named, shelves.names(shelves.RULES))
    try:
        found = None if isinstance(manuscript.files, Kept) else shelves.named(shelves.RULES, named)
    except ContentError as several:
        manuscript.report("scene", "scenario", ("rule_set",), several.findings[0].what, several.findings[0].hint)
        return None
    if found is None:
        manuscript.report("scene", "scenario", ("rule_set",), f"no rule set '{named}'", hint)
    return found


def _beside(files: Files, folder: Path, named: str) -> tuple[Path, ...]:
    """Where a rule set lies that belongs to a scenario: a path from it, its neighbour, or in the ``rules`` around."""
    if isinstance(files, Kept):
        return (Path("rules") / Path(named).name,)
    if not shelves.is_name(named):
        return (folder / named,)
    around = folder.absolute().parent
    return folder / named, around / named, around.parent / "rules" / named
