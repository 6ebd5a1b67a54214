"""What lies beside a scenario and changes nothing in a match: facts, calibration and ablation.

Loaded by those who need them: reading a scenario for a match does not wait for them.
"""

from __future__ import annotations

from pathlib import Path

from game.content.ablation import Ablation
from game.content.calibration import Calibration
from game.content.checks import ablation as ablations
from game.content.checks import calibration as calibrations
from game.content.checks import facts as facts_checks
from game.content.facts import Facts
from game.content.findings import Finding
from game.content.gathering import compiled, examine, gather, in_order, refuse, scenario_folder
from game.content.package import Package


def check(folder: Path) -> list[Finding]:
    """Everything that is wrong with a scenario, its rule set, and what lies beside it, in order of place."""
    draft = gather(folder)
    source = ablations.read(draft)
    frame = examine(draft)
    if frame is not None:
        facts = facts_checks.check(draft, frame)
        calibrations.check(draft, _names(facts))
        if source is not None:
            ablations.check(draft, frame, source)
    return in_order(draft)


def load_calibration(scenario: str | Path) -> tuple[Calibration, Facts] | None:
    """What calibration may move, and what it is fitted to; None where the scenario lacks one of the two files.

    Raises:
        ContentError: when there is no such scenario, or when anything in it or in these files is wrong.
    """
    draft = gather(scenario_folder(scenario))
    frame = examine(draft)
    facts = facts_checks.check(draft, frame) if frame is not None else None
    found = calibrations.check(draft, _names(facts))
    refuse(draft)
    return None if found is None or facts is None else (found, facts)


def load_ablation(scenario: str | Path) -> tuple[Package, Ablation] | None:
    """The levers to compare, with the scenario to compare them in; None where it has no ``ablation.yaml``.

    The package has the rules of the rival that the file adds; they rest in runs that do not name them.

    Raises:
        ContentError: when there is no such scenario, or when anything in it or in the file is wrong.
    """
    draft = gather(scenario_folder(scenario))
    source = ablations.read(draft)
    frame = examine(draft)
    found = ablations.check(draft, frame, source) if source is not None and frame is not None else None
    whole = compiled(draft, frame)
    return None if found is None else (whole, found)


def _names(facts: Facts | None) -> tuple[str, ...]:
    return () if facts is None else tuple(fact.key for fact in facts.facts)
