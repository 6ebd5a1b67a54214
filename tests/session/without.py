"""Turns of a match played again without one act, by other means than the program's own: one match, a changed world."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from game.engine import step
from game.engine.events import Events
from game.engine.state import State
from game.engine.world import World
from game.session.control import Control
from game.session.keys import Key, value
from game.session.measured.acts import ENDED, INCIDENT, ORDER, PROJECT, RULE, Act
from game.session.records import Proposal
from game.session.resolution import give_all
from game.session.saves.loading import first_state


def figure_without(control: Control, act: Act, turn: int, key: Key) -> float:
    """The figure `key` at the end of `turn`, had `act` not been; the rival and the scenario answer as they would."""
    world = _world(control.world, act)
    state = first_state(control.world, control.seed)
    for played in range(turn + 1):
        # The turns before are played as they were; then one thing is taken away.
        away = played >= turn - 1
        _orders(control, world if away else control.world, state, played, act)
        if away:
            _hold(state, act)
        for _ in range(world.calendar.turn_months):
            step.step(world if away else control.world, state, Events(watched=False))
        if played < turn:
            step.begin_turn(control.world, state, Events(watched=False))
    return value(control.world, state, *key)


def _world(world: World, act: Act) -> World:
    if act.kind == RULE:
        chance = world.rival_rules.chance.copy()
        chance[act.position] = 0.0
        return replace(world, rival_rules=replace(world.rival_rules, chance=chance))
    if act.kind == INCIDENT:
        incidents = list(world.incidents)
        incidents[act.position] = replace(incidents[act.position], chance=0.0)
        return replace(world, incidents=tuple(incidents))
    return world


def _hold(state: State, act: Act) -> None:
    if act.kind == ENDED and state.rule_left[act.position, 0] > 0.0:
        state.rule_left[act.position, 0] += 120.0
    if act.kind == PROJECT:
        state.project_left[act.position, 0] += 120.0


def _orders(control: Control, world: World, state: State, turn: int, act: Act) -> None:
    given = control.reports[turn].orders
    plans = {
        seat: [
            Proposal(order, np.ones(1, dtype=bool), "")
            for place, order in enumerate(given[name])
            if act != Act(ORDER, turn, place, seat)
        ]
        for seat, name in enumerate(given)
    }
    give_all(world, state, plans, Events(watched=False))
