"""What chance holds for a project: how long a phase lasts, what it costs, whether it fails. One draw for all three."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine import chance
from game.engine.derived import derived
from game.engine.state import State
from game.engine.world import PHASES, World

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

PROSPECTING, FEASIBILITY, PERMITTING, CONSTRUCTION, COMMISSIONING = range(len(PHASES))
DURATION, COST, FATE = range(3)
LATE = 0.5
"""A phase is told as delayed when it will last longer than this way from its most likely to its longest."""


@derived
def gates(world: World) -> Array:
    """(5, P) chance of failing at the end of each phase.

    Half of the risk lies in the permits, half in making the thing work; all in the latter where permits are there.
    Where the deposit is still looked for, a third of it lies in the ground.
    """
    failure, first = world.projects.failure, world.projects.start_phase
    half, third = 1.0 - np.sqrt(1.0 - failure), 1.0 - np.cbrt(1.0 - failure)
    permitted, looking = first > PERMITTING, first == PROSPECTING
    gates = np.zeros((len(PHASES), len(failure)))
    gates[PROSPECTING] = np.where(looking, third, 0.0)
    gates[PERMITTING] = np.select([permitted, looking], [0.0, third], half)
    gates[COMMISSIONING] = np.select([permitted, looking], [failure, third], half)
    return gates


@derived
def _easing(world: World) -> Array:
    """(2, 6) factors by instrument on the chance of failing and on the months of early phases; the last is for none."""
    finance = world.finance
    return np.stack([np.append(finance.early_risk, 1.0), np.append(finance.early_months, 1.0)])


@derived
def _varies(world: World) -> bool:
    return bool((_easing(world) != 1.0).any()) or world.environment.offers


def _special(world: World, state: State, listed: NDArray[np.intp]) -> bool:
    """Whether any of the projects `listed` has chances of its own, by its finance or by its standard."""
    if not _varies(world):
        return False
    return bool(np.count_nonzero(state.project_terms[listed]))


def risks(world: World, state: State, listed: NDArray[np.intp], phase: NDArray[np.int64]) -> Array:
    """Chance of failing at the end of `phase` (n, B) for the projects `listed`, (n, B)."""
    risk: Array = gates(world)[phase, listed[:, None]]
    if _special(world, state, listed):
        risk = risk * np.where(phase < CONSTRUCTION, _easing(world)[0].take(state.project_instrument[listed]), 1.0)
        licence = world.environment.licence_risk.take(state.project_standard[listed] + 1)
        risk = np.minimum(risk * np.where(phase == PERMITTING, licence, 1.0), 1.0)
    return risk


def _pace(world: World, state: State, listed: NDArray[np.intp], phase: NDArray[np.int64]) -> Array:
    """Factor on the months of `phase` (n, B), (n, B)."""
    pace = np.where(phase < PERMITTING, _easing(world)[1].take(state.project_instrument[listed]), 1.0)
    permits = world.environment.permitting.take(state.project_standard[listed] + 1)
    return np.where(phase == PERMITTING, permits, pace)


def phase_of(state: State, listed: NDArray[np.intp]) -> NDArray[np.int64]:
    """Phases of the projects `listed`, (n, B); any phase at all where a project is not under way."""
    phase: NDArray[np.int64] = state.project_phase[listed] % len(PHASES)
    return phase


def drawn_for(world: World, state: State, listed: NDArray[np.intp]) -> Array:
    """The draws of the projects `listed` in this month, (n, 3, B): of duration, cost and fate."""
    streams = [f"project/{world.names.projects[project]}" for project in listed.tolist()]
    return chance.uniform_of_streams(state.seeds, streams, state.month, 3)


@dataclass(frozen=True)
class Entry:
    """What chance holds for a project that enters a phase, (B,)."""

    months: Array
    late: Array
    """Months beyond the most likely."""
    delayed: Mask
    """Where that is news."""
    building: Mask
    """Where the phase is construction ..."""
    luck: Array
    """... and the draw for its cost."""


def entries(world: World, state: State, listed: NDArray[np.intp], drawn: Array | None = None) -> list[Entry]:
    """The months that the phases of the projects `listed` will last, and the luck of those who build."""
    drawn = drawn_for(world, state, listed) if drawn is None else drawn
    phase = phase_of(state, listed)
    shortest, likely, longest = _months(world)[:, listed[:, None], phase]
    months = chance.to_triangular(drawn[:, DURATION], shortest, likely, longest)
    if _special(world, state, listed):
        months = months * _pace(world, state, listed, phase)
    months = np.rint(months)
    late = months - likely
    delayed = (late > LATE * (longest - likely)) & (late >= 1.0)
    building = phase == CONSTRUCTION
    return [Entry(*row) for row in zip(months, late, delayed, building, drawn[:, COST], strict=True)]


@derived
def _months(world: World) -> Array:
    """(3, P, 5) months that each phase lasts: at least, most likely, at most."""
    projects = world.projects
    return np.stack([projects.phase_low, projects.phase_mode, projects.phase_high])


def overrun(world: World, project: int, luck: Array) -> Array:
    """The factor on the cost of `project` for draws of `luck`, (B,)."""
    mode, high = world.projects.overrun_mode[project], world.projects.overrun_high[project]
    return chance.to_triangular(luck, np.ones(1), mode, high)
