"""Incidents: what the scenario's script lets happen, and what it does to tension, budgets and demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.engine import chance, metrics
from game.engine.conditions import ConditionTable
from game.engine.derived import derived
from game.engine.state import State
from game.engine.world import World, wide

if TYPE_CHECKING:
    from game.engine.step import Month

NEVER = -1


@derived
def _table(world: World) -> ConditionTable:
    return ConditionTable(tuple(incident.when for incident in world.incidents if incident.when is not None))


@derived
def _conditional(world: World) -> tuple[int, ...]:
    """Incidents with a condition, in the order of the table."""
    return tuple(i for i, incident in enumerate(world.incidents) if incident.when is not None)


@derived
def _script(world: World) -> tuple[dict[int, tuple[int, ...]], tuple[int, ...]]:
    """Incidents by the month for which they are written, and those that wait for their condition alone."""
    scripted: dict[int, tuple[int, ...]] = {}
    for i, incident in enumerate(world.incidents):
        if incident.month >= 0:
            scripted[incident.month] = (*scripted.get(incident.month, ()), i)
    waiting = (i for i in _conditional(world) if world.incidents[i].month == NEVER)
    return scripted, tuple(waiting)


@derived
def _moving_demand(world: World) -> tuple[NDArray[np.intp], NDArray[np.float64], tuple[NDArray[np.float64], ...]]:
    """Incidents that change demand: positions, how many months each, (n, 1), and factors, (N, J, 1)."""
    moving = [i for i, incident in enumerate(world.incidents) if np.any(incident.demand != 1.0) and incident.months > 0]
    months = np.array([[float(world.incidents[i].months)] for i in moving]).reshape(len(moving), 1)
    return np.array(moving, dtype=np.intp), months, tuple(wide(world.incidents[i].demand) for i in moving)


def advance(world: World, state: State, month: Month) -> None:
    """Let incidents happen; `month.demand_factor` becomes the (N, J, B) factor on demand, None where none acts."""
    scripted, open_ended = _script(world)
    due = scripted.get(state.month, ()) + open_ended
    if due:
        _happen(world, state, month, due)
    month.demand_factor = _demand_factor(world, state)


def _happen(world: World, state: State, month: Month, due: tuple[int, ...]) -> None:
    fresh = state.incident_fired == NEVER
    left = np.logical_or.reduce(fresh, axis=1).tolist()
    due = tuple(i for i in due if left[i])
    if not due:
        return
    conditional = _conditional(world)
    asked = [i in due for i in conditional]
    if any(asked):
        holds = _table(world).holds(world, state, metrics.read, asked)
        some = np.logical_or.reduce(holds, axis=1).tolist()
        for row, i in enumerate(conditional):
            left[i] = some[row]
            if some[row]:
                fresh[i] &= holds[row]
    due = tuple(i for i in due if left[i])
    if any(world.incidents[i].chance < 1.0 for i in due):
        fresh &= chance.uniform_of_year(state.seeds, "incident", state.month, len(fresh)) < _chances(world)
    for i in due:
        if np.count_nonzero(fresh[i]):
            _strike(world, state, month, i, fresh[i])


@derived
def _chances(world: World) -> NDArray[np.float64]:
    return np.array([[incident.chance] for incident in world.incidents])


def _strike(world: World, state: State, month: Month, i: int, where: NDArray[np.bool_]) -> None:
    incident = world.incidents[i]
    state.incident_fired[i][where] = state.month
    state.tension[:] = np.clip(state.tension + wide(incident.tension) * where, 0.0, 1.0)
    state.budget[:] = np.maximum(state.budget + wide(incident.budget) * where, 0.0)
    hit = np.flatnonzero(incident.tension)
    target = int(hit[0]) if len(hit) == 1 else -1
    size = float(np.abs(incident.tension).max(initial=0.0))
    month.events.add(
        "incident", state.month, where, target=target, item=i, amount=size, cause=f"incident:{incident.key}"
    )


def _demand_factor(world: World, state: State) -> NDArray[np.float64] | None:
    positions, months, factors = _moving_demand(world)
    if not len(positions):
        return None
    fired = np.take(state.incident_fired, positions, axis=0)
    acting = (fired != NEVER) & (state.month - fired < months)
    if not np.count_nonzero(acting):
        return None
    product = np.ones((*factors[0].shape[:-1], state.batch))
    for row, factor in zip(acting, factors, strict=True):
        product *= np.where(row, factor, 1.0)
    return product
