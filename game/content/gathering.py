"""A scenario with its rule set, from its folder to a manuscript, and from a manuscript to a package."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from game import places
from game.content import overrides
from game.content.bundle import package
from game.content.checks import all as checks
from game.content.compiling.frame import Frame
from game.content.files import DISK, Files, Kept
from game.content.findings import ContentError, Finding, shown
from game.content.manuscript import BRIEFING, Manuscript, check_models, read_folder
from game.content.package import Package
from game.content.words import closest


def scenario_folder(scenario: str | Path) -> Path:
    """The folder that an id or a path means.

    Raises:
        ContentError: when there is none.
    """
    for folder in (places.data("scenarios") / scenario, Path(scenario)):
        if (folder / "scenario.yaml").is_file():
            return folder
    known = [path.parent.name for path in places.data("scenarios").glob("*/scenario.yaml")]
    what = f"no scenario '{scenario}'"
    raise ContentError([Finding(shown(Path(scenario)), 1, 1, what, closest(str(scenario), known))])


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
    """Check what was read; the frame to compile in, if names and calendar stand."""
    check_models(manuscript, "scene")
    check_models(manuscript, "rules")
    return checks.run(manuscript)


def compiled(manuscript: Manuscript, frame: Frame | None, changes: Mapping[str, float] | None = None) -> Package:
    """The package of a manuscript that was examined; `changes` are those made in it since it was read.

    Raises:
        ContentError: when anything wrong was found.
    """
    refuse(manuscript)
    if frame is None or manuscript.rule_folder is None or manuscript.folder is None:
        raise LookupError("a manuscript without findings that cannot be compiled")
    return package(manuscript, frame, manuscript.rule_folder.name, manuscript.folder.resolve().name, changes or {})


def refuse(manuscript: Manuscript) -> None:
    """Raise ContentError when anything wrong was found in `manuscript`."""
    if manuscript.failed():
        raise ContentError(in_order(manuscript))


def in_order(manuscript: Manuscript) -> list[Finding]:
    """The findings by place; what a thing the reader refused leads to is left out."""
    refused = {
        finding for source in (*manuscript.rules.values(), *manuscript.scene.values()) for finding in source.findings
    }
    places_refused = {(finding.file, finding.line, finding.column) for finding in refused}
    return sorted(
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
    """Where the scenario's rule set lies: among those that come along, or beside it."""
    named = manuscript.scene["scenario"].data.get("rule_set") if "scenario" in manuscript.scene else None
    if not isinstance(named, str) or not named:
        return None
    for candidate in _rule_folders(manuscript.files, folder, named):
        if manuscript.files.there(candidate / "ruleset.yaml"):
            return candidate
    known = [path.parent.name for path in places.data("rules").glob("*/ruleset.yaml")]
    manuscript.report("scene", "scenario", ("rule_set",), f"no rule set '{named}'", closest(named, known))
    return None


def _rule_folders(files: Files, folder: Path, named: str) -> tuple[Path, ...]:
    if isinstance(files, Kept):
        return (Path("rules") / Path(named).name,)
    return places.data("rules") / named, folder / named
