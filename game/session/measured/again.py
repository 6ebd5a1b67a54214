"""Some turns played again from where they began: as they were, and without each of their acts; one batch, one seed."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from game.engine import step
from game.engine.events import Event, Events
from game.engine.script import Acts, Mask, Script, bar_incident, bar_rule, hold_project, keep_rule
from game.engine.state import State
from game.engine.world import World
from game.session.measured.acts import ENDED, INCIDENT, ORDER, PROJECT, RULE, Act
from game.session.records import Proposal, TurnReport
from game.session.resolution import give_all, play_months

_AWAY = {RULE: bar_rule, ENDED: keep_rule, INCIDENT: bar_incident, PROJECT: hold_project}


def play_again(
    world: World, start: State, reports: Sequence[TurnReport], acts: Sequence[Act], *, free: bool
) -> list[State]:
    """The state at the end of the last month of each turn of `reports`, a batch: as it was, then without each act.

    `start` is the state in which the first of the turns began. Where the script is `free`, the rival and the scenario
    answer what is changed by their conditions; else all that they did stays as it was, what is taken away apart, and
    nothing of what they would have done shows.
    """
    state = start.spread(np.repeat(start.seeds, 1 + len(acts)))
    for match, act in enumerate(acts, start=1):
        if act.kind in _AWAY:
            _AWAY[act.kind](state, act.position, _only(state, match))
    script = None if free else _script(reports, acts)
    ends = []
    for report in reports:
        unwatched = Events(watched=False)
        give_all(world, state, _plans(world, report, acts), unwatched)
        play_months(world, state, unwatched, script=script)
        ends.append(state.copy())
        if report is not reports[-1]:
            step.begin_turn(world, state, unwatched)
    return ends


def _only(state: State, match: int) -> Mask:
    only: Mask = np.arange(state.batch) == match
    return only


def _but(acts: Sequence[Act], *away: Act) -> Mask:
    """Matches that do not do without any of `away`: (1 + acts,)."""
    return np.array([True, *(act not in away for act in acts)])


def _plans(world: World, report: TurnReport, acts: Sequence[Act]) -> dict[int, list[Proposal]]:
    """The orders of a turn as they took effect; each is left out in the match that does without it."""
    return {
        seat: [
            Proposal(order, _but(acts, Act(ORDER, report.turn, place, seat)), "")
            for place, order in enumerate(report.orders.get(name, ()))
        ]
        for seat, name in enumerate(world.names.nations[: world.seats])
    }


def _script(reports: Sequence[TurnReport], acts: Sequence[Act]) -> Script:
    """What the rival and the scenario did in the turns of `reports`; each act is left out in the match without it."""
    events = [event for report in reports for event in report.events]
    return Script(*(_written(events, *told, acts) for told in (("rule_fired", RULE), ("incident", INCIDENT))))


def _written(events: Sequence[Event], kind: str, act_kind: str, acts: Sequence[Act]) -> Acts:
    written: dict[int, dict[int, Mask]] = {}
    for event in events:
        if event.kind == kind:
            away = [act for act in acts if (act.kind, act.position) == (act_kind, event.item)]
            written.setdefault(event.month, {})[event.item] = _but(acts, *away)
    return written
