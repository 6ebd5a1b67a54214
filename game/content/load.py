"""Finding, reading and checking rule sets and scenarios."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from game import places
from game.content import overrides, reader
from game.content.bundle import package
from game.content.checks import all as checks
from game.content.compiling.frame import Frame
from game.content.draft import BRIEFING, Draft, check_models, read_folder
from game.content.findings import ContentError, Finding, shown
from game.content.package import Package
from game.content.words import closest

if TYPE_CHECKING:
    from game.content.facts import Facts
    from game.content.record import Curve

Compiled = TypeVar("Compiled")


@dataclass(frozen=True)
class ScenarioInfo:
    """A scenario as a list shows it."""

    id: str
    title: str
    summary: str
    seats: tuple[str, ...]
    turns: int
    turn_months: int
    start: str
    """First month, ``YYYY-MM``."""
    has_facts: bool = False
    """Whether it says what it is held against."""


def load(scenario: str | Path) -> Package:
    """The scenario with its rule set, compiled: `scenario` is the id of one that comes along, or a folder.

    Raises:
        ContentError: when there is no such scenario, or when anything in it is wrong.
    """
    folder = scenario_folder(scenario)
    draft, frame = _examine(folder)
    if draft.failed() or frame is None or draft.rule_folder is None:
        raise ContentError(_sorted(draft))
    return package(draft, frame, draft.rule_folder.name, _name(folder))


def check(path: Path) -> list[Finding]:
    """Everything that is wrong with the rule set or scenario in the folder `path`, in order of place."""
    if (path / "scenario.yaml").exists():
        return _check_scenario(path)
    if not path.is_dir() or not any(path.glob("*.yaml")):
        what = "no rule set and no scenario" if path.is_dir() else "no such folder"
        return [Finding(shown(path), 1, 1, what, "name the folder with ruleset.yaml or scenario.yaml")]
    # Loaded here, so that reading a scenario does not wait for what only a check needs.
    from game.content.checks import documented

    draft = Draft(rule_folder=path)
    read_folder(draft, "rules", path)
    check_models(draft, "rules")
    checks.run(draft)
    documented.check(draft)
    return _sorted(draft)


def _check_scenario(path: Path) -> list[Finding]:
    """The findings in a scenario, its rule set, and what lies beside it and changes nothing in a match."""
    from game.content.checks import facts, record

    draft, frame = _examine(path)
    # They name things of all files: nothing is said about them while one of those cannot be used.
    if frame is not None and not draft.failed():
        facts.check(draft, frame)
        record.check(draft, frame)
    return _sorted(draft)


def load_facts(scenario: str | Path) -> Facts | None:
    """What the scenario is held against, compiled; None where it has no ``facts.yaml``. `scenario` as for `load`.

    Raises:
        ContentError: when there is no such scenario, or when anything in it or in its facts is wrong.
    """
    from game.content.checks import facts

    return _load_apart(scenario, facts.check)


def load_record(scenario: str | Path) -> tuple[Curve, ...]:
    """What is known of the past, compiled; nothing where the scenario has no ``record.yaml``. Arguments as for `load`.

    Raises:
        ContentError: when there is no such scenario, or when anything in it or in its record is wrong.
    """
    from game.content.checks import record

    return _load_apart(scenario, record.check) or ()


def _load_apart(scenario: str | Path, compiled: Callable[[Draft, Frame], Compiled | None]) -> Compiled | None:
    draft, frame = _examine(scenario_folder(scenario))
    found = compiled(draft, frame) if frame is not None and not draft.failed() else None
    if draft.failed():
        raise ContentError(_sorted(draft))
    return found


def list_scenarios() -> list[ScenarioInfo]:
    """The scenarios that come along, in order of their ids; those that cannot be read are left out."""
    found = []
    for path in sorted(places.data("scenarios").glob("*/scenario.yaml")):
        data = reader.read(path).data
        try:
            found.append(
                ScenarioInfo(
                    id=path.parent.name,
                    title=str(data["title"]),
                    summary=str(data["summary"]),
                    seats=tuple(map(str, data["seats"])),
                    turns=int(data["turns"]),
                    turn_months=int(data["turn_months"]),
                    start=str(data["start"]),
                    has_facts=(path.parent / "facts.yaml").is_file(),
                )
            )
        except (KeyError, TypeError, ValueError):
            continue
    return found


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


def _name(folder: Path) -> str:
    """What finds the scenario again: its id if it came along, else where it lies."""
    inside = folder.resolve().parent == places.data("scenarios").resolve()
    return folder.name if inside else str(folder.resolve())


def _examine(folder: Path) -> tuple[Draft, Frame | None]:
    """Read and check a scenario with its rule set."""
    draft = Draft(folder=folder)
    read_folder(draft, "scene", folder)
    _read_briefing(draft, folder / BRIEFING)
    draft.rule_folder = _rule_folder(draft, folder)
    if draft.rule_folder is not None:
        read_folder(draft, "rules", draft.rule_folder)
        overrides.apply(draft)
    check_models(draft, "scene")
    check_models(draft, "rules")
    return draft, checks.run(draft)


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


def _sorted(draft: Draft) -> list[Finding]:
    """The findings by place; what a thing the reader refused leads to is left out."""
    refused = {finding for source in (*draft.rules.values(), *draft.scene.values()) for finding in source.findings}
    places_refused = {(finding.file, finding.line, finding.column) for finding in refused}
    return sorted(
        finding
        for finding in set(draft.findings)
        if finding in refused or (finding.file, finding.line, finding.column) not in places_refused
    )
