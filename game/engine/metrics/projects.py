"""What is being built, who pays for it, and who can run it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.metrics.entry import Export, Values, When
from game.engine.metrics.registry import metric, over
from game.engine.seen import Seen
from game.engine.staff import staff as staff_of
from game.engine.state import DONE, FAILED, IDLE, State
from game.engine.summation import total
from game.engine.world import PHASES, World
from game.marks import N_

PROJECT_PHASE = {IDLE: "idle", **dict(enumerate(PHASES)), DONE: "done", FAILED: "failed"}
_PERMITTING = PHASES.index("permitting")


@metric(
    "P",
    "code",
    N_("Phase of {project}"),
    N_("How far the project has come: -1 before anybody takes it up, then its phases one by one, and how it ended."),
    codes=PROJECT_PHASE,
    export=Export(When.END),
    sources=("projects",),
)
def project_phase(world: World, state: State, project: int) -> Values:
    return state.project_phase[project].astype(np.float64)


@metric(
    "P",
    "0 or 1",
    N_("{project} is under way"),
    N_("Whether somebody took the project up and it has neither been completed nor failed."),
    sources=("projects",),
)
def project_running(world: World, state: State, project: int) -> Values:
    phase = state.project_phase[project]
    return ((phase > IDLE) & (phase < DONE)).astype(np.float64)


@metric(
    "P",
    "0 or 1",
    N_("{project} has its permits"),
    N_("Whether the project is past its permits: it is being built, made to work, or completed."),
    sources=("projects",),
)
def project_permitted(world: World, state: State, project: int) -> Values:
    phase = state.project_phase[project]
    return ((phase > _PERMITTING) & (phase <= DONE)).astype(np.float64)


@metric(
    "P",
    "0 or 1",
    N_("{project} is completed"),
    N_("Whether all phases of the project are over and what it adds to its mine or plant stands."),
    sources=("projects",),
)
def project_done(world: World, state: State, project: int) -> Values:
    return (state.project_phase[project] == DONE).astype(np.float64)


@metric(
    "P",
    "0 or 1",
    N_("{project} has failed"),
    N_("Whether the project was given up under way: it will never produce, and the money is lost."),
    sources=("projects",),
)
def project_failed(world: World, state: State, project: int) -> Values:
    return (state.project_phase[project] == FAILED).astype(np.float64)


@metric(
    "N",
    "projects",
    N_("Projects financed and under way"),
    N_("How many projects, at home and abroad, the nation pays for that are neither completed nor failed."),
    sources=("projects",),
)
def projects_running(world: World, state: State, nation: int) -> Values:
    return _financed(world, state, nation, (state.project_phase >= 0) & (state.project_phase < DONE))


@metric(
    "N",
    "share",
    N_("Projects that succeeded"),
    N_("Of the projects that the nation paid for and that are over by now, the part that was completed."),
    good=1,
    sources=("projects",),
)
def success_rate(world: World, state: State, nation: int) -> Values:
    done = _financed(world, state, nation, state.project_phase == DONE)
    return over(done, done + _financed(world, state, nation, state.project_phase == FAILED))


@metric(
    "N",
    "US$ million",
    N_("Invested in projects"),
    N_("The nation's public part of what its projects have cost since the start, overruns known so far included."),
    seen=Seen.OWN,
    sources=("projects", "finance"),
)
def invested(world: World, state: State, nation: int) -> Values:
    return total(state.project_cost * _parts(world, state)[nation], -2)


def _financed(world: World, state: State, nation: int, among: NDArray[np.bool_]) -> Values:
    """How many of the projects `among` (P, B) the nation finances, alone or with others."""
    return ((_parts(world, state)[nation] > 0.0) & among).sum(axis=-2).astype(np.float64)


def _parts(world: World, state: State) -> Values:
    """What each nation finances of each project, (N, P, B)."""
    parts = np.zeros((len(world.names.nations), *state.project_part.shape[1:]))
    parts[: world.seats] = state.project_part
    return parts


@metric(
    "",
    "share",
    N_("Greatest public part of a project"),
    N_("The greatest part of any project's cost that a government has taken on since the match began."),
    sources=("finance",),
)
def most_public(world: World, state: State) -> Values:
    return np.maximum.reduce(state.project_public, axis=0)


@metric(
    "N",
    "projects",
    N_("Trained staff"),
    N_(
        "How many projects in the nation can go on at once before there is nobody left who knows how: people trained "
        "at home, and those whom agreements in force send."
    ),
    good=1,
    sources=("economy", "agreements"),
)
def staff(world: World, state: State, nation: int) -> Values:
    return staff_of(world, state, nation)
