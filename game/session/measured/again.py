"""Some turns played again from where they began: as they were, and without each of their acts; one batch, one seed."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from game.engine import step
from game.engine.events import Event, Events
from game.engine.interventions import act
from game.engine.script import Acts, Mask, Rounds, Script, bar_incident, bar_rule, hold_project, keep_rule
from game.engine.state import State
from game.engine.world import World
from game.session.measured.acts import BY_HAND, ENDED, INCIDENT, ORDER, PROJECT, RULE, Act, strokes_of
from game.session.records import Proposal, TurnReport
from game.session.resolution import give_all, play_months
from game.session.rival_moves import taken

_AWAY = {RULE: bar_rule, ENDED: keep_rule, INCIDENT: bar_incident, PROJECT: hold_project}
_PHASE_ENDS = ("project_phase", "project_done", "project_failed")
"""Kinds of event that tell of the end of a project's phase."""


def play_again(
    world: World, start: State, reports: Sequence[TurnReport], acts: Sequence[Act], *, free: bool
) -> list[State]:
    """The state at the end of the last month of each turn of `reports`, a batch: as it was, then without each act.

    `start` is the state in which the first of the turns began. Where the script is `free`, the rival and the scenario
    answer what is changed by their conditions; else all that they, private owners and chance did stays as it was, what
    is taken away apart, and nothing of what they would have done shows.
    """
    state = start.spread(np.repeat(start.seeds, 1 + len(acts)))
    for match, away in enumerate(acts, start=1):
        if away.kind in _AWAY:
            _AWAY[away.kind](state, away.position, _only(state, match))
    script = None if free else _script(reports, acts)
    ends = []
    for report in reports:
        unwatched = Events(watched=False)
        _by_hand(world, state, report, acts)
        give_all(world, state, _plans(world, report, acts), unwatched)
        play_months(world, state, unwatched, script=script, led=taken(world, report.led))
        ends.append(state.copy())
        if report is not reports[-1]:
            step.begin_turn(world, state, unwatched)
    return ends


def _by_hand(world: World, state: State, report: TurnReport, acts: Sequence[Act]) -> None:
    """What was done by hand in a turn; each effect is left out in the match that does without it."""
    for place, (kind, stroke) in enumerate(strokes_of(world, report)):
        where = _but(acts, Act(BY_HAND, report.turn, place))
        act(world, state, stroke, where, Events(watched=False), kind)


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
    """What happened in the turns of `reports`; each act is left out in the match without it."""
    events = [event for report in reports for event in report.played]
    started = [event for event in events if event.kind == "project_started" and event.actor < 0]
    return Script(
        rules=_written([event for event in events if event.kind == "rule_fired"], acts, RULE),
        incidents=_written([event for event in events if event.kind == "incident"], acts, INCIDENT),
        owners=_written(started, acts),
        phases=_in_rounds([event for event in events if event.kind in _PHASE_ENDS], acts),
        licences=_written([event for event in events if event.kind == "licence_suspended"], acts),
    )


def _written(events: Sequence[Event], acts: Sequence[Act], kind: str = "") -> Acts:
    """The `events` month by month; what they tell of may be taken away as an act of the `kind`."""
    return {month: rounds[0] for month, rounds in _in_rounds(events, acts, kind).items()}


def _in_rounds(events: Sequence[Event], acts: Sequence[Act], kind: str = PROJECT) -> Rounds:
    """The same, what happens to a thing again in a month in a later round."""
    written: dict[int, list[dict[int, Mask]]] = {}
    for event in events:
        away = [act for act in acts if (act.kind, act.position) == (kind, event.item)]
        rounds = written.setdefault(event.month, [])
        place = sum(event.item in earlier for earlier in rounds)
        if place == len(rounds):
            rounds.append({})
        rounds[place][event.item] = _but(acts, *away)
    return written
