"""How far projects are, by what was told of them: the months that a phase will really last are known to nobody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from game.engine.world.projects import Projects
from game.session.records import TurnReport

_NEARLY = 0.99
"""The most that is shown of a project that is not done."""


@dataclass(frozen=True)
class Begun:
    """The phase in which a project is, as the news had it."""

    month: int
    """In which it began, from the start of the match."""
    late: float = 0.0
    """Months that it was announced to last beyond the most likely."""


def begun(reports: Iterable[TurnReport]) -> Mapping[int, Begun]:
    """Position of each project that was taken up to the phase that it entered last."""
    found: dict[int, Begun] = {}
    for report in reports:
        for event in report.events:
            if event.kind in ("project_started", "project_phase"):
                found[event.item] = Begun(event.month)
            elif event.kind == "project_delayed" and event.item in found:
                found[event.item] = Begun(event.month, event.amount)
    return found


def progress(projects: Projects, position: int, phase: int, now: int, last: Begun | None) -> float:
    """Part of its most likely duration that lies behind a project in `phase`, 0-1, in the month `now`."""
    likely, start = projects.phase_mode[position], int(projects.start_phase[position])
    late = last.late if last else 0.0
    elapsed = now - last.month if last else 0
    behind = float(likely[start:phase].sum()) + min(float(elapsed), float(likely[phase]) + late)
    return min(_NEARLY, behind / max(float(likely[start:].sum()) + late, 1e-9))
