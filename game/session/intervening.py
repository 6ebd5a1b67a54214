"""A match in which a facilitator may intervene: at once, before the orders of the turn, with a reason in the log."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from game.engine.events import Events
from game.engine.interventions import act, obstacle
from game.engine.state import State
from game.marks import N_, Said
from game.session.draft import Draft
from game.session.interventions import INJECT, Done, Handed, Intervention, InterventionError, checked
from game.session.interventions.effect import parts_of
from game.session.ledger import ledger
from game.session.records import Refusal, TurnReport
from game.session.resolution import do_by_hand
from game.session.seated import Seated

Dropped = Mapping[str, tuple[Refusal, ...]]
"""Seat to the orders that fell out of its draft, each with why it can no longer be given."""


class Intervening(Seated):
    """A match that a facilitator may act on."""

    def __init__(self, *arguments: Any, **others: Any) -> None:
        super().__init__(*arguments, **others)
        self._opened: State = self.control.state
        """The state in which this turn began, before anybody intervened."""
        self._done: tuple[Done, ...] = ()

    @property
    def interventions(self) -> tuple[Done, ...]:
        """What was done by hand so far, oldest first, this turn's included."""
        return (*(done for report in self.control.reports for done in report.interventions), *self._done)

    def intervene(self, intervention: Intervention) -> Dropped:
        """Do something to the match by hand: its effects stand in every view from now on, and in the log.

        Drafts are read again: an order that can no longer be given falls out, and its seat is open again.

        Raises:
            InterventionError: where an effect cannot be done now; nothing is changed then.
            MatchOver: after the last turn.
        """
        self._require_open()
        self.require_doable(intervention.effect)
        dropped = self._intervene(intervention)
        self._journal.act(self._act_of(intervention))
        self._journal.keep()
        return dropped

    def _act_of(self, intervention: Intervention) -> dict[str, Any]:
        return {"type": "act", "turn": self.turn, "do": "intervene", "intervention": intervention.written()}

    def require_doable(self, effect: str) -> None:
        """Check that every effect can be done now, each after those before it. Changes nothing.

        Raises:
            InterventionError: where one cannot, with what would be right.
        """
        world, state = self._world, self.control.state.copy()
        strokes = checked(self.control.package, effect).strokes
        for part, stroke in zip(parts_of(effect), strokes, strict=True):
            hindered = obstacle(world, state, stroke)
            if hindered:
                raise InterventionError(Said(N_("“{effect}”: {what}"), effect=part, what=hindered))
            act(world, state, stroke, np.ones(1, dtype=bool), Events(watched=False), INJECT)

    def _intervene(self, intervention: Intervention) -> Dropped:
        calendar = self._world.calendar
        month = calendar.label(self.turn * calendar.turn_months)
        done = (*self._done, Done(self.turn, month, intervention))
        state, events, count = self._by_hand(done)
        self._done, self.control.state = done, state
        self.control.under_way = TurnReport(
            turn=self.turn,
            events=tuple(events.take()),
            headlines_by_seat={},
            digest="",
            orders={},
            refused={},
            terms=ledger(self._world, events.terms.take(self._world.seats)),
            interventions=done,
            by_hand=count,
        )
        return self._redraft()

    def _redraft(self) -> Dropped:
        """Give the orders of every draft again, in the state as it is now."""
        dropped: dict[str, tuple[Refusal, ...]] = {}
        for seat, old in list(self._drafts.items()):
            new = Draft(self.control.package, self._position(seat), self.control.state)
            refused = tuple(filter(None, map(new.add, old.orders)))
            new.sealed = old.sealed and not refused
            self._drafts[seat] = new
            if refused:
                dropped[seat] = refused
        return dropped

    def _take_up(self, acts: Sequence[Mapping[str, Any]], *, again: bool) -> None:
        """As `Drafting` does, with what was done by hand and the seats that changed hands between the drafts."""
        for one in acts:
            if one["do"] == "intervene":
                self._intervene(Intervention.read(one["intervention"]))
            elif one["do"] == "hand_over":
                self._hand(Handed.read(self.turn, one["handed"]))
            else:
                super()._take_up([one], again=again)
                continue
            if again:
                self._journal.act({name: part for name, part in one.items() if name != "check"})

    def _by_hand(self, done: Sequence[Done]) -> tuple[State, Events, int]:
        """A copy of the state in which this turn began with `done` done, what it told, and how many events."""
        state, events = self._opened.copy(), Events(watched=True)
        return state, events, do_by_hand(self._world, state, [one.intervention for one in done], events)

    def _begin_anew(self, state: State) -> None:
        """The next turn has begun in `state`: nobody has intervened in it."""
        self.control.state = self._opened = state
        self.control.under_way = None
        self._done, self._handed = (), ()
