"""What an intervention does to the state: at once, in the matches in which it is done."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from game.engine.events import Events
from game.engine.interventions.figures import FIGURES, Figure
from game.engine.interventions.stroke import EVERY, FIRE, HAPPEN, STOP, Stroke
from game.engine.phases import incidents, rival
from game.engine.shocks import Shock
from game.engine.state import State
from game.engine.world import World
from game.marks import N_, Said

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]


def act(world: World, state: State, stroke: Stroke, where: Mask, events: Events, cause: str) -> None:
    """Do one effect in place in the matches of `where` (B,); where something stands in its way, nothing is done.

    `cause` is the kind of the intervention, a code of `terms.CAUSES`.
    """
    if stroke.verb == FIRE:
        rival.fire_by_hand(world, state, events, stroke.place[0], where, stroke.months)
    elif stroke.verb == STOP:
        rival.stop_by_hand(world, state, events, stroke.place[0], where)
    elif stroke.verb == HAPPEN:
        incidents.happen_by_hand(world, state, events, stroke.place[0], where)
    elif FIGURES[stroke.verb].lasts:
        _shock(state, stroke, where, events, cause)
    else:
        for place in _places(world, stroke):
            _move(state, stroke, place, where, events, cause)


def obstacle(world: World, state: State, stroke: Stroke) -> str:
    """Why the effect cannot be done now in a batch of one; empty where it can."""
    if stroke.verb == STOP and not state.rule_left[stroke.place][0] > 0.0:
        return Said(N_("the rule does not act now, so there is nothing to stop"))
    if stroke.verb == HAPPEN and state.incident_fired[stroke.place][0] != incidents.NEVER:
        month = world.calendar.label(int(state.incident_fired[stroke.place][0]))
        return Said(N_("it has happened in {month}; an incident happens once"), month=month)
    figure = FIGURES.get(stroke.verb)
    if figure is None:
        return ""
    for place in _places(world, stroke):
        if figure.open is not None and not figure.open(state, place)[0]:
            return Said(figure.closed)
        if figure.cell is not None and figure.name != "delay":
            would = float(_moved(figure.cell(state, place), stroke)[0])
            if not figure.low <= would <= figure.high:
                text = N_("it would come to {value:.6g}; it goes from {low:g} to {high:g} ({unit})")
                return Said(text, value=would, low=figure.low, high=figure.high, unit=figure.unit)
    return ""


def _places(world: World, stroke: Stroke) -> Iterator[tuple[int, ...]]:
    """The places of a figure; a nation that stands for all is all that may be named in its place."""
    figure = FIGURES[stroke.verb]
    if figure.lasts:
        yield stroke.place
        return
    nations = range(world.seats if figure.seats else len(world.names.nations))
    yield from itertools.product(*(nations if place == EVERY else (place,) for place in stroke.place))


def _moved(before: Array, stroke: Stroke) -> Array:
    if stroke.sign == "=":
        return np.full_like(before, stroke.amount)
    if stroke.sign == "*":
        return before * stroke.amount
    return before + (stroke.amount if stroke.sign == "+" else -stroke.amount)


def _open(figure: Figure, state: State, place: tuple[int, ...], where: Mask) -> Mask:
    return where if figure.open is None else where & figure.open(state, place)


def _move(state: State, stroke: Stroke, place: tuple[int, ...], where: Mask, events: Events, cause: str) -> None:
    figure = FIGURES[stroke.verb]
    if figure.cell is None:
        raise ValueError(f"{figure.name} is no figure that stands by itself")
    cell = figure.cell(state, place)
    before, done = cell.copy(), _open(figure, state, place, where)
    moved = _moved(before, stroke)
    if figure.name != "delay":
        moved = np.clip(moved, figure.low, figure.high)
    cell[...] = np.where(done, moved, before)
    if figure.term:
        events.terms.moved(figure.term, cause, before, cell, at=place)
    told = moved if figure.name != "delay" else np.full_like(before, stroke.amount)
    _tell(figure, state, place, done, events, told, cause)


def _shock(state: State, stroke: Stroke, where: Mask, events: Events, cause: str) -> None:
    figure = FIGURES[stroke.verb]
    done = _open(figure, state, stroke.place, where)
    until = state.month + stroke.months
    state.shocks = (*state.shocks, Shock(stroke.verb, stroke.place, stroke.amount, until, done.copy()))
    _tell(figure, state, stroke.place, done, events, np.full(state.batch, stroke.amount), cause)


def _tell(
    figure: Figure, state: State, place: tuple[int, ...], where: Mask, events: Events, amount: Array, cause: str
) -> None:
    """The event: of two nations the first is its actor, of one it is the target; what else is named is its item."""
    by_axis = list(zip(figure.axes, place, strict=True))
    nations = [at for axis, at in by_axis if axis == "N"]
    others = [at for axis, at in by_axis if axis not in "NZ"]
    actor = nations[0] if len(nations) > 1 else -1
    target, item = (nations[-1] if nations else -1), (others[0] if others else -1)
    events.add(figure.tells, state.month, where, actor=actor, target=target, item=item, amount=amount, cause=cause)
