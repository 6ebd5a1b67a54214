"""Incidents: what the script lets happen; what it does to tension, budgets, demand, sites and foreign tariffs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine import chance, metrics, shocks
from game.engine.condition_table import ConditionTable, somewhere
from game.engine.derived import derived
from game.engine.events import Events
from game.engine.month import Month
from game.engine.phases import exports
from game.engine.state import State
from game.engine.world import World, wide

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


@dataclass(frozen=True)
class _Moving:
    """Incidents that change how busy sectors are for a while: places (n,), months (n, 1), factors (n, N, J, 1)."""

    place: NDArray[np.intp]
    months: NDArray[np.int64]
    factor: NDArray[np.float64]


@derived
def _moving(world: World) -> _Moving:
    found = world.incidents
    moving = [i for i, incident in enumerate(found) if np.any(incident.demand != 1.0) and incident.months > 0]
    months = np.array([found[i].months for i in moving], dtype=np.int64)
    factor = np.array([found[i].demand for i in moving])
    return _Moving(np.array(moving, dtype=np.intp), months[:, None], wide(factor))


@dataclass(frozen=True)
class _Halting:
    """Incidents that halt or slow sites for a while: their places (n,), months (n, 1), and factors (n, S, 1)."""

    place: NDArray[np.intp]
    months: NDArray[np.int64]
    factor: NDArray[np.float64]


@derived
def _halting(world: World) -> _Halting:
    found = world.incidents
    halting = [i for i, incident in enumerate(found) if np.any(incident.output != 1.0) and incident.months > 0]
    months = np.array([found[i].months for i in halting], dtype=np.int64)
    factor = np.array([found[i].output for i in halting])
    return _Halting(np.array(halting, dtype=np.intp), months[:, None], wide(factor))


def advance(world: World, state: State, month: Month) -> None:
    """Let incidents happen. `month.sector_factor` becomes the (N, J, B) factor on activity and `month.site_factor` the
    (S, B) factor on what sites can make, each None where no incident acts on it.
    """
    if month.script is not None:
        for i, where in month.script.incidents.get(state.month, {}).items():
            _strike(world, state, month.events, i, where)
    else:
        scripted, open_ended = _script(world)
        due = scripted.get(state.month, ()) + open_ended
        if due:
            _happen(world, state, month, due)
    month.sector_factor = _sector_factor(world, state)
    month.site_factor = _site_factor(world, state)
    if state.shocks:
        _by_hand(world, state, month)


def _by_hand(world: World, state: State, month: Month) -> None:
    """What an intervention does to sectors and sites for some months, on top of the incidents."""
    sectors = shocks.factor(
        state.shocks, shocks.DEMAND, state.month, (len(world.names.nations), len(world.names.sectors), state.batch)
    )
    sites = shocks.factor(state.shocks, shocks.OUTPUT, state.month, (len(world.names.sites), state.batch))
    month.sector_factor = _both(month.sector_factor, sectors)
    month.site_factor = _both(month.site_factor, sites)


def _both(one: NDArray[np.float64] | None, other: NDArray[np.float64] | None) -> NDArray[np.float64] | None:
    if one is None or other is None:
        return other if one is None else one
    return one * other


def happen_by_hand(world: World, state: State, events: Events, i: int, where: NDArray[np.bool_]) -> None:
    """Let incident `i` happen now, whatever its month, condition and chance, where it has not yet."""
    fresh = where & (state.incident_fired[i] == NEVER)
    if np.count_nonzero(fresh):
        _strike(world, state, events, i, fresh)


def _happen(world: World, state: State, month: Month, due: tuple[int, ...]) -> None:
    lucky = chance.uniform_of_year(state.seeds, "incident", state.month, len(world.incidents)) < _chances(world)
    due = _somewhere(due, lucky)
    if not due:
        return
    fresh = state.incident_fired == NEVER
    fresh &= lucky
    due = _somewhere(due, fresh)
    if not due:
        return
    conditional = _conditional(world)
    asked = [i in due for i in conditional]
    found = _table(world).found(world, state, metrics.read, asked) if any(asked) else {}
    everywhere = np.ones(state.batch, dtype=bool)
    holds = {**dict.fromkeys(due, everywhere), **{i: found.get(row) for row, i in enumerate(conditional)}}
    for i in due:
        where = holds[i]
        if where is not None and np.count_nonzero(where & fresh[i]):
            _strike(world, state, month.events, i, where & fresh[i])


def _somewhere(due: tuple[int, ...], where: NDArray[np.bool_]) -> tuple[int, ...]:
    """Those of the incidents `due` that `where` (I, B) admits in some match."""
    admitted = somewhere(where)
    return tuple([i for i in due if admitted[i]])


@derived
def _chances(world: World) -> NDArray[np.float64]:
    return np.array([[incident.chance] for incident in world.incidents])


def _strike(world: World, state: State, events: Events, i: int, where: NDArray[np.bool_]) -> None:
    incident = world.incidents[i]
    cause, terms = f"incident:{incident.key}", events.terms
    state.incident_fired[i][where] = state.month
    hit = np.flatnonzero(incident.tension).tolist()
    for nation in hit:
        tension = state.tension[nation] + incident.tension[nation] * where
        np.minimum(np.maximum(tension, 0.0), 1.0, out=tension)
        terms.moved("tension", cause, state.tension[nation], tension, at=(nation,))
        state.tension[nation] = tension
    for nation in np.flatnonzero(incident.budget).tolist():
        budget = np.maximum(state.budget[nation] + incident.budget[nation] * where, 0.0)
        terms.moved("budget", cause, state.budget[nation], budget, at=(nation,))
        state.budget[nation] = budget
    if incident.tariff.size:
        exports.set_tariffs(world, state, events, incident, where)
    target = hit[0] if len(hit) == 1 else -1
    size = float(np.abs(incident.tension).max(initial=0.0))
    events.add("incident", state.month, where, target=target, item=i, amount=size, cause=cause)


def _sector_factor(world: World, state: State) -> NDArray[np.float64] | None:
    moving = _moving(world)
    acting = _acting(state, moving.place, moving.months)
    if acting is None:
        return None
    factor: NDArray[np.float64] = np.multiply.reduce(np.where(acting[:, None, None], moving.factor, 1.0), axis=0)
    return factor


def _site_factor(world: World, state: State) -> NDArray[np.float64] | None:
    halting = _halting(world)
    acting = _acting(state, halting.place, halting.months)
    if acting is None:
        return None
    factor: NDArray[np.float64] = np.multiply.reduce(np.where(acting[:, None], halting.factor, 1.0), axis=0)
    return factor


def _acting(state: State, place: NDArray[np.intp], months: NDArray[np.int64]) -> NDArray[np.bool_] | None:
    """Which of the incidents at `place`, each lasting its `months`, act now, (n, B); None when none does."""
    if not len(place):
        return None
    fired = state.incident_fired.take(place, axis=0)
    # One that has not happened counts as long over.
    acting: NDArray[np.bool_] = (fired > NEVER) & (fired > state.month - months)
    return acting if np.count_nonzero(acting) else None
