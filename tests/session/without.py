"""Turns of a match played again without one act, by other means than the program's own: one match, a changed world."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from game.engine import step
from game.engine.conditions import Atom, Condition, Reading
from game.engine.events import Events
from game.engine.state import State
from game.engine.world import World
from game.session.keys import Key, value
from game.session.match import Match
from game.session.measured.acts import ENDED, INCIDENT, ORDER, PROJECT, RULE, Act
from game.session.records import Proposal, TurnReport
from game.session.resolution import give_all


def figure_without(match: Match, act: Act, turn: int, key: Key, *, free: bool) -> float:
    """The figure `key` at the end of `turn`, had `act`, of that turn or the one before, not been.

    Where the script is `free`, the rival and the scenario answer as they would; else they do what they did.
    """
    first = max(0, turn - 1)
    reports, state = match.control.reports[first : turn + 1], match.start_of(first).copy()
    world = _barred(match.control.world if free else _fixed(match.control.world, reports), act)
    for report in reports:
        _order(world, state, report, act)
        if report.turn == first:
            _hold(state, act)
        for _ in range(world.calendar.turn_months):
            step.step(world, state, Events(watched=False))
        if report.turn < turn:
            step.begin_turn(world, state, Events(watched=False))
    return value(world, state, *key)


def _barred(world: World, act: Act) -> World:
    if act.kind == RULE:
        chance = world.rival_rules.chance.copy()
        chance[act.position] = 0.0
        return replace(world, rival_rules=replace(world.rival_rules, chance=chance))
    if act.kind == INCIDENT:
        incidents = list(world.incidents)
        incidents[act.position] = replace(incidents[act.position], chance=0.0)
        return replace(world, incidents=tuple(incidents))
    return world


def _fixed(world: World, reports: tuple[TurnReport, ...]) -> World:
    """The world with a script that does in the months of `reports` what it did, and nothing else, whatever happens."""
    rules = tuple(_on(_months(reports, "rule_fired", rule)) for rule in range(len(world.names.rules)))
    incidents = [
        replace(
            incident,
            when=None,
            chance=1.0,
            month=next(iter(_months(reports, "incident", place)), world.calendar.months + 1),
        )
        for place, incident in enumerate(world.incidents)
    ]
    chance = np.ones_like(world.rival_rules.chance)
    return replace(
        world,
        rival_rules=replace(world.rival_rules, when=rules, chance=chance, sways=()),
        incidents=tuple(incidents),
    )


def _months(reports: tuple[TurnReport, ...], kind: str, item: int) -> list[int]:
    return [event.month for report in reports for event in report.events if (event.kind, event.item) == (kind, item)]


def _on(months: list[int]) -> Condition:
    """That holds in some months and never else."""
    clock = Reading("month", ())
    ways = tuple(
        (Atom(clock, 1, float(month), or_equal=True), Atom(clock, -1, float(month), or_equal=True)) for month in months
    )
    never = ((Atom(clock, -1, -1.0, or_equal=True),),)
    return Condition(ways or never, "as it was")


def _hold(state: State, act: Act) -> None:
    if act.kind == ENDED and state.rule_left[act.position, 0] > 0.0:
        state.rule_left[act.position, 0] += 120.0
    if act.kind == PROJECT:
        state.project_left[act.position, 0] += 120.0


def _order(world: World, state: State, report: TurnReport, act: Act) -> None:
    plans = {
        seat: [
            Proposal(order, np.ones(1, dtype=bool), "")
            for place, order in enumerate(report.orders.get(name, ()))
            if act != Act(ORDER, report.turn, place, seat)
        ]
        for seat, name in enumerate(world.names.nations[: world.seats])
    }
    give_all(world, state, plans, Events(watched=False))
