"""Finding, reading and checking rule sets and scenarios."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from game.content import reader, shelves
from game.content.bundle import digest
from game.content.changes import Changes, changed
from game.content.checks import all as checks
from game.content.compiling.frame import Frame
from game.content.files import Kept
from game.content.findings import Finding, shown
from game.content.fitted import Fitted, fitted
from game.content.gathering import (
    compiled,
    examine,
    gather,
    in_order,
    in_other_scripts,
    refuse,
    scenario_at,
    scenario_folder,
)
from game.content.manuscript import Manuscript, check_models, read_folder
from game.content.meaning import Meaning, meaning, raw
from game.content.moving import Movable, movable
from game.content.package import Package

if TYPE_CHECKING:
    from game.content.ablation import Ablation
    from game.content.calibration import Calibration
    from game.content.facts import Facts
    from game.content.plan import PlanFile
    from game.content.record import Curve

Compiled = TypeVar("Compiled")


@dataclass(frozen=True)
class ScenarioInfo:
    """A scenario as a list shows it."""

    id: str
    """What it is called by: the name of its folder, or, where two have that, the folder."""
    title: str
    summary: str
    seats: tuple[str, ...]
    turns: int
    turn_months: int
    start: str
    """First month, ``YYYY-MM``."""
    has_facts: bool = False
    """Whether it says what it is held against."""
    presets: tuple[str, ...] = ()
    """Minutes of the sessions that it offers."""


def load(scenario: str | Path, changes: Changes | None = None) -> Package:
    """The scenario with its rule set, compiled: `scenario` is the name of one, or a folder.

    `changes` gives figures other values, by their path as in ``overrides``. Who loads the same scenario with many
    changes reads it once, as `Variants`.

    Raises:
        ContentError: when there is no such scenario, or when anything in it or in the changes is wrong.
    """
    with _all_kept():
        return Variants(scenario).package(changes or {})


@contextmanager
def _all_kept() -> Iterator[None]:
    """Nearly all that is made of the files stays: to search it again and again for what is not needed would take a
    third of the time.
    """
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


class Variants:
    """A scenario whose files are read once and compiled as often as wanted, with other figures each time."""

    def __init__(self, scenario: str | Path, texts: Mapping[str, str] | None = None) -> None:
        """Read a scenario: as installed or from its folder, or from the `texts` of its files (`Package.originals`).

        Raises:
            ContentError: when there is none; what is wrong in it is told by `package`.
        """
        if texts is None:
            self._draft = gather(scenario_folder(scenario))
        else:
            self._draft = gather(Path("scenarios") / scenario, Kept(texts))

    def package(self, changes: Changes) -> Package:
        """The scenario with other figures, by their path as in ``overrides``; about half the time of a `load`.

        Raises:
            ContentError: when anything in the scenario or in the changes is wrong.
        """
        manuscript = changed(self._draft, changes)
        return compiled(manuscript, examine(manuscript), changes)

    def movable(self) -> tuple[Movable, ...]:
        """The numbers in places that are marked as fitted. Raises as `package`."""
        manuscript = changed(self._draft, {})
        examine(manuscript)
        refuse(manuscript)
        return movable(manuscript)

    def hash(self, changes: Changes) -> str:
        """What `Package.hash` will be, without making anything of the files. Raises as `package` for `changes`."""
        return digest(changed(self._draft, changes))

    def meaning(self, changes: Changes) -> Meaning:
        """Every value of the scenario by its path, texts left out. Raises as `package`."""
        manuscript = changed(self._draft, changes)
        examine(manuscript)
        refuse(manuscript)
        return meaning(manuscript)

    def raw(self) -> Meaning:
        """Every value as it was read, where this program knows its place or not."""
        return raw(self._draft)


def check(path: Path) -> list[Finding]:
    """Everything that is wrong with the rule set or scenario in the folder `path`, in order of place."""
    if (path / "scenario.yaml").exists():
        return _check_scenario(path)
    if not path.is_dir() or not any(path.glob("*.yaml")):
        what = "no rule set and no scenario" if path.is_dir() else "no such folder"
        return [Finding(shown(path), 1, 1, what, "name the folder with ruleset.yaml or scenario.yaml")]
    # Loaded here, so that reading a scenario does not wait for what only a check needs.
    from game.content.checks import documented, sources

    manuscript = Manuscript(rule_folder=path)
    read_folder(manuscript, "rules", path)
    check_models(manuscript, "rules")
    checks.run(manuscript)
    sources.check(manuscript)
    documented.check(manuscript)
    return in_order(manuscript)


def _check_scenario(folder: Path) -> list[Finding]:
    """The findings in a scenario, its rule set, and what lies beside it and changes nothing in a match."""
    from game.content.checks import ablation, calibration, facts, record, sources

    manuscript = gather(folder)
    levers = ablation.read(manuscript)
    frame = examine(manuscript)
    # They name things of all files: nothing is said about them while one of those cannot be used.
    if frame is not None and not manuscript.failed():
        facts.check(manuscript, frame)
        record.check(manuscript, frame)
        calibration.check(manuscript, frame)
        ablation.check(manuscript, frame, levers)
    sources.check(manuscript)
    manuscript.findings += in_other_scripts(manuscript, folder)
    return in_order(manuscript)


def fitted_in(folder: Path) -> tuple[Fitted, ...] | None:
    """The fitted numbers of the rule set or scenario in `folder`; None where there are no goods and processes."""
    if scenario_at(folder) is not None:
        manuscript = gather(folder)
    else:
        manuscript = Manuscript(rule_folder=folder)
        read_folder(manuscript, "rules", folder)
    return fitted(manuscript) if "goods" in manuscript.rules else None


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


def load_calibration(scenario: str | Path) -> tuple[Calibration, Facts] | None:
    """What calibration may move, and what it is fitted to; None where the scenario lacks one of the two files.

    Raises:
        ContentError: when there is no such scenario, or when anything in it or in these files is wrong.
    """
    from game.content.checks import calibration

    facts = load_facts(scenario)
    found = _load_apart(scenario, calibration.check)
    return None if found is None or facts is None else (found, facts)


def load_ablation(scenario: str | Path) -> tuple[Package, Ablation] | None:
    """The levers to compare, with the scenario to compare them in; None where it has no ``ablation.yaml``.

    The package has the rules of the rival that the file adds; they rest in runs that do not name them.

    Raises:
        ContentError: when there is no such scenario, or when anything in it or in the file is wrong.
    """
    from game.content.checks import ablation

    manuscript = gather(scenario_folder(scenario))
    levers = ablation.read(manuscript)
    frame = examine(manuscript)
    found = ablation.check(manuscript, frame, levers) if frame is not None and not manuscript.failed() else None
    whole = compiled(manuscript, frame)
    return None if found is None else (whole, found)


def load_plan(scenario: str | Path, file: Path) -> PlanFile:
    """The plan in `file`, for a seat of the scenario. `scenario` as for `load`.

    Raises:
        ContentError: when there is no such scenario, or when anything in it or in the plan is wrong.
    """
    from game.content.checks import plan

    manuscript = gather(scenario_folder(scenario))
    frame = examine(manuscript)
    found = plan.read(manuscript, frame, file) if frame is not None and not manuscript.failed() else None
    refuse(manuscript)
    if found is None:
        raise LookupError(f"{file} has no findings and no plan")
    return found


def _load_apart(scenario: str | Path, check: Callable[[Manuscript, Frame], Compiled | None]) -> Compiled | None:
    manuscript = gather(scenario_folder(scenario))
    frame = examine(manuscript)
    found = check(manuscript, frame) if frame is not None and not manuscript.failed() else None
    refuse(manuscript)
    return found


def list_scenarios(*, own: bool = True) -> list[ScenarioInfo]:
    """The scenarios that come along and, with `own`, the user's: those made for play first, replays of a record last.

    Among each the earliest comes first. Those that cannot be read are left out.
    """
    folders = shelves.everything(shelves.SCENARIOS, own=own)
    counted = Counter(folder.name for folder in folders)
    infos = [info for folder in folders if (info := _info(folder, alone=counted[folder.name] == 1)) is not None]
    return sorted(infos, key=lambda info: (info.has_facts, info.start, info.id))


def _info(folder: Path, *, alone: bool) -> ScenarioInfo | None:
    data = reader.read(folder / "scenario.yaml").data
    try:
        return ScenarioInfo(
            id=folder.name if alone else str(folder),
            title=str(data["title"]),
            summary=str(data["summary"]),
            seats=tuple(map(str, data["seats"])),
            turns=int(data["turns"]),
            turn_months=int(data["turn_months"]),
            start=str(data["start"]),
            has_facts=(folder / "facts.yaml").is_file(),
            presets=tuple(str(preset["minutes"]) for preset in data.get("presets", ())),
        )
    except (KeyError, TypeError, ValueError):
        return None
