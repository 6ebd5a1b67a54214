"""A scenario with its rule set, from its folder to a draft, and from a draft to a package."""

from __future__ import annotations

from pathlib import Path

from game import places
from game.content import overrides
from game.content.bundle import package
from game.content.checks import all as checks
from game.content.compiling.frame import Frame
from game.content.draft import BRIEFING, Draft, check_models, read_folder
from game.content.findings import ContentError, Finding, shown
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


def gather(folder: Path) -> Draft:
    """Read a scenario with its rule set, as the scenario changes it; nothing is checked yet."""
    draft = Draft(folder=folder)
    read_folder(draft, "scene", folder)
    _read_briefing(draft, folder / BRIEFING)
    draft.rule_folder = _rule_folder(draft, folder)
    if draft.rule_folder is not None:
        read_folder(draft, "rules", draft.rule_folder)
        overrides.apply(draft)
    return draft


def examine(draft: Draft) -> Frame | None:
    """Check what was read; the frame to compile in, if names and calendar stand."""
    check_models(draft, "scene")
    check_models(draft, "rules")
    return checks.run(draft)


def compiled(draft: Draft, frame: Frame | None) -> Package:
    """The package of a draft that was examined.

    Raises:
        ContentError: when anything wrong was found.
    """
    refuse(draft)
    if frame is None or draft.rule_folder is None or draft.folder is None:
        raise LookupError("a draft without findings that cannot be compiled")
    return package(draft, frame, draft.rule_folder.name, _name(draft.folder))


def refuse(draft: Draft) -> None:
    """Raise ContentError when anything wrong was found in `draft`."""
    if draft.failed():
        raise ContentError(in_order(draft))


def in_order(draft: Draft) -> list[Finding]:
    """The findings by place; what a thing the reader refused leads to is left out."""
    refused = {finding for source in (*draft.rules.values(), *draft.scene.values()) for finding in source.findings}
    places_refused = {(finding.file, finding.line, finding.column) for finding in refused}
    return sorted(
        finding
        for finding in set(draft.findings)
        if finding in refused or (finding.file, finding.line, finding.column) not in places_refused
    )


def _name(folder: Path) -> str:
    """What finds the scenario again: its id if it came along, else where it lies."""
    inside = folder.resolve().parent == places.data("scenarios").resolve()
    return folder.name if inside else str(folder.resolve())


def _read_briefing(draft: Draft, path: Path) -> None:
    try:
        draft.briefing = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        draft.findings.append(Finding(shown(path), 1, 1, "not UTF-8 text", "save the file with encoding UTF-8"))
        draft.briefing = "?"
    except OSError:
        draft.briefing = ""


def _rule_folder(draft: Draft, folder: Path) -> Path | None:
    """Where the scenario's rule set lies: among those that come along, or beside it."""
    named = draft.scene["scenario"].data.get("rule_set") if "scenario" in draft.scene else None
    if not isinstance(named, str) or not named:
        return None
    for candidate in (places.data("rules") / named, folder / named):
        if (candidate / "ruleset.yaml").is_file():
            return candidate
    known = [path.parent.name for path in places.data("rules").glob("*/ruleset.yaml")]
    draft.report("scene", "scenario", ("rule_set",), f"no rule set '{named}'", closest(named, known))
    return None
